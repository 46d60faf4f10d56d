import { eq } from 'drizzle-orm'
import type { Actor } from '#kernel/actor.ts'
import { isSessionOver } from '../domain/account-rules.ts'
import type { AccountPorts } from './ports.ts'
import { loadRules } from './rules.ts'
import { isSampleAway } from './sample-accounts.ts'
import { sessions, users } from './tables.ts'
import { passwordDue, secondFactorDue } from './view-session.ts'

/** Who a request comes from, by its session cookie; null when nobody is signed in, the session is over or the account was closed since. */
export async function findActor(
  headers: Headers,
  now: Date,
  { auth, db, onLoopback }: AccountPorts,
): Promise<Actor | null> {
  const found = await auth.api.getSession({ headers })
  if (!found) return null
  const [row] = await db
    .select({ user: users, beganAt: sessions.beganAt, seenAt: sessions.seenAt })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(eq(sessions.id, found.session.id))
  if (!row || row.beganAt === null || row.seenAt === null) return null
  const { user, beganAt, seenAt } = row
  const address = headers.get('x-guatu-address') ?? ''
  if (user.disabledReason !== null || user.awaitingGrant || isSampleAway(user, { onLoopback, address })) return null
  const rules = await loadRules(db, user.divisionCode)
  if (isSessionOver({ beganAt, seenAt }, rules, now)) {
    await db.delete(sessions).where(eq(sessions.id, found.session.id))
    return null
  }
  // Once a minute is exact enough for a limit of minutes, and spares a write with every request.
  if (now.getTime() - seenAt.getTime() > 60_000)
    await db.update(sessions).set({ seenAt: now }).where(eq(sessions.id, found.session.id))
  const { id: userId, name, role, divisionCode, agencyId } = user
  const mustChangePassword = passwordDue(user, rules, now) !== null
  const mustSetSecondFactor = (await db.transaction((tx) => secondFactorDue(tx, user, rules))) !== null
  return { userId, name, role, divisionCode, agencyId, mustChangePassword, mustSetSecondFactor }
}
