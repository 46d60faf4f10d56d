import type { Actor } from '#kernel/actor.ts'
import { type Refusal } from '#kernel/errors.ts'
import { mayReadSaid } from '#kernel/sight.ts'
import { statementErrors } from './errors.ts'
import { type Statement, statementFlow, statusTitles } from './statement.ts'

/** Who looks at a statement: the person, the agencies they act for, and the task's leads. */
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
  statement: Pick<Statement, 'agencyId' | 'submittedById'>,
  { actor, ownAgencyIds, leadIds, agencyName }: Looking,
): Refusal | null {
  if (statement.submittedById === actor.userId) return statementErrors.ownStatement({})
  if (actor.role === 'office') return null
  const own = ownAgencyIds.includes(statement.agencyId)
  const led = leadIds.some((id) => ownAgencyIds.includes(id)) && !leadIds.includes(statement.agencyId)
  if (reviewing.has(actor.role) && (own || led)) return null
  return statementErrors.notReviewer({ agency: agencyName })
}

/** Whether this person reads a statement at all; the rule is the county's one for what is said of tasks. */
export const mayRead = (
  { agencyId }: Pick<Statement, 'agencyId'>,
  { actor, ownAgencyIds, leadIds }: Pick<Looking, 'actor' | 'ownAgencyIds' | 'leadIds'>,
): boolean => mayReadSaid({ leadIds, namedIds: leadIds, saidBy: [agencyId] }, { actor, ownAgencyIds })

/** Why a button is not there; the same function decides the act. */
export interface Allowed {
  allowed: boolean
  reason: string | null
}

const allow = (refusal: Refusal | null): Allowed => ({ allowed: refusal === null, reason: refusal?.message ?? null })

export const withdrawRefusal = (
  { agencyId }: Pick<Statement, 'agencyId'>,
  { ownAgencyIds }: Pick<Looking, 'ownAgencyIds'>,
): Refusal | null => (ownAgencyIds.includes(agencyId) ? null : statementErrors.notReporter({}))

export function rightsOn(
  statement: Pick<Statement, 'agencyId' | 'submittedById' | 'status'>,
  looking: Looking,
): { review: Allowed; withdraw: Allowed } {
  if (!statementFlow.can(statement.status, 'sign')) {
    const done = { allowed: false, reason: `这条${statusTitles[statement.status]}，不再处理。` }
    return { review: done, withdraw: done }
  }
  return { review: allow(reviewRefusal(statement, looking)), withdraw: allow(withdrawRefusal(statement, looking)) }
}
