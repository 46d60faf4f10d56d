import { and, asc, desc, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import { type Actor, actorOf, type Role } from '#kernel/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import { mandateOf, mandateTitle } from '../domain/mandate.ts'
import { hasOthers, isOpen, partyNameOf } from './mandates.ts'
import { mandates, users } from './tables.ts'

/** Somebody in one of their mandates. A person with two stands here twice. */
export interface Holder extends Actor {
  /** The mandate is over, or the account is closed. */
  left: boolean
  /** The person may act in something else too, so that they are told in what they are spoken to. */
  hasOthers: boolean
  /** 澄禾县财政局 · 填报员 */
  title: string
}

/** All that is said must hold. */
export interface HolderQuery {
  userIds?: readonly string[]
  roles?: readonly Role[]
  agencyIds?: readonly string[]
  /** Those who left are asked for too. */
  former?: true
}

const oneOf = (column: Parameters<typeof inArray>[0], values: readonly string[] | undefined): SQL | undefined =>
  values === undefined ? undefined : inArray(column, [...values])

/** Who in a division acts as what for whom: in one order, the ones in use first. */
export async function listHolders(tx: Tx, divisionCode: string, asked: HolderQuery): Promise<Holder[]> {
  const ofAgencies = and(eq(mandates.partyKind, 'agency'), oneOf(mandates.partyId, asked.agencyIds))
  const rows = await tx
    .select({
      mandate: mandates,
      name: users.name,
      disabledReason: users.disabledReason,
      partyName: partyNameOf(mandates),
      hasOthers,
    })
    .from(mandates)
    .innerJoin(users, eq(users.id, mandates.userId))
    .where(
      and(
        eq(mandates.divisionCode, divisionCode),
        oneOf(mandates.userId, asked.userIds),
        oneOf(mandates.role, asked.roles),
        asked.agencyIds && ofAgencies,
        asked.former ? undefined : and(isOpen, isNull(users.disabledReason)),
      ),
    )
    .orderBy(asc(mandates.userId), sql`${desc(mandates.endedAt)} nulls first`, asc(mandates.beganAt), asc(mandates.id))
  return rows.map(({ mandate, name, disabledReason, partyName, hasOthers }) => ({
    ...actorOf({ userId: mandate.userId, name }, mandateOf(mandate)),
    left: disabledReason !== null || mandate.endedAt !== null,
    hasOthers,
    title: mandateTitle(mandate.role, partyName),
  }))
}
