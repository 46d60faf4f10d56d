import { randomInt } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import { eq, inArray } from 'drizzle-orm'
import { type Actor, agencyStaff, type Role, roleTitles } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { listDivisionAgencies } from '#modules/office/organisations/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { implementPrepared } from '#platform/operation/implement.ts'
import { accountContract } from '../contract.ts'
import { accountErrors } from '../domain/errors.ts'
import { askForGrant } from './grants.ts'
import { credentials, users } from './tables.ts'
import { viewUser } from './view-user.ts'

export { hashPassword }

export interface NewUser {
  username: string
  name: string
  role: Role
  agencyId: string | null
  divisionCode: string
  passwordHash: string
  mustChangePassword: boolean
  sample: boolean
  /** Made by a person: it works once the security administrator has confirmed it. */
  awaitingGrant?: true
}

export const createUser = () =>
  implementPrepared(accountContract.createUser, newPassword, async (call) => {
    const { tx, actor, now, about, prepared } = call
    const { reason, ...input } = call.input
    await requireAgency(tx, input, actor)
    const { divisionCode } = actor
    const account = { ...input, divisionCode, passwordHash: prepared.hash, mustChangePassword: true, sample: false }
    const user = await insertUser(tx, { ...account, awaitingGrant: true }, now)
    await askForGrant(call, user, { ...input, reason })
    about(`账号 ${user.username}`, { role: user.role, agencyId: user.agencyId, reason })
    return { user: await viewUser(tx, user, actor, now), password: prepared.password }
  })

/** A password made by the program, with its hash. */
export async function newPassword(): Promise<{ password: string; hash: string }> {
  const password = randomPassword()
  return { password, hash: await hashPassword(password) }
}

/** Those who speak for an agency have one; it must be in the county's register. */
export async function requireAgency(
  tx: Tx,
  { role, agencyId }: { role: Role; agencyId: string | null },
  { divisionCode }: Pick<Actor, 'divisionCode'>,
): Promise<void> {
  const needed = agencyStaff.includes(role)
  if (agencyId === null) {
    if (needed) throw accountErrors.agencyRequired({ role: roleTitles[role] })
    return
  }
  const agencies = await listDivisionAgencies(tx, divisionCode)
  if (!agencies.some(({ id }) => id === agencyId)) throw accountErrors.agencyNotFound({})
}

/** Adds the person and the hash of the password; a taken username is refused. */
export async function insertUser(tx: Tx, fields: NewUser, now: Date): Promise<typeof users.$inferSelect> {
  const { passwordHash, awaitingGrant = false, ...person } = fields
  const [taken] = await tx.select({ id: users.id }).from(users).where(eq(users.username, person.username))
  if (taken) throw accountErrors.usernameTaken({ username: person.username })
  const id = newId()
  const stamps = { createdAt: now, updatedAt: now }
  // better-auth wants an address; ours is no one's mailbox (RFC 6761 `invalid`).
  const row = {
    ...person, id, ...stamps, email: `${id}@users.invalid`, emailVerified: true, image: null, displayUsername: person.username,
    passwordChangedAt: now, disabledReason: null,
    awaitingGrant,
  } // biome-ignore format: few lines
  await tx.insert(users).values(row)
  await tx
    .insert(credentials)
    .values({ id: newId(), accountId: id, providerId: 'credential', userId: id, password: passwordHash, ...stamps })
  return row
}

/** The accounts of a sample have one password, which everybody is told. */
export async function setSamplePassword(tx: Tx, passwordHash: string): Promise<void> {
  const samples = tx.select({ id: users.id }).from(users).where(eq(users.sample, true))
  await tx.update(credentials).set({ password: passwordHash }).where(inArray(credentials.userId, samples))
}

const letters = ['abcdefghjkmnpqrstuvwxyz', 'ABCDEFGHJKLMNPQRSTUVWXYZ', '23456789']

const pick = (set: string): string => set[randomInt(set.length)] ?? ''

const group = (): string => [...letters, letters.join('')].map(pick).join('')

/** Sixteen characters that are not taken for one another when read aloud, in four groups. */
export function randomPassword(): string {
  return [group(), group(), group(), group()].join('-')
}
