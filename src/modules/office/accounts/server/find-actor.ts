import { eq } from 'drizzle-orm'
import type { Actor } from '#kernel/actor.ts'
import { sentenceOf } from '#platform/operation/fault-sentences.ts'
import { isSessionOver } from '../domain/account-rules.ts'
import type { AccountPorts } from './ports.ts'
import { loadRules } from './rules.ts'
import { findSession } from './session.ts'
import { sessions } from './tables.ts'
import { passwordDue, secondFactorDue } from './view-session.ts'

/** Who a request comes from, by its session cookie; null when nobody is signed in, the session is over or the account was closed since. */
export async function findActor(headers: Headers, now: Date, { db, sampleOpen }: AccountPorts): Promise<Actor | null> {
  const found = await findSession(db, headers)
  if (!found) return null
  const { user, id, beganAt, seenAt } = found
  if (user.disabledReason !== null || user.awaitingGrant || (user.sample && !sampleOpen)) return null
  const rules = await loadRules(db, user.divisionCode)
  if (isSessionOver({ beganAt, seenAt }, rules, now)) {
    await db.delete(sessions).where(eq(sessions.id, id))
    return null
  }
  // Once a minute is exact enough for a limit of minutes, and spares a write with every request.
  if (now.getTime() - seenAt.getTime() > 60_000)
    await db
      .update(sessions)
      .set({ seenAt: now })
      .where(eq(sessions.id, id))
      .catch((error: unknown) => {
        // On a full disk people go on reading, until the session's time is up.
        if (!sentenceOf(error)) throw error
      })
  const { id: userId, name, role, divisionCode, agencyId } = user
  const mustChangePassword = passwordDue(user, rules, now) !== null
  const mustSetSecondFactor = (await secondFactorDue(db, user, rules)) !== null
  return { userId, name, role, divisionCode, agencyId, mustChangePassword, mustSetSecondFactor }
}
