import type { DutyFact, ScheduleFact, StatementFact, TaskFact } from './facts.ts'
import type { Thresholds } from './thresholds.ts'

/** What is known of one task at the end of a day. */
export interface TaskCase {
  task: TaskFact
  schedule: ScheduleFact | undefined
  /** In the order they were handed in. */
  statements: readonly StatementFact[]
  duties: readonly DutyFact[]
  nameOf: (agencyId: string) => string
  thresholds: Thresholds
  day: string
}

/** The last 已完成 or 有困难 of each agency; 有进展 and 无变化 after a signed finish do not undo it. */
function lastWords(statements: readonly StatementFact[]): ReadonlyMap<string, StatementFact> {
  return new Map(
    statements.filter(({ state }) => state === 'finished' || state === 'difficult').map((one) => [one.agencyId, one]),
  )
}

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

/** 已完成 was said and nobody has signed for it yet. */
export const findUnsignedFinish = ({ statements }: Pick<TaskCase, 'statements'>): StatementFact | undefined =>
  [...lastWords(statements).values()].find(({ state, signedOn }) => state === 'finished' && signedOn === null)

/** 有困难, said by an agency last and not taken back since. */
export const findDifficulty = ({ statements }: Pick<TaskCase, 'statements'>): StatementFact | undefined => {
  const last = new Map(statements.map((one) => [one.agencyId, one]))
  return [...last.values()].find(({ state }) => state === 'difficult')
}
