import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { z } from 'zod'
import type { RecordLine } from '#kernel/registry/record-view.ts'
import { keysOf, type Registry, Said } from '#kernel/registry/registry.ts'
import { useWrite } from '../client.ts'
import { FormDialog } from '../form-dialog.tsx'
import { useNotices } from '../notices.tsx'
import { request } from '../request.ts'
import { nameOf, useKit } from './kit.tsx'
import { actTitlesOf, type Before, type RecordChange, reverseChange } from './reverse-change.ts'

/** Does one thing to records, says how many it changed, and offers to take it back. */
function useChange(onDone: () => void) {
  const { registry, fixed } = useKit()
  const { operations, measure } = registry
  const actTitles = actTitlesOf(registry)
  const { done, refused } = useNotices()
  const queries = useQueryClient()
  const takeBack = async (before: readonly Before[], change: RecordChange) => {
    try {
      for (const one of reverseChange(before, change)) await request(operations.changeRecords, { ...one, ...fixed })
      done('已取消这次操作，恢复为原来的内容')
    } catch (problem) {
      refused(problem)
    }
    void queries.invalidateQueries()
  }
  return useWrite(operations.changeRecords, {
    quiet: true,
    onDone: ({ before, unchanged, past }, change) => {
      onDone()
      const said = [
        `已${change.act === 'set' ? '修改' : actTitles[change.act]} ${before.length} ${measure}`,
        ...(unchanged > 0 ? [`${unchanged} ${measure}本来如此`] : []),
        ...(past > 0 ? [`${past} ${measure}以后另有变更，只补记往日`] : []),
      ]
      const undo = { label: '取消这次操作', run: () => void takeBack(before, change) }
      done(said.join('，'), before.length > 0 ? undo : undefined)
    },
  })
}

/** Which field may be set for several records at once: not what each of them is known by, nor what is one's own. */
function settable({ fields, ...keys }: Registry): Readonly<Record<string, string>> {
  const shared = fields.filter((field) => {
    const isOwn = keysOf(keys).includes(field.name) || field.personal !== undefined
    return !isOwn && !['code', 'files', 'rows'].includes(field.kind)
  })
  return Object.fromEntries(shared.map(({ name, label }) => [name, label]))
}

/** What is asked: the day and the basis, and of a change first which field, then its value. */
function schemaOf(registry: Registry, act: RecordChange['act'], field: string | undefined): z.ZodObject {
  if (act !== 'set') return Said
  const titles = settable(registry)
  const which = z.enum(Object.keys(titles)).meta({ label: '改哪一项', titles })
  const value = field === undefined ? undefined : registry.entity.shape[field]
  return z.object({ field: which, ...(value && { value }), ...Said.shape })
}

interface ChangeDialogProps {
  records: readonly RecordLine[]
  act: RecordChange['act']
  onDone?: () => void
  onClose: () => void
}

/** One thing done to one record or several: since when, and where that stands. */
export function ChangeDialog({ records, act, onDone, onClose }: ChangeDialogProps) {
  const { registry, fixed } = useKit()
  const actTitles = actTitlesOf(registry)
  const [field, setField] = useState<string>()
  const schema = useMemo(() => schemaOf(registry, act, field), [registry, act, field])
  const change = useChange(() => {
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
      onSubmit={(said) => change.mutate({ ...said, ...fixed, act, ids: records.map(({ id }) => id) })}
      onCancel={onClose}
    />
  )
}
