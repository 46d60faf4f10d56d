import type { ProgrammeFacts } from './facts.ts'
import { findFamilies } from './families.ts'

/** What has to be judged together. */
export interface Clan {
  /** The same for all that belong together. */
  name: string
  /** Tasks no longer in force in whose reports figures of it stand. */
  alsoSaidIn: readonly string[]
}

/**
 * Which tasks, and targets of no task, can only be judged together: those whose targets are of one family, and those in
 * whose reports a figure of the other stands. What was said of one says nothing of any other clan.
 * @returns by the id of the task, or of the target of no task
 */
export function findClans({ basis, reports }: Pick<ProgrammeFacts, 'basis' | 'reports'>): ReadonlyMap<string, Clan> {
  const subjects = new Set([
    ...basis.tasks.map(({ id }) => id),
    ...basis.targets.flatMap(({ id, taskId }) => (taskId === null ? [id] : [])),
  ])
  const subjectOf = new Map(basis.targets.map(({ id, taskId }) => [id, taskId ?? id]))
  const { headOf, join } = unions()
  for (const { members } of new Set(findFamilies(basis.targets).values()))
    for (const { id } of members) join(subjectOf.get(members[0]?.id ?? id) ?? id, subjectOf.get(id) ?? id)
  for (const { taskId, values } of reports)
    for (const { targetId } of values) {
      const subject = subjectOf.get(targetId)
      if (subject !== undefined) join(subject, taskId)
    }
  return clansOf(subjects, { headOf, speaking: new Set(reports.map(({ taskId }) => taskId)) })
}

function clansOf(
  subjects: ReadonlySet<string>,
  { headOf, speaking }: { headOf: (id: string) => string; speaking: ReadonlySet<string> },
): ReadonlyMap<string, Clan> {
  const gone = new Map<string, string[]>()
  for (const taskId of speaking) {
    if (subjects.has(taskId)) continue
    const head = headOf(taskId)
    gone.set(head, [...(gone.get(head) ?? []), taskId])
  }
  return new Map([...subjects].map((id) => [id, { name: headOf(id), alsoSaidIn: gone.get(headOf(id)) ?? [] }]))
}

/** Sets that are joined pair by pair (Galler and Fischer 1964): the head of a set names it. */
function unions() {
  const above = new Map<string, string>()
  const headOf = (id: string): string => {
    const next = above.get(id)
    if (next === undefined) return id
    const head = headOf(next)
    above.set(id, head)
    return head
  }
  const join = (one: string, other: string): void => {
    const [a, b] = [headOf(one), headOf(other)]
    if (a !== b) above.set(a, b)
  }
  return { headOf, join }
}
