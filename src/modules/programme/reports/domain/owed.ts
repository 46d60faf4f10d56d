import type { Cycle, DutyFact } from '#modules/programme/reporting/contract.ts'
import type { Report } from './report.ts'

type Attempt = Pick<Report, 'taskId' | 'agencyId' | 'cycle' | 'status' | 'attempt'>

/** How an agency's word on a task stands in a cycle: nothing said, something valid, or sent back. */
function standing(duty: DutyFact, rows: readonly Attempt[]): 'unsaid' | 'said' | 'back' {
  const attempts = rows.filter(
    (row) => row.taskId === duty.taskId && row.agencyId === duty.agencyId && row.cycle === duty.cycle,
  )
  if (attempts.some(({ status }) => status === 'submitted' || status === 'signed')) return 'said'
  return attempts.length === 0 ? 'unsaid' : 'back'
}

/**
 * Whether a word on a duty is still taken: in its own cycle always, in the one after it as a late one, and whenever it was
 * sent back, however long ago.
 */
export function isOpen(
  duty: DutyFact,
  { rows, cycles }: { rows: readonly Attempt[]; cycles: readonly Cycle[] },
): boolean {
  const place = cycles.findIndex(({ key }) => key === duty.cycle)
  return place >= 0 && (place >= cycles.length - 2 || standing(duty, rows) === 'back')
}

/** What an agency sees in its inbox: all of the newest cycle, said or not; of earlier ones what is still owed. */
export function listOwed(
  duties: readonly DutyFact[],
  known: { rows: readonly Attempt[]; cycles: readonly Cycle[] },
): DutyFact[] {
  const newest = known.cycles.at(-1)?.key
  const now = duties.filter(({ cycle }) => cycle === newest)
  const earlier = duties.filter(
    (duty) => duty.cycle !== newest && isOpen(duty, known) && standing(duty, known.rows) !== 'said',
  )
  return [...now, ...earlier.reverse()]
}
