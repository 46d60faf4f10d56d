import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { type Actor, administrators, type Mandate, type Role, roleTitles } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { agencyOf, type Party, type PartyColumns, partyColumns, partyOf } from '#kernel/party.ts'
import { getAgencyNames } from '#modules/office/organisations/server/index.ts'
import { holdSubject } from '#platform/database/hold-subject.ts'
import { sameRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { accountErrors } from '../domain/errors.ts'
import { findConflict, type MandateRow, mandateTitle } from '../domain/mandate.ts'
import { mandates, sessions, users } from './tables.ts'

export const isOpen = isNull(mandates.endedAt)

/** Beside a mandate: whether its person has another. */
export const hasOthers = sql<boolean>`exists (select 1 from accounts.mandate other where other.user_id = ${mandates.userId}
  and other.ended_at is null and other.id <> ${mandates.id})`

/** What these people may act in now; all over, or in one division, whose administrators know of no other. */
export const listOpen = (tx: Tx, userIds: readonly string[], divisionCode?: string): Promise<MandateRow[]> =>
  tx
    .select()
    .from(mandates)
    .where(
      and(
        inArray(mandates.userId, [...userIds]),
        divisionCode === undefined ? undefined : eq(mandates.divisionCode, divisionCode),
        isOpen,
      ),
    )
    .orderBy(asc(mandates.beganAt), asc(mandates.id))

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

/** Whoever is acting in it is signed out. */
export async function closeMandate(tx: Tx, mandate: MandateRow, now: Date): Promise<void> {
  await tx.update(mandates).set({ endedAt: now }).where(sameRow(mandates, mandate))
  await tx.delete(sessions).where(and(eq(sessions.userId, mandate.userId), eq(sessions.mandateId, mandate.id)))
}

interface Asked extends Pick<Actor, 'userId' | 'name' | 'role' | 'divisionCode'> {
  /** What is to end when this begins does not stand in its way. */
  replacesId?: string | null
}

/** @throws twoAdministrations, mixedDuties */
export async function refuseConflict(tx: Tx, { divisionCode, replacesId, ...asked }: Asked): Promise<void> {
  await holdSubject(tx, `administrations:${divisionCode}`)
  const theirs = or(eq(users.id, asked.userId), eq(users.name, asked.name))
  const held = await tx
    .select({ id: mandates.id, role: mandates.role, userId: users.id, name: users.name, username: users.username })
    .from(mandates)
    .innerJoin(users, eq(users.id, mandates.userId))
    .where(and(eq(mandates.divisionCode, divisionCode), isOpen, theirs))
  const other = findConflict(
    asked,
    held.filter(({ id }) => id !== replacesId),
  )
  if (!other) return
  const isBoth = administrators.includes(other.role) && administrators.includes(asked.role)
  const said = { name: other.name, username: other.username, role: roleTitles[other.role] }
  throw isBoth ? accountErrors.twoAdministrations(said) : accountErrors.mixedDuties(said)
}

type Titled = { role: Role } & (PartyColumns | { party: Party | null })

const agencyIdOf = (row: Titled): string | null => agencyOf('party' in row ? row.party : partyOf(row))

/** What these are called, each by its duty and the name of its agency. */
export async function nameMandates(tx: Tx, rows: readonly Titled[]): Promise<(row: Titled) => string> {
  const ids = rows.flatMap((row) => agencyIdOf(row) ?? [])
  const names = await getAgencyNames(tx, [...new Set(ids)])
  return (row) => mandateTitle(row.role, names.get(agencyIdOf(row) ?? '') ?? null)
}
