import { and, asc, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { type Actor, administrators, type Mandate, type Role, roleTitles } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { type Party, partyColumns, partyOf, partyWord } from '#kernel/party.ts'
import { agencyNameOf } from '#modules/office/organisations/server/index.ts'
import { holdSubject } from '#platform/database/hold-subject.ts'
import { type Owner, sameRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { accountErrors } from '../domain/errors.ts'
import { findConflict, type Held, type MandateRow, mandateTitle } from '../domain/mandate.ts'
import { type grants, mandates, sessions, users } from './tables.ts'

export const isOpen = isNull(mandates.endedAt)

/** Beside a mandate: whether its person has another. */
export const hasOthers = sql<boolean>`exists (select 1 from accounts.mandate other where
  other.division_code = ${mandates.divisionCode} and other.user_id = ${mandates.userId} and other.ended_at is null and other.id <> ${mandates.id})`

/** What the party of a row is called, as a column of a query that joins: only agencies have names yet. */
export const partyNameOf = ({ divisionCode, partyKind, partyId }: typeof mandates | typeof grants) =>
  sql<string | null>`case when ${partyKind} = 'agency' then ${agencyNameOf({ divisionCode, agencyId: partyId })} end`

/** A mandate somebody may act in now, with what its party is called and whose it is. */
export interface OpenMandate extends MandateRow, Held {
  partyName: string | null
}

export const titleOf = ({ role, partyName }: Pick<OpenMandate, 'role' | 'partyName'>): string =>
  mandateTitle(role, partyName)

const readOpen = async (tx: Tx, which: SQL | undefined): Promise<OpenMandate[]> => {
  const rows = await tx
    .select({ mandate: mandates, name: users.name, username: users.username, partyName: partyNameOf(mandates) })
    .from(mandates)
    .innerJoin(users, eq(users.id, mandates.userId))
    .where(and(isOpen, which))
    .orderBy(asc(mandates.beganAt), asc(mandates.id))
  return rows.map(({ mandate, ...more }) => ({ ...mandate, ...more }))
}

/** What these people may act in, in a division. */
export const listOpen = (tx: Tx, userIds: readonly string[], { divisionCode }: Owner): Promise<OpenMandate[]> =>
  readOpen(tx, and(eq(mandates.divisionCode, divisionCode), inArray(mandates.userId, [...userIds])))

export async function beginMandate(
  tx: Tx,
  { party, ...fields }: Omit<Mandate, 'id'> & { userId: string },
  now: Date,
): Promise<MandateRow> {
  const row = {
    ...fields,
    ...partyColumns(party),
    id: newId(now.getTime()),
    beganAt: now,
    endedAt: null,
    chosenAt: null,
  }
  await tx.insert(mandates).values(row)
  return row
}

/**
 * Whoever is acting in it is signed out.
 * @returns what has ended; undefined when there is no such one, or no more
 */
export async function closeMandate(
  tx: Tx,
  mandate: Pick<MandateRow, 'divisionCode' | 'id' | 'userId'>,
  now: Date,
): Promise<MandateRow | undefined> {
  const open = and(sameRow(mandates, mandate), eq(mandates.userId, mandate.userId), isOpen)
  const [ended] = await tx.update(mandates).set({ endedAt: now }).where(open).returning()
  await tx.delete(sessions).where(and(eq(sessions.userId, mandate.userId), eq(sessions.mandateId, mandate.id)))
  return ended
}

interface Asked extends Pick<Actor, 'userId' | 'name' | 'role' | 'divisionCode'> {
  /** What is to end when this begins does not stand in its way. */
  replacesId?: string | null
}

/**
 * Holds the administrations of the division until the transaction ends, so that two who give duties see each other.
 * @returns what the person has there
 * @throws twoAdministrations, mixedDuties
 */
export async function refuseConflict(tx: Tx, { divisionCode, replacesId, ...asked }: Asked): Promise<OpenMandate[]> {
  await holdSubject(tx, `administrations:${divisionCode}`)
  const theirs = or(eq(users.id, asked.userId), eq(users.name, asked.name))
  const held = await readOpen(tx, and(eq(mandates.divisionCode, divisionCode), theirs))
  const staying = held.filter(({ id }) => id !== replacesId)
  const other = findConflict(asked, staying)
  if (!other) return held.filter(({ userId }) => userId === asked.userId)
  const isBoth = administrators.includes(other.role) && administrators.includes(asked.role)
  const said = { name: other.name, username: other.username, role: roleTitles[other.role] }
  throw isBoth ? accountErrors.twoAdministrations(said) : accountErrors.mixedDuties(said)
}

/** @throws alreadyHeld */
export function refuseHeld(held: readonly OpenMandate[], asked: { role: Role; party: Party | null }): void {
  const word = partyWord(asked.party)
  const same = held.find((row) => row.role === asked.role && partyWord(partyOf(row)) === word)
  if (same) throw accountErrors.alreadyHeld({ title: titleOf(same) })
}
