import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import type { RecordView } from '#kernel/registry/record-view.ts'
import { endWordOf } from '#kernel/registry/registry.ts'
import { LinkButton } from '../link-button.tsx'
import { useAsked } from './asked.ts'
import { useKit } from './kit.tsx'

const ChangeDialog = lazy(async () => ({ default: (await import('./change-dialog.tsx')).ChangeDialog }))
const MergeDialog = lazy(async () => ({ default: (await import('./merge-dialog.tsx')).MergeDialog }))

/** What the keepers of the registry do with one record. */
export function RecordActs({ record }: { record: RecordView }) {
  const { addressOf, registry } = useKit()
  const { words } = useAsked()
  const [doing, setDoing] = useState<'end' | 'resume' | 'merge' | null>(null)
  const close = () => setDoing(null)
  const isEnded = record.endedOn !== null
  return (
    <>
      {registry.merges !== false && <Button onClick={() => setDoing('merge')}>合并到…</Button>}
      <Button danger={!isEnded} onClick={() => setDoing(isEnded ? 'resume' : 'end')}>
        {isEnded ? '恢复' : endWordOf(registry)}
      </Button>
      <LinkButton color="primary" variant="solid" to={addressOf(`/${record.id}/edit`)} search={words}>
        修改
      </LinkButton>
      <Suspense fallback={null}>
        {doing === 'merge' && <MergeDialog record={record} onClose={close} />}
        {(doing === 'end' || doing === 'resume') && <ChangeDialog records={[record]} act={doing} onClose={close} />}
      </Suspense>
    </>
  )
}
