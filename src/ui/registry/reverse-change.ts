import { groupBy } from '#kernel/group-by.ts'
import type { RecordLine } from '#kernel/registry/record-view.ts'
import type { Said } from '#kernel/registry/registry.ts'

/** One thing done to several records. */
export interface RecordChange extends Said {
  ids: string[]
  act: 'set' | 'end' | 'resume'
  field?: string
  /** Of `set`; nothing of the others. */
  value: unknown
}

const written = (value: unknown): string => JSON.stringify(value ?? null)
const idsOf = (records: readonly RecordLine[]): string[] => records.map(({ id }) => id)

/**
 * What takes a change back, record by record as they were: each its own value, each its own end.
 * @param records as they were before; those the change left as they were are left alone
 */
export function reverseChange(records: readonly RecordLine[], change: RecordChange): RecordChange[] {
  const { act, field = '', effectiveOn } = change
  const said = { effectiveOn, basis: '撤销刚才的批量办理' }
  if (act === 'end') {
    const ids = idsOf(records.filter(({ endedOn }) => endedOn === null))
    return ids.length === 0 ? [] : [{ ...said, ids, act: 'resume', value: null }]
  }
  const before = groupBy(records, ({ endedOn, values }) => (act === 'set' ? written(values[field]) : endedOn))
  return [...before.values()].flatMap((group): RecordChange[] => {
    const [{ endedOn = null, values = {} } = {}] = group
    const ids = idsOf(group)
    if (act === 'resume')
      return endedOn === null ? [] : [{ ...said, ids, act: 'end', value: null, effectiveOn: endedOn }]
    const value = values[field] ?? null
    return written(value) === written(change.value) ? [] : [{ ...said, ids, act: 'set', field, value }]
  })
}
