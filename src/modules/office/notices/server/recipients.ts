import { agencyStaff, type Role } from '#kernel/actor.ts'
import { type Holder, listHolders } from '#modules/office/accounts/server/index.ts'
import { findAgency } from '#modules/office/organisations/server/index.ts'
import { owned } from '#platform/database/same-row.ts'
import type { Call } from '#platform/operation/implement.ts'

/**
 * Who is told: the staff of an agency, or those of some roles there; all of some roles in the county; a named person, as
 * staff of an agency or in some roles.
 */
export type Recipients =
  | { userId: string; agencyId: string }
  | { userId: string; roles: readonly Role[] }
  | { agencyId: string; roles?: readonly Role[] }
  | { roles: readonly Role[] }

/**
 * Accounts in use, each once: who would be told in two mandates is told in the one they have had longer. The teller is left
 * out of agencies and roles: nobody needs to be told what they did.
 */
export async function listRecipients(
  { tx, actor }: Pick<Call<unknown>, 'tx' | 'actor'>,
  to: Recipients,
): Promise<Holder[]> {
  const named = 'userId' in to ? { userIds: [to.userId] } : {}
  const agencyIds =
    'agencyId' in to ? { agencyIds: 'userId' in to ? [to.agencyId] : await agenciesOf({ tx, actor }, to.agencyId) } : {}
  const roles = 'roles' in to && to.roles ? to.roles : agencyStaff
  // In one order, so that two tellers at once wait for each other.
  const holders = await listHolders(tx, actor.divisionCode, { ...named, ...agencyIds, roles })
  const each = new Map(holders.toReversed().map((holder) => [holder.userId, holder]))
  const once = holders.filter((holder) => each.get(holder.userId) === holder)
  return 'userId' in to ? once : once.filter(({ userId }) => userId !== actor.userId)
}

/** A group (各乡镇) has no staff of its own. */
async function agenciesOf(
  { tx, actor }: Pick<Call<unknown>, 'tx' | 'actor'>,
  agencyId: string,
): Promise<readonly string[]> {
  const agency = await findAgency(tx, owned(agencyId, actor))
  return agency?.kind === 'group' ? agency.memberIds : [agencyId]
}
