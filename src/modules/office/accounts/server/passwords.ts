import { and, desc, eq } from 'drizzle-orm'
import type { Actor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import type { Tx } from '#platform/database/tx.ts'
import { accountErrors } from '../domain/errors.ts'
import { credentials, formerPasswords, users } from './tables.ts'

/** The account of whoever is acting. */
export async function getOwnUser(tx: Tx, { userId }: Pick<Actor, 'userId'>): Promise<typeof users.$inferSelect> {
  const [user] = await tx.select().from(users).where(eq(users.id, userId))
  if (!user) throw accountErrors.userNotFound({})
  return user
}

/** The hashes a new password must not be one of, the present one first. */
export async function listHashes(tx: Tx, userId: string, remembered: number): Promise<string[]> {
  const former = await tx
    .select({ hash: formerPasswords.hash })
    .from(formerPasswords)
    .where(eq(formerPasswords.userId, userId))
    .orderBy(desc(formerPasswords.retiredAt), desc(formerPasswords.id))
    .limit(remembered - 1)
  return [(await findPasswordHash(tx, userId)) ?? '', ...former.map((row) => row.hash)].filter(Boolean)
}

/** Replaces a password and keeps the old one's hash. */
export async function setPassword(
  tx: Tx,
  userId: string,
  change: { hash: string; mustChange: boolean; now: Date },
): Promise<void> {
  const { hash, mustChange, now } = change
  const retired = await findPasswordHash(tx, userId)
  if (retired !== undefined)
    await tx.insert(formerPasswords).values({ id: newId(), userId, hash: retired, retiredAt: now })
  await tx.update(credentials).set({ password: hash, updatedAt: now }).where(ofUser(userId))
  await tx
    .update(users)
    .set({ mustChangePassword: mustChange, passwordChangedAt: now, updatedAt: now })
    .where(eq(users.id, userId))
}

const ofUser = (userId: string) => and(eq(credentials.userId, userId), eq(credentials.providerId, 'credential'))

export async function findPasswordHash(tx: Tx, userId: string): Promise<string | undefined> {
  const [credential] = await tx.select().from(credentials).where(ofUser(userId))
  return credential?.password ?? undefined
}
