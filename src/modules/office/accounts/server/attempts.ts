import { eq, inArray, lt } from 'drizzle-orm'
import type { Db, Tx } from '#platform/database/tx.ts'
import { afterFailure, type Lock, type LockRules, longest, unlocked } from '../domain/sign-in-lock.ts'
import { attempts } from './tables.ts'

/** Attempts are kept by what was tried, whether or not there is such an account: nobody learns names from a lock. */
export const byName = (username: string): string => `name:${username}`
/** In browsers that know the person: out of reach of what strangers try under the name. */
export const byKnownBrowser = (username: string): string => `known:${username}`
export const byAddress = (address: string): string => `address:${address}`

/** What nobody tried for a day is forgotten, so that made-up names do not pile up. */
const remembered = 24 * 60 * 60 * 1000

export async function findLock(tx: Tx | Db, key: string): Promise<Lock> {
  const [found] = await tx.select().from(attempts).where(eq(attempts.key, key))
  return found ?? unlocked
}

/** Counts one more attempt as failed; two at once come one after the other. */
export async function countAttempt(
  tx: Tx,
  key: string,
  { rules, now }: { rules: LockRules; now: Date },
): Promise<Lock> {
  await tx.delete(attempts).where(lt(attempts.lastAt, new Date(now.getTime() - remembered)))
  await tx
    .insert(attempts)
    .values({ key, ...unlocked, lastAt: now })
    .onConflictDoNothing()
  const [before] = await tx.select().from(attempts).where(eq(attempts.key, key)).for('update')
  const lock = afterFailure(before ?? unlocked, now, rules)
  await tx
    .update(attempts)
    .set({ ...lock, lastAt: now })
    .where(eq(attempts.key, key))
  return lock
}

/** Takes an attempt back that was half right: the password was, and the code is still to come. */
export const restoreLock = (tx: Tx, key: string, { failures, lockedUntil }: Lock) =>
  tx.update(attempts).set({ failures, lockedUntil }).where(eq(attempts.key, key))

export const forgetAttempts = (tx: Tx, ...keys: string[]) => tx.delete(attempts).where(inArray(attempts.key, keys))

const keysOf = (username: string): string[] => [byName(username), byKnownBrowser(username)]

/** What shuts a person out anywhere, in the browsers that know them or in all others. */
export async function findLocks(tx: Tx, usernames: readonly string[]): Promise<(username: string) => Lock> {
  const rows = await tx
    .select()
    .from(attempts)
    .where(inArray(attempts.key, usernames.flatMap(keysOf)))
  const lockOf = new Map(rows.map((row) => [row.key, row]))
  return (username) => longest(keysOf(username).map((key) => lockOf.get(key) ?? unlocked))
}

/** The person begins anew, wherever they were shut out. */
export const forgetPerson = (tx: Tx, username: string) => forgetAttempts(tx, ...keysOf(username))
