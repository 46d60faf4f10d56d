import { and, eq, inArray } from 'drizzle-orm'
import { type Actor, roleTitles } from '#kernel/actor.ts'
import { may } from '#kernel/contract.ts'
import { getAgencyNames } from '#modules/office/organisations/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { accountContract, type GrantView } from '../contract.ts'
import { accountErrors } from '../domain/errors.ts'
import { type Grant, grantFlow, grantStateTitles, isPartyTo } from '../domain/grant.ts'
import { users } from './tables.ts'

type UserRow = typeof users.$inferSelect

/** Rights asked for, beside what the account may do now. */
export async function viewGrants(tx: Tx, rows: readonly Grant[], actor: Actor): Promise<GrantView[]> {
  if (rows.length === 0) return []
  const ids = rows.map((row) => row.userId)
  const people = new Map(
    (
      await tx
        .select()
        .from(users)
        .where(and(eq(users.divisionCode, actor.divisionCode), inArray(users.id, ids)))
    ).map((user) => [user.id, user]),
  )
  const agencyIds = [...rows, ...people.values()].flatMap((one) => one.agencyId ?? [])
  const names = await getAgencyNames(tx, [...new Set(agencyIds)], actor)
  return rows.flatMap((grant) => {
    const user = people.get(grant.userId)
    return user ? [viewGrant(grant, user, { names, actor })] : []
  })
}

function viewGrant(
  grant: Grant,
  user: UserRow,
  { names, actor }: { names: ReadonlyMap<string, string>; actor: Actor },
): GrantView {
  const agencyName = (id: string | null) => (id === null ? null : (names.get(id) ?? null))
  const decides = may(actor, accountContract.confirmGrant)
  const isParty = isPartyTo(grant, actor.userId)
  const can = (step: 'confirm' | 'refuse') => decides && !isParty && grantFlow.can(grant.state, step)
  return {
    ...grant,
    username: user.username,
    personName: user.name,
    roleTitle: roleTitles[grant.role],
    agencyName: agencyName(grant.agencyId),
    before: user.awaitingGrant ? null : { roleTitle: roleTitles[user.role], agencyName: agencyName(user.agencyId) },
    stateTitle: grantStateTitles[grant.state],
    can: { confirmGrant: can('confirm'), refuseGrant: can('refuse') },
    obstacle: decides && isParty && grant.state === 'pending' ? accountErrors.ownGrant({}).message : null,
  }
}
