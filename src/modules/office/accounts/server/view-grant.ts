import { and, eq, inArray } from 'drizzle-orm'
import type { Actor } from '#kernel/actor.ts'
import { may } from '#kernel/contract.ts'
import type { Tx } from '#platform/database/tx.ts'
import { accountContract, type GrantView } from '../contract.ts'
import { accountErrors } from '../domain/errors.ts'
import { type Grant, grantFlow, grantStateTitles, isPartyTo } from '../domain/grant.ts'
import type { MandateRow } from '../domain/mandate.ts'
import { listOpen, nameMandates } from './mandates.ts'
import { users } from './tables.ts'

type UserRow = typeof users.$inferSelect

/** Mandates asked for, beside what the person has now. */
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
  const open = await listOpen(tx, ids, actor.divisionCode)
  const titleOf = await nameMandates(tx, [...rows, ...open])
  return rows.flatMap((grant) => {
    const user = people.get(grant.userId)
    const held = open.filter(({ userId }) => userId === grant.userId)
    return user ? [viewGrant(grant, user, { held, titleOf, actor })] : []
  })
}

interface Known {
  /** What the person may act in now. */
  held: readonly MandateRow[]
  titleOf: Awaited<ReturnType<typeof nameMandates>>
  actor: Actor
}

function viewGrant(grant: Grant, user: UserRow, { held, titleOf, actor }: Known): GrantView {
  const replaced = held.find(({ id }) => id === grant.replacesId)
  const decides = may(actor, accountContract.confirmGrant)
  const isParty = isPartyTo(grant, actor.userId)
  const can = (step: 'confirm' | 'refuse') => decides && !isParty && grantFlow.can(grant.state, step)
  return {
    ...grant,
    username: user.username,
    personName: user.name,
    title: titleOf(grant),
    before: replaced ? titleOf(replaced) : null,
    held: held.filter((one) => one !== replaced).map(titleOf),
    stateTitle: grantStateTitles[grant.state],
    can: { confirmGrant: can('confirm'), refuseGrant: can('refuse') },
    obstacle: decides && isParty && grant.state === 'pending' ? accountErrors.ownGrant({}).message : null,
  }
}
