import { useMemo, useState } from 'react'
import { z } from 'zod'
import type { RecordLine } from '#kernel/registry/record-view.ts'
import { type Registry, Said } from '#kernel/registry/registry.ts'
import { FormDialog } from '../form-dialog.tsx'
import { nameOf, useKit } from './kit.tsx'
import type { RecordChange } from './reverse-change.ts'
import { useChange } from './use-change.ts'

export const actTitles: Readonly<Record<RecordChange['act'], string>> = { set: '批量修改', end: '注销', resume: '恢复' }

interface ChangeDialogProps {
  records: readonly RecordLine[]
  act: RecordChange['act']
  onDone?: () => void
  onClose: () => void
}

/** Which field may be set for several records at once: not what each of them is known by, nor what only one of them holds. */
function settable({ fields, key }: Registry): Readonly<Record<string, string>> {
  const one = fields.filter((field) => {
    const isOwn = field.name === key || field.kind === 'code' || field.personal !== undefined
    return !isOwn && field.kind !== 'files' && field.kind !== 'rows'
  })
  return Object.fromEntries(one.map(({ name, label }) => [name, label]))
}

/** What is asked: the day and the basis, and of a change first which field, then its value. */
function schemaOf(registry: Registry, act: RecordChange['act'], field: string | undefined): z.ZodObject {
  if (act !== 'set') return Said
  const titles = settable(registry)
  const which = z.enum(Object.keys(titles)).meta({ label: '改哪一项', titles })
  const value = field === undefined ? undefined : registry.entity.shape[field]
  return z.object({ field: which, ...(value && { value }), ...Said.shape })
}

/** One thing done to one record or several: since when, and where that stands. */
export function ChangeDialog({ records, act, onDone, onClose }: ChangeDialogProps) {
  const { registry, fixed } = useKit()
  const [field, setField] = useState<string>()
  const schema = useMemo(() => schemaOf(registry, act, field), [registry, act, field])
  const change = useChange(records, () => {
    onDone?.()
    onClose()
  })
  const [first] = records
  const whom = records.length === 1 && first ? `“${nameOf(registry, first)}”` : ` ${records.length} ${registry.measure}`
  return (
    <FormDialog
      title={`${actTitles[act]}${whom}`}
      schema={schema}
      act={act === 'set' ? '修改' : actTitles[act]}
      grave={act === 'end'}
      sending={change}
      onChange={(changed) => {
        if (typeof changed['field'] !== 'string') return
        setField(changed['field'])
        return { value: null }
      }}
      onSubmit={(said) => change.mutate({ value: null, ...said, ...fixed, act, ids: records.map(({ id }) => id) })}
      onCancel={onClose}
    />
  )
}
