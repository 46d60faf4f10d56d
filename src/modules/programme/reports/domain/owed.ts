import type { Cycle, DutyFact } from '#modules/programme/reporting/contract.ts'
import { answering, type Saying, stands } from './answered.ts'
import type { Report } from './report.ts'

type Attempt = Pick<Report, 'taskId' | 'agencyId' | 'cycle' | 'status'>

interface Attempts {
  /** Every attempt, whatever became of it. */
  rows: readonly Attempt[]
  cycles: readonly Pick<Cycle, 'key'>[]
}

/** How an agency's word on a duty is: it stands, it came back or was taken back, or there is none. */
function wordsIn(rows: readonly Attempt[]): (duty: Saying) => 'said' | 'back' | 'unsaid' {
  const [said, tried] = [answering(rows.filter(stands)), answering(rows)]
  return (duty) => (said(duty) ? 'said' : tried(duty) ? 'back' : 'unsaid')
}

/**
 * Whether a word on a duty is still taken: in its own cycle always, in the one after it as a late one, and whenever it was
 * sent back, however long ago.
 */
function opener({ rows, cycles }: Attempts): (duty: DutyFact) => boolean {
  const wordOn = wordsIn(rows)
  const places = new Map(cycles.map(({ key }, place) => [key, place]))
  return (duty) => {
    const place = places.get(duty.cycle)
    return place !== undefined && (place >= cycles.length - 2 || wordOn(duty) === 'back')
  }
}

/** The same of one duty. */
export const isOpen = (duty: DutyFact, known: Attempts): boolean => opener(known)(duty)

/**
 * What is owed: what was not answered and is still taken, of tasks that are not finished; those are asked no more. The newest
 * cycle first.
 * @param finished tasks that are
 */
export function listOwed(
  duties: readonly DutyFact[],
  known: Attempts & { finished: { has: (taskId: string) => boolean } },
): DutyFact[] {
  const [wordOn, isTaken] = [wordsIn(known.rows), opener(known)]
  const owed = duties.filter((duty) => wordOn(duty) !== 'said' && isTaken(duty) && !known.finished.has(duty.taskId))
  const newest = known.cycles.at(-1)?.key
  return [...owed.filter(({ cycle }) => cycle === newest), ...owed.filter(({ cycle }) => cycle !== newest).reverse()]
}
