import { findFinish, lastDecisive, lastOfEach } from '#modules/programme/reports/contract.ts'
import type { DutyFact, OpeningFact, ReportFact, ScheduleFact, TaskFact } from './facts.ts'
import type { Thresholds } from './thresholds.ts'

/** What is known of one task at the end of a day. */
export interface TaskCase {
  task: TaskFact
  schedule: ScheduleFact | undefined
  /** In the order they were said. */
  reports: readonly ReportFact[]
  duties: readonly DutyFact[]
  /** What the office said of how it stood at the beginning, as long as no agency spoke of it. */
  opening?: OpeningFact | undefined
  nameOf: (agencyId: string) => string
  thresholds: Thresholds
  /** The day the programme was published. */
  startedOn?: string | undefined
  /** The first day of the plan's own time; null where it names none. */
  planStartOn?: string | null
  day: string
}

const newestFirst = (words: ReadonlyMap<string, ReportFact>): ReportFact[] => [...words.values()].reverse()

/** The report that finished the task. */
export const finishOf = ({ reports, duties }: Pick<TaskCase, 'reports' | 'duties'>): ReportFact | undefined =>
  findFinish(reports, duties)

/** Whether it is finished: by the word of its agencies, or, where none has spoken, by what the office said at the beginning. */
export const isFinishedCase = (of: Pick<TaskCase, 'reports' | 'duties' | 'opening'>): boolean =>
  finishOf(of) !== undefined || of.opening?.said === 'finished'

/** Agencies' 已完成 that nobody has signed for yet, the newest first. */
export const listUnsignedFinishes = ({ reports }: Pick<TaskCase, 'reports'>): ReportFact[] =>
  newestFirst(lastDecisive(reports)).filter(({ state, signedOn }) => state === 'finished' && signedOn === null)

/** Agencies' 有困难, said last and not taken back since, the newest first. */
export const listDifficulties = ({ reports }: Pick<TaskCase, 'reports'>): ReportFact[] =>
  newestFirst(lastOfEach(reports)).filter(({ state }) => state === 'difficult')
