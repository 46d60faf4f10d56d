import { groupBy } from '#kernel/group-by.ts'
import type { Cycle, DutyFact } from '#modules/programme/reporting/contract.ts'
import type { Statement } from './statement.ts'

type Attempt = Pick<Statement, 'taskId' | 'agencyId' | 'cycle' | 'status' | 'attempt'>

type Named = Pick<Attempt, 'taskId' | 'agencyId' | 'cycle'>

const keyOf = ({ taskId, agencyId, cycle }: Named): string => `${taskId} ${agencyId} ${cycle}`

/** How an agency's word on a task stands in a cycle: nothing said, something valid, or sent back. */
function standingIn(rows: readonly Attempt[]): (duty: Named) => 'unsaid' | 'said' | 'back' {
  const attempts = groupBy(rows, keyOf)
  return (duty) => {
    const of = attempts.get(keyOf(duty)) ?? []
    if (of.some(({ status }) => status === 'submitted' || status === 'signed')) return 'said'
    return of.length === 0 ? 'unsaid' : 'back'
  }
}

interface Known {
  rows: readonly Attempt[]
  cycles: readonly Cycle[]
}

/**
 * Whether a word on a duty is still taken: in its own cycle always, in the one after it as a late one, and whenever it was
 * sent back, however long ago.
 */
function opener({ rows, cycles }: Known) {
  const standing = standingIn(rows)
  const places = new Map(cycles.map(({ key }, place) => [key, place]))
  const isOpen = (duty: DutyFact): boolean => {
    const place = places.get(duty.cycle)
    return place !== undefined && (place >= cycles.length - 2 || standing(duty) === 'back')
  }
  return { standing, isOpen }
}

/** The same of one duty. */
export const isOpen = (duty: DutyFact, known: Known): boolean => opener(known).isOpen(duty)

/** What an agency sees in its inbox: all of the newest cycle, said or not; of earlier ones what is still owed. */
export function listOwed(duties: readonly DutyFact[], known: Known): DutyFact[] {
  const { standing, isOpen: isTaken } = opener(known)
  const newest = known.cycles.at(-1)?.key
  const now = duties.filter(({ cycle }) => cycle === newest)
  const earlier = duties.filter((duty) => duty.cycle !== newest && isTaken(duty) && standing(duty) !== 'said')
  return [...now, ...earlier.reverse()]
}
