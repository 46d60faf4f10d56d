import { findFinish, lastDecisive, lastOfEach } from '#modules/programme/reports/contract.ts'
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

const newestFirst = (words: ReadonlyMap<string, StatementFact>): StatementFact[] => [...words.values()].reverse()

/** The statement that finished the task. */
export const finishOf = ({ statements, duties }: Pick<TaskCase, 'statements' | 'duties'>): StatementFact | undefined =>
  findFinish(statements, duties)

/** Agencies' 已完成 that nobody has signed for yet, the newest first. */
export const listUnsignedFinishes = ({ statements }: Pick<TaskCase, 'statements'>): StatementFact[] =>
  newestFirst(lastDecisive(statements)).filter(({ state, signedOn }) => state === 'finished' && signedOn === null)

/** Agencies' 有困难, said last and not taken back since, the newest first. */
export const listDifficulties = ({ statements }: Pick<TaskCase, 'statements'>): StatementFact[] =>
  newestFirst(lastOfEach(statements)).filter(({ state }) => state === 'difficult')
