import { randomInt } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import { eq, inArray } from 'drizzle-orm'
import { type Actor, type Mandate, type Role, roleLines, roleTitles } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { type Party, partyAgency, partyKindTitles } from '#kernel/party.ts'
import { listDivisionAgencies } from '#modules/office/organisations/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { implementPrepared } from '#platform/operation/implement.ts'
import { accountContract } from '../contract.ts'
import { accountErrors } from '../domain/errors.ts'
import { mandateOf } from '../domain/mandate.ts'
import { askForGrant } from './grants.ts'
import { beginMandate } from './mandates.ts'
import { credentials, users } from './tables.ts'
import { viewUser } from './view-user.ts'

export { hashPassword }

interface NewAccount {
  username: string
  name: string
  post?: string | null
  phone?: string | null
  divisionCode: string
  /** Null until a first one is made: nobody signs in without. */
  passwordHash: string | null
  mustChangePassword: boolean
  sample: boolean
}

export interface NewUser extends NewAccount {
  passwordHash: string
  role: Role
  agencyId: string | null
}

export const createUser = () =>
  implementPrepared(accountContract.createUser, newPassword, async (call) => {
    const { tx, actor, now, about, prepared } = call
    const { reason, role, agencyId, ...person } = call.input
    const party = await requireParty(tx, { role, agencyId }, actor)
    const { divisionCode } = actor
    const account = { ...person, divisionCode, passwordHash: prepared.hash, mustChangePassword: true, sample: false }
    const user = await insertAccount(tx, account, now)
    await askForGrant(call, user, { role, party, replacesId: null, reason })
    about(`账号 ${user.username}`, { role, agencyId, reason })
    return { user: await viewUser(tx, user, actor, now), password: prepared.password }
  })

/** A password made by the program, with its hash. */
export async function newPassword(): Promise<{ password: string; hash: string }> {
  const password = randomPassword()
  return { password, hash: await hashPassword(password) }
}

/** Whom somebody of this role acts for. Those who speak for an agency have one; it must be in the county's register. */
export async function requireParty(
  tx: Tx,
  { role, agencyId }: { role: Role; agencyId: string | null },
  { divisionCode }: Pick<Actor, 'divisionCode'>,
): Promise<Party | null> {
  const { actsFor, forCounty = false } = roleLines[role]
  if (actsFor !== 'agency')
    throw accountErrors.partyOfAnother({ role: roleTitles[role], kind: partyKindTitles[actsFor] })
  if (agencyId === null && !forCounty) throw accountErrors.agencyRequired({ role: roleTitles[role] })
  const agencies = agencyId === null ? [] : await listDivisionAgencies(tx, divisionCode)
  if (agencyId !== null && !agencies.some(({ id }) => id === agencyId)) throw accountErrors.agencyNotFound({})
  return partyAgency(agencyId)
}

/** Adds an account that may not do anything yet, and the hash of its password; a taken username is refused. */
export async function insertAccount(
  tx: Tx,
  { id = newId(), ...fields }: NewAccount & { id?: string },
  now: Date,
): Promise<typeof users.$inferSelect> {
  const { passwordHash, ...person } = fields
  const [taken] = await tx.select({ id: users.id }).from(users).where(eq(users.username, person.username))
  if (taken) throw accountErrors.usernameTaken({ username: person.username })
  const stamps = { createdAt: now, updatedAt: now }
  // better-auth wants an address; ours is no one's mailbox (RFC 6761 `invalid`).
  const row = {
    post: null,
    phone: null,
    ...person,
    id,
    ...stamps,
    email: `${id}@users.invalid`,
    emailVerified: true,
    image: null,
    displayUsername: person.username,
    passwordChangedAt: now,
    disabledReason: null,
  }
  await tx.insert(users).values(row)
  await tx
    .insert(credentials)
    .values({ id: newId(), accountId: id, providerId: 'credential', userId: id, password: passwordHash, ...stamps })
  return row
}

/** Adds a person who may act at once, as no person asked for it: the first start, a sample, a test. */
export async function insertUser(
  tx: Tx,
  { role, agencyId, ...account }: NewUser,
  now: Date,
): Promise<typeof users.$inferSelect & { mandate: Mandate }> {
  const user = await insertAccount(tx, account, now)
  const { divisionCode } = account
  return { ...user, mandate: await addMandate(tx, { userId: user.id, divisionCode, role, agencyId }, now) }
}

/** One more mandate of a person who is there. */
export async function addMandate(
  tx: Tx,
  { agencyId, ...fields }: { userId: string } & Pick<NewUser, 'divisionCode' | 'role' | 'agencyId'>,
  now: Date,
): Promise<Mandate> {
  return mandateOf(await beginMandate(tx, { ...fields, party: partyAgency(agencyId) }, now))
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
