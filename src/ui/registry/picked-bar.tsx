import { Button, Checkbox } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { RecordLine } from '#kernel/registry/record-view.ts'
import { useKit } from './kit.tsx'
import { actTitlesOf, type RecordChange } from './reverse-change.ts'

const ChangeDialog = lazy(async () => ({ default: (await import('./change-dialog.tsx')).ChangeDialog }))

/** Records picked on this page and on others, by their id. */
export type Picked = ReadonlyMap<string, RecordLine>

interface PickedBarProps {
  /** Those of this page. */
  records: readonly RecordLine[]
  picked: Picked
  onPick: (picked: Picked) => void
}

/** Some more, or some fewer. */
export const withPicked = (picked: Picked, records: readonly RecordLine[], isPicked: boolean): Picked => {
  const next = new Map(picked)
  for (const record of records) {
    if (isPicked) next.set(record.id, record)
    else next.delete(record.id)
  }
  return next
}

/** Picks the whole page, and does one thing to all that are picked. */
export function PickedBar({ records, picked, onPick }: PickedBarProps) {
  const [act, setAct] = useState<RecordChange['act'] | null>(null)
  const { registry } = useKit()
  const { measure } = registry
  const actTitles = actTitlesOf(registry)
  const here = records.filter(({ id }) => picked.has(id)).length
  const chosen = [...picked.values()]
  const acts: readonly RecordChange['act'][] = [
    'set',
    ...(chosen.some(({ endedOn }) => endedOn === null) ? (['end'] as const) : []),
    ...(chosen.some(({ endedOn }) => endedOn !== null) ? (['resume'] as const) : []),
  ]
  return (
    <div className="picked-bar no-print" role="group" aria-label="批量办理">
      <Checkbox
        checked={here > 0 && here === records.length}
        indeterminate={here > 0 && here < records.length}
        onChange={({ target }) => onPick(withPicked(picked, records, target.checked))}
      >
        选中本页 {records.length} {measure}
      </Checkbox>
      {picked.size > 0 && (
        <>
          <b role="status">
            已选 {picked.size} {measure}
          </b>
          {acts.map((one) => (
            <Button key={one} size="small" danger={one === 'end'} onClick={() => setAct(one)}>
              {actTitles[one]}
            </Button>
          ))}
          <Button type="link" size="small" onClick={() => onPick(new Map())}>
            取消选择
          </Button>
        </>
      )}
      <Suspense fallback={null}>
        {act && (
          <ChangeDialog records={chosen} act={act} onDone={() => onPick(new Map())} onClose={() => setAct(null)} />
        )}
      </Suspense>
    </div>
  )
}
