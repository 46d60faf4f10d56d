import type { DutyFact, ScheduleFact, StatementFact, TaskFact } from './facts.ts'
import type { Thresholds } from './thresholds.ts'

/** What is known of one task at the end of a day. */
export interface TaskCase {
  task: TaskFact
  schedule: ScheduleFact | undefined
  /** In the order they were said. */
  statements: readonly StatementFact[]
  duties: readonly DutyFact[]
  nameOf: (agencyId: string) => string
  thresholds: Thresholds
  day: string
}

/** The last word of each agency; who spoke last stands last. */
function lastOfEach(statements: readonly StatementFact[]): ReadonlyMap<string, StatementFact> {
  const last = new Map<string, StatementFact>()
  for (const one of statements) {
    last.delete(one.agencyId)
    last.set(one.agencyId, one)
  }
  return last
}

const newestFirst = (words: ReadonlyMap<string, StatementFact>): StatementFact[] => [...words.values()].reverse()

/** The last 已完成 or 有困难 of each agency; 有进展 and 无变化 after a signed finish do not undo it. */
const lastWords = (statements: readonly StatementFact[]): ReadonlyMap<string, StatementFact> =>
  lastOfEach(statements.filter(({ state }) => state === 'finished' || state === 'difficult'))

/**
 * The statement that finished the task: every agency that reports it has said 已完成 and was signed for; the last one.
 * A later 有困难 of one of them opens it again.
 */
export function findFinish({ statements, duties }: Pick<TaskCase, 'statements' | 'duties'>): StatementFact | undefined {
  const words = lastWords(statements)
  const newestDue = duties.reduce((newest, { dueOn }) => (dueOn > newest ? dueOn : newest), '')
  const reporting = new Set([
    ...duties.filter(({ dueOn }) => dueOn === newestDue).map(({ agencyId }) => agencyId),
    ...statements.map(({ agencyId }) => agencyId),
  ])
  const last = [...reporting].map((agencyId) => words.get(agencyId))
  const finished = last.filter((one) => one?.state === 'finished' && one.signedOn !== null)
  return finished.length > 0 && finished.length === reporting.size ? newestSigned(finished) : undefined
}

const newestSigned = (statements: readonly (StatementFact | undefined)[]): StatementFact | undefined =>
  statements.reduce((newest, one) => ((one?.signedOn ?? '') > (newest?.signedOn ?? '') ? one : newest), undefined)

/** Agencies' 已完成 that nobody has signed for yet, the newest first. */
export const listUnsignedFinishes = ({ statements }: Pick<TaskCase, 'statements'>): StatementFact[] =>
  newestFirst(lastWords(statements)).filter(({ state, signedOn }) => state === 'finished' && signedOn === null)

/** Agencies' 有困难, said last and not taken back since, the newest first. */
export const listDifficulties = ({ statements }: Pick<TaskCase, 'statements'>): StatementFact[] =>
  newestFirst(lastOfEach(statements)).filter(({ state }) => state === 'difficult')
