import { groupBy } from '#kernel/group-by.ts'
import { endWordOf, type Registry, type Said } from '#kernel/registry/registry.ts'

/** One thing done to several records. */
export interface RecordChange extends Said {
  ids: string[]
  act: 'set' | 'end' | 'resume'
  field?: string
  /** Of `set`; nothing of the others. */
  value?: unknown
}

export const actTitlesOf = (registry: Pick<Registry, 'endWord'>): Readonly<Record<RecordChange['act'], string>> => ({
  set: '批量修改',
  end: endWordOf(registry),
  resume: '恢复',
})

/** A record a change has changed, as it was. */
export interface Before {
  id: string
  value: unknown
  endedOn: string | null
}

/** What takes a change back, record by record as they were: each its own value, each its own end. */
export function reverseChange(before: readonly Before[], { act, field = '', effectiveOn }: RecordChange) {
  const said = { effectiveOn, basis: '取消刚才的批量办理' }
  const alike = groupBy(before, ({ value, endedOn }) => (act === 'set' ? JSON.stringify(value) : endedOn))
  return [...alike.values()].map((group): RecordChange => {
    const ids = group.map(({ id }) => id)
    const [{ value = null, endedOn = null } = {}] = group
    if (act === 'set') return { ...said, ids, act, field, value }
    if (endedOn === null) return { ...said, ids, act: 'resume' }
    return { ...said, ids, act: 'end', effectiveOn: endedOn }
  })
}
