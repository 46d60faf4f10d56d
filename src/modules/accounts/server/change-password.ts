import { hashPassword, verifyPassword } from 'better-auth/crypto'
import { and, desc, eq } from 'drizzle-orm'
import { newId } from '#kernel/ids.ts'
import type { Tx } from '#platform/database/tx.ts'
import { implement } from '#platform/operation/implement.ts'
import { accountContract } from '../contract.ts'
import { accountErrors } from '../domain/errors.ts'
import { weaknesses } from '../domain/password-rules.ts'
import type { AccountPorts } from './ports.ts'
import { loadRules } from './rules.ts'
import { endOtherSessions } from './session-operations.ts'
import { credentials, formerPasswords, users } from './tables.ts'
import { viewSession } from './view-session.ts'

export const changePassword = ({ auth }: AccountPorts) =>
  implement(accountContract.changePassword, async ({ input, tx, actor, now, wire, about }) => {
    const [user] = await tx.select().from(users).where(eq(users.id, actor.userId)).for('update')
    if (!user) throw accountErrors.userNotFound({})
    const current = await getPasswordHash(tx, user.id)
    if (!(await verifyPassword({ hash: current, password: input.current }))) throw accountErrors.oldPasswordWrong({})
    const rules = await loadRules(tx, user.divisionCode)
    const reasons = weaknesses(input.next, user, rules)
    if (await isRemembered(tx, user.id, { password: input.next, remembered: rules.remembered }))
      reasons.push(`不能与最近 ${rules.remembered} 次用过的密码相同`)
    if (reasons.length > 0) throw accountErrors.weakPassword({ reasons })
    await setPassword(tx, user.id, { password: input.next, mustChange: false, now })
    const session = await auth.api.getSession({ headers: wire.headers })
    await endOtherSessions(tx, user.id, session?.session.id)
    about(`账号 ${user.username}`)
    return viewSession(tx, { ...user, mustChangePassword: false, passwordChangedAt: now }, now)
  })

/** Replaces a password and keeps the old one's hash. */
export async function setPassword(
  tx: Tx,
  userId: string,
  change: { password: string; mustChange: boolean; now: Date },
): Promise<void> {
  const { password, mustChange, now } = change
  const retired = await getPasswordHash(tx, userId)
  await tx.insert(formerPasswords).values({ id: newId(), userId, hash: retired, retiredAt: now })
  const hash = await hashPassword(password)
  await tx.update(credentials).set({ password: hash, updatedAt: now }).where(ofUser(userId))
  await tx
    .update(users)
    .set({ mustChangePassword: mustChange, passwordChangedAt: now, updatedAt: now })
    .where(eq(users.id, userId))
}

const ofUser = (userId: string) => and(eq(credentials.userId, userId), eq(credentials.providerId, 'credential'))

export async function getPasswordHash(tx: Tx, userId: string): Promise<string> {
  const [credential] = await tx.select().from(credentials).where(ofUser(userId))
  if (!credential?.password) throw accountErrors.userNotFound({})
  return credential.password
}

async function isRemembered(
  tx: Tx,
  userId: string,
  { password, remembered }: { password: string; remembered: number },
): Promise<boolean> {
  const former = await tx
    .select({ hash: formerPasswords.hash })
    .from(formerPasswords)
    .where(eq(formerPasswords.userId, userId))
    .orderBy(desc(formerPasswords.retiredAt))
    .limit(remembered - 1)
  for (const hash of [await getPasswordHash(tx, userId), ...former.map((row) => row.hash)]) {
    if (await verifyPassword({ hash, password })) return true
  }
  return false
}
