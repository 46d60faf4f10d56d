import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import { agencyStaff, type Role } from '#kernel/actor.ts'
import { users } from '#modules/office/accounts/server/index.ts'
import { findAgency } from '#modules/office/organisations/server/index.ts'
import { owned } from '#platform/database/same-row.ts'
import type { Call } from '#platform/operation/implement.ts'

/** Who is told: named people; the staff of an agency, or those of some roles there; all of some roles in the county. */
export type Recipients =
  | { userIds: readonly string[] }
  | { agencyId: string; roles?: readonly Role[] }
  | { roles: readonly Role[] }

export interface Recipient {
  userId: string
  agencyId: string | null
}

/** Accounts in use. The teller is left out of agencies and roles: nobody needs to be told what they did. */
export async function listRecipients(
  { tx, actor }: Pick<Call<unknown>, 'tx' | 'actor'>,
  to: Recipients,
): Promise<Recipient[]> {
  const present = and(eq(users.divisionCode, actor.divisionCode), isNull(users.disabledReason))
  const rows = await tx
    .select({ userId: users.id, agencyId: users.agencyId })
    .from(users)
    .where(and(present, await conditionOf({ tx, actor }, to)))
    // Two tellers at once wait for each other in one order.
    .orderBy(asc(users.id))
  return 'userIds' in to ? rows : rows.filter(({ userId }) => userId !== actor.userId)
}

async function conditionOf({ tx, actor }: Pick<Call<unknown>, 'tx' | 'actor'>, to: Recipients) {
  if ('userIds' in to) return inArray(users.id, [...to.userIds])
  if (!('agencyId' in to)) return inArray(users.role, [...to.roles])
  // A group (各乡镇) has no staff of its own.
  const agency = await findAgency(tx, owned(to.agencyId, actor))
  const agencyIds = agency?.kind === 'group' ? agency.memberIds : [to.agencyId]
  return and(inArray(users.agencyId, agencyIds), inArray(users.role, [...(to.roles ?? agencyStaff)]))
}
