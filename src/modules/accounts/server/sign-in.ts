import { eq } from 'drizzle-orm'
import type { Db } from '#platform/database/tx.ts'
import { implement } from '#platform/operation/implement.ts'
import { accountContract } from '../contract.ts'
import { accountErrors } from '../domain/errors.ts'
import { afterFailure, isLocked, lockRules, minutesLeft, unlocked } from '../domain/sign-in-lock.ts'
import type { AccountPorts } from './ports.ts'
import { users } from './tables.ts'
import { viewSession } from './view-session.ts'

export const signIn = (ports: AccountPorts) =>
  implement(accountContract.signIn, async ({ input, tx, now, wire, about }) => {
    const username = input.username.toLowerCase()
    about(`用户名 ${username}`, { address: wire.address })
    const [user] = await tx.select().from(users).where(eq(users.username, username))
    if (user) refuseClosed(user, ports, now)
    const answer = await ports.auth.api.signInUsername({
      body: { username, password: input.password }, headers: wire.headers, asResponse: true,
    }) // biome-ignore format: one line
    if (!user || !answer.ok) {
      const failures = user ? await countFailure(ports.db, user.id, now) : 1
      throw accountErrors.wrongPassword({ left: lockRules.failures - failures })
    }
    for (const line of answer.headers.getSetCookie()) wire.setCookie(line)
    if (user.failures > 0) await tx.update(users).set(unlocked).where(eq(users.id, user.id))
    return viewSession(tx, user, now)
  })

type UserRow = typeof users.$inferSelect

function refuseClosed(user: UserRow, ports: AccountPorts, now: Date): void {
  if (user.sample && !ports.onLoopback) throw accountErrors.sampleOffLoopback({})
  if (user.disabledReason !== null) throw accountErrors.disabled({ reason: user.disabledReason })
  if (isLocked(user, now)) throw accountErrors.locked({ minutes: minutesLeft(user, now) })
}

/** In a transaction of its own: the refusal that follows undoes the caller's. */
const countFailure = (db: Db, userId: string, now: Date): Promise<number> =>
  db.transaction(async (tx) => {
    const [user] = await tx.select().from(users).where(eq(users.id, userId)).for('update')
    if (!user) return 1
    const lock = afterFailure(user, now)
    await tx.update(users).set(lock).where(eq(users.id, userId))
    return lock.failures
  })
