import { and, desc, eq, type SQL } from 'drizzle-orm'
import type { Actor } from '#kernel/actor.ts'
import { may } from '#kernel/contract.ts'
import type { Tx } from '#platform/database/tx.ts'
import { accountContract, type GrantView } from '../contract.ts'
import { accountErrors } from '../domain/errors.ts'
import { type Grant, grantFlow, grantStateTitles, isPartyTo } from '../domain/grant.ts'
import { type OpenMandate, partyNameOf, titleOf } from './mandates.ts'
import { grants, users } from './tables.ts'

/** A question with the person it is about and what its party is called. */
export interface GrantRow extends Grant {
  username: string
  personName: string
  post: string | null
  phone: string | null
  partyName: string | null
}

export const isPendingOf = ({ id, divisionCode }: { id: string; divisionCode: string }) =>
  and(eq(grants.divisionCode, divisionCode), eq(grants.userId, id), eq(grants.state, 'pending'))

/** The newest first. */
export async function listGrantRows(tx: Tx, which: SQL | undefined, most?: number): Promise<GrantRow[]> {
  const query = tx
    .select({
      grant: grants,
      username: users.username,
      personName: users.name,
      post: users.post,
      phone: users.phone,
      partyName: partyNameOf(grants),
    })
    .from(grants)
    .innerJoin(users, eq(users.id, grants.userId))
    .where(which)
    .orderBy(desc(grants.askedAt), desc(grants.id))
  const rows = await (most === undefined ? query : query.limit(most))
  return rows.map(({ grant, ...more }) => ({ ...grant, ...more }))
}

/** A mandate asked for, beside what people have now. */
export function viewGrant(grant: GrantRow, open: readonly OpenMandate[], actor: Actor): GrantView {
  const held = open.filter(({ userId }) => userId === grant.userId)
  const replaced = held.find(({ id }) => id === grant.replacesId)
  const decides = may(actor, accountContract.confirmGrant)
  const isParty = isPartyTo(grant, actor.userId)
  const can = (step: 'confirm' | 'refuse') => decides && !isParty && grantFlow.can(grant.state, step)
  return {
    ...grant,
    title: titleOf(grant),
    before: replaced ? titleOf(replaced) : null,
    held: held.filter((one) => one !== replaced).map(titleOf),
    stateTitle: grantStateTitles[grant.state],
    can: { confirmGrant: can('confirm'), refuseGrant: can('refuse') },
    obstacle: decides && isParty && grant.state === 'pending' ? accountErrors.ownGrant({}).message : null,
  }
}
