import { groupBy } from '#kernel/group-by.ts'
import { type OpeningFact, openingOfTasks } from './opening.ts'
import type { ReportFact } from './report-fact.ts'

/** As much of a word as tells whether a task is finished. */
export type FinishWord = Pick<ReportFact, 'agencyId' | 'state' | 'signedOn'>

interface FinishDuty {
  agencyId: string
  dueOn: string
}

/** The last word of each agency; who spoke last stands last. */
export function lastOfEach<W extends FinishWord>(words: readonly W[]): ReadonlyMap<string, W> {
  const last = new Map<string, W>()
  for (const one of words) {
    last.delete(one.agencyId)
    last.set(one.agencyId, one)
  }
  return last
}

/** The last 已完成 or 有困难 of each agency; 有进展 and 无变化 after a signed finish do not undo it. */
export const lastDecisive = <W extends FinishWord>(words: readonly W[]): ReadonlyMap<string, W> =>
  lastOfEach(words.filter(({ state }) => state === 'finished' || state === 'difficult'))

/**
 * Is the task finished? When every agency that reports it has said 已完成 and was signed for; a later 有困难 of one of them
 * opens it again.
 * @param words on the task that stand, in the order they were said
 * @param duties of the task, of every cycle so far
 * @returns the word that was signed for last
 */
export function findFinish<W extends FinishWord>(words: readonly W[], duties: readonly FinishDuty[]): W | undefined {
  const newestDue = duties.reduce((newest, { dueOn }) => (dueOn > newest ? dueOn : newest), '')
  const last = lastDecisive(words)
  const reporting = new Set([
    ...duties.filter(({ dueOn }) => dueOn === newestDue).map(({ agencyId }) => agencyId),
    ...words.map(({ agencyId }) => agencyId),
  ])
  const finished = [...reporting].flatMap((agencyId) => {
    const one = last.get(agencyId)
    return one?.state === 'finished' && one.signedOn !== null ? [one] : []
  })
  return finished.length === reporting.size ? newestSigned(finished) : undefined
}

const newestSigned = <W extends FinishWord>(words: readonly W[]): W | undefined =>
  words.reduce<W | undefined>(
    (newest, one) => ((one.signedOn ?? '') > (newest?.signedOn ?? '') ? one : newest),
    undefined,
  )

interface SaidAndDue {
  /** What the office said of how things stood. */
  openings: readonly OpeningFact[]

  words: readonly (FinishWord & { taskId: string })[]
  duties: readonly (FinishDuty & { taskId: string })[]
}

/**
 * Tasks that are finished, with the day that became known: the last of their agencies was signed for, or, where none has spoken, the
 * office said that they were finished before.
 */
export function listFinishes({ words, duties, openings }: SaidAndDue): Map<string, string> {
  const asked = groupBy(duties, ({ taskId }) => taskId)
  const before = [...openingOfTasks(openings, words)].filter(([, { said }]) => said === 'finished')
  return new Map([
    ...before.map(([taskId, { saidOn }]) => [taskId, saidOn] as const),
    ...[...groupBy(words, ({ taskId }) => taskId)].flatMap(([taskId, own]) => {
      const signedOn = findFinish(own, asked.get(taskId) ?? [])?.signedOn
      return signedOn ? [[taskId, signedOn] as const] : []
    }),
  ])
}
