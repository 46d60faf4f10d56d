import type { Report, ReportStatus } from './report.ts'

/** Whose word it is, of which task, for which cycle. */
export type Saying = Pick<Report, 'taskId' | 'agencyId' | 'cycle'>

/** A word stands from the moment it was handed in, until it is sent back or taken back. */
export const standingStatuses = ['submitted', 'signed'] as const satisfies readonly ReportStatus[]

export const stands = ({ status }: Pick<Report, 'status'>): boolean =>
  standingStatuses.some((standing) => standing === status)

const keyOf = ({ taskId, agencyId, cycle }: Saying): string => `${taskId} ${agencyId} ${cycle}`

/**
 * Has the agency answered? By a word of its own on the task that stands, said of that very cycle: in time or late, 无变化 like
 * any other. What another agency said, what was said of another cycle, what came back, answers nothing.
 * @param words those that stand
 */
export function answering<S extends Saying>(words: readonly S[]): (duty: Saying) => S | undefined {
  const said = new Map(words.map((one) => [keyOf(one), one]))
  return (duty) => said.get(keyOf(duty))
}

/** The day it is due is the last day to answer in time. */
export const isPastDue = ({ dueOn }: { dueOn: string }, today: string): boolean => dueOn < today

/** Said after its day. */
export const isLate = ({ submittedOn }: Pick<Report, 'submittedOn'>, { dueOn }: { dueOn: string }): boolean =>
  isPastDue({ dueOn }, submittedOn)
