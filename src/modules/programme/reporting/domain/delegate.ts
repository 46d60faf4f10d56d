import { addDays } from '#kernel/day.ts'
import { reportingErrors } from './errors.ts'
import type { Delegation } from './reporting.ts'

interface Named {
  leads: readonly { agencyId: string | null }[]
  participants: readonly { agencyId: string | null }[]
}

const ids = (agencies: Named['leads']): string[] => [...new Set(agencies.flatMap(({ agencyId }) => agencyId ?? []))]

/**
 * Who of a task may give its reporting away, and to whom: a lead to a participant. For a person of an agency only what
 * their agency leads; `own` null is the office, who may for all.
 */
export function delegationChoices(task: Named, own: readonly string[] | null): { from: string[]; to: string[] } {
  const leads = ids(task.leads)
  const from = own === null ? leads : leads.filter((id) => own.includes(id))
  return { from, to: ids(task.participants).filter((id) => !leads.includes(id)) }
}

/** Refuses what the plan does not carry: another's task, an agency the task does not name, days that run backwards. */
export function checkDelegation(
  given: Pick<Delegation, 'fromAgencyId' | 'toAgencyId' | 'fromOn' | 'toOn'>,
  { from, to }: { from: readonly string[]; to: readonly string[] },
): void {
  if (!from.includes(given.fromAgencyId)) throw reportingErrors.notLead({})
  if (!to.includes(given.toAgencyId)) throw reportingErrors.notParticipant({})
  if (given.toOn !== null && given.toOn < given.fromOn) throw reportingErrors.periodBackwards({})
}

const last = (toOn: string | null): string => toOn ?? '9999-12-31'

type Lasting = Pick<Delegation, 'fromAgencyId' | 'fromOn' | 'toOn'>

/** Of two at one time only the first would count, so a second is refused. */
export function refuseSecondDelegation(asked: Lasting, given: readonly Lasting[]): void {
  const other = given.find(
    ({ fromAgencyId, fromOn, toOn }) =>
      fromAgencyId === asked.fromAgencyId &&
      fromOn <= last(toOn) &&
      fromOn <= last(asked.toOn) &&
      asked.fromOn <= last(toOn),
  )
  if (other) throw reportingErrors.alreadyDelegated({ fromOn: other.fromOn })
}

/** Ended today, it lasts until yesterday; what ended before keeps its day. */
export function endOf({ toOn }: Pick<Delegation, 'toOn'>, today: string): string {
  const yesterday = addDays(today, -1)
  return toOn !== null && toOn < yesterday ? toOn : yesterday
}
