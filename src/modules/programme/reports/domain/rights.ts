import type { Actor } from '#kernel/actor.ts'
import { type Refusal } from '#kernel/errors.ts'
import { mayReadSaid } from '#kernel/sight.ts'
import { reportErrors } from './errors.ts'
import { type Report, reportFlow, statusTitles } from './report.ts'

/** Who looks at a report: the person, the agencies they act for, and the task's leads. */
export interface Looking {
  actor: Pick<Actor, 'userId' | 'role'>
  /** The person's agency and the groups it is a member of. */
  ownAgencyIds: readonly string[]
  leadIds: readonly string[]
  agencyName: string
}

const reviewing: ReadonlySet<Actor['role']> = new Set(['reviewer', 'agencyHead'])

/**
 * Whether this person reviews what the agency says of the task: the office everything; a reviewer or head what their own
 * agency says, and what others say of a task their agency leads. Nobody what they said themselves.
 */
export function reviewRefusal(
  report: Pick<Report, 'agencyId' | 'submittedById'>,
  { actor, ownAgencyIds, leadIds, agencyName }: Looking,
): Refusal | null {
  if (report.submittedById === actor.userId) return reportErrors.ownReport({})
  if (actor.role === 'office') return null
  const own = ownAgencyIds.includes(report.agencyId)
  const led = leadIds.some((id) => ownAgencyIds.includes(id)) && !leadIds.includes(report.agencyId)
  if (reviewing.has(actor.role) && (own || led)) return null
  return reportErrors.notReviewer({ agency: agencyName })
}

/** Whether this person reads a report at all; the rule is the county's one for what is said of tasks. */
export const mayRead = (
  { agencyId }: Pick<Report, 'agencyId'>,
  { actor, ownAgencyIds, leadIds }: Pick<Looking, 'actor' | 'ownAgencyIds' | 'leadIds'>,
): boolean => mayReadSaid({ leadIds, namedIds: leadIds, saidBy: [agencyId] }, { actor, ownAgencyIds })

/** Why a button is not there; the same function decides the act. */
export interface Allowed {
  allowed: boolean
  reason: string | null
}

const allow = (refusal: Refusal | null): Allowed => ({ allowed: refusal === null, reason: refusal?.message ?? null })

export const withdrawRefusal = (
  { agencyId }: Pick<Report, 'agencyId'>,
  { ownAgencyIds }: Pick<Looking, 'ownAgencyIds'>,
): Refusal | null => (ownAgencyIds.includes(agencyId) ? null : reportErrors.notReporter({}))

/** A signed figure is corrected by the agency that stated it; before it is signed it is withdrawn or sent back. */
export function correctRefusal(
  { agencyId, status, values }: Pick<Report, 'agencyId' | 'status' | 'values'>,
  { ownAgencyIds, actor }: Looking,
): Refusal | null {
  if (status !== 'signed') return reportErrors.notSigned({ status: statusTitles[status] })
  if (actor.role === 'office' || !ownAgencyIds.includes(agencyId)) return reportErrors.notCorrector({})
  return values.length === 0 ? reportErrors.figureNotStated({}) : null
}

export function rightsOn(
  report: Pick<Report, 'agencyId' | 'submittedById' | 'status' | 'values'>,
  looking: Looking,
): { review: Allowed; withdraw: Allowed; correct: Allowed } {
  const correct = allow(correctRefusal(report, looking))
  if (!reportFlow.can(report.status, 'sign')) {
    const done = { allowed: false, reason: `这条${statusTitles[report.status]}，不再处理。` }
    return { review: done, withdraw: done, correct }
  }
  return { review: allow(reviewRefusal(report, looking)), withdraw: allow(withdrawRefusal(report, looking)), correct }
}
