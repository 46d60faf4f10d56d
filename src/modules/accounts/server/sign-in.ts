import { verifyPassword } from 'better-auth/crypto'
import { eq } from 'drizzle-orm'
import type { Db } from '#platform/database/tx.ts'
import { type Call, implement } from '#platform/operation/implement.ts'
import { accountContract } from '../contract.ts'
import type { AccountRules } from '../domain/account-rules.ts'
import { accountErrors } from '../domain/errors.ts'
import { afterFailure, isLocked, minutesLeft, unlocked } from '../domain/sign-in-lock.ts'
import { getPasswordHash } from './change-password.ts'
import type { AccountPorts } from './ports.ts'
import { loadRules } from './rules.ts'
import { isSampleAway } from './sample-accounts.ts'
import { findFactor, isOn, takeCode } from './second-factor.ts'
import { beginSession } from './session-operations.ts'
import { users } from './tables.ts'
import { viewSession } from './view-session.ts'

export const signIn = (ports: AccountPorts) =>
  implement(accountContract.signIn, async (call) => {
    const { input, tx, now, wire, actor, about } = call
    const username = input.username.toLowerCase()
    about(`用户名 ${username}`, { address: wire.address })
    const [user] = await tx.select().from(users).where(eq(users.username, username))
    const rules = await loadRules(tx, user?.divisionCode ?? actor.divisionCode)
    if (user) {
      refuseClosed(user, { ...ports, address: wire.address, now })
      await requireCode(call, user, { ports, rules })
    }
    const answer = await ports.auth.api.signInUsername({
      body: { username, password: input.password }, headers: wire.headers, asResponse: true,
    }) // biome-ignore format: one line
    if (!user || !answer.ok) throw await refuseWrong(user, { ports, rules, now })
    for (const line of answer.headers.getSetCookie()) wire.setCookie(line)
    await beginSession(tx, user.id, { answer, now, alone: rules.singleSession })
    if (user.failures > 0) await tx.update(users).set(unlocked).where(eq(users.id, user.id))
    return viewSession(tx, user, now)
  })

type UserRow = typeof users.$inferSelect

interface Known {
  ports: AccountPorts
  rules: AccountRules
}

function refuseClosed(user: UserRow, at: { onLoopback: boolean; address: string; now: Date }): void {
  if (isSampleAway(user, at)) throw accountErrors.sampleOffLoopback({})
  if (user.disabledReason !== null) throw accountErrors.disabled({ reason: user.disabledReason })
  if (user.awaitingGrant) throw accountErrors.notAuthorised({})
  if (isLocked(user, at.now)) throw accountErrors.locked({ minutes: minutesLeft(user, at.now) })
}

/** The second factor is asked once the password was right, and before there is any session. */
async function requireCode(
  { input, tx, now }: Pick<Call<{ password: string; code?: string | undefined }>, 'input' | 'tx' | 'now'>,
  user: UserRow,
  { ports, rules }: Known,
): Promise<void> {
  const factor = await findFactor(tx, user.id)
  if (!isOn(factor)) return
  const { password, code } = input
  const isRight = await verifyPassword({ hash: await getPasswordHash(tx, user.id), password })
  if (!isRight) throw await refuseWrong(user, { ports, rules, now })
  if (code === undefined) throw accountErrors.codeRequired({})
  if (await takeCode(tx, factor, { code, now, seal: ports.seal })) return
  await countFailure(ports.db, user.id, { rules, now })
  throw accountErrors.wrongCode({})
}

async function refuseWrong(user: UserRow | undefined, { ports, rules, now }: Known & { now: Date }) {
  const failures = user ? await countFailure(ports.db, user.id, { rules, now }) : 1
  return accountErrors.wrongPassword({ left: rules.failures - failures, minutes: rules.lockMinutes })
}

/** In a transaction of its own: the refusal that follows undoes the caller's. */
const countFailure = (db: Db, userId: string, { rules, now }: { rules: AccountRules; now: Date }): Promise<number> =>
  db.transaction(async (tx) => {
    const [user] = await tx.select().from(users).where(eq(users.id, userId)).for('update')
    if (!user) return 1
    const lock = afterFailure(user, now, rules)
    await tx.update(users).set(lock).where(eq(users.id, userId))
    return lock.failures
  })
