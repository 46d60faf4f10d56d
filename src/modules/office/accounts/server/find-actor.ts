import { eq } from 'drizzle-orm'
import { type Actor, actorOf } from '#kernel/actor.ts'
import { sentenceOf } from '#platform/operation/fault-sentences.ts'
import { isSessionOver } from '../domain/account-rules.ts'
import type { AccountPorts } from './ports.ts'
import { findSession, type Session } from './session.ts'
import { sessions } from './tables.ts'
import { passwordDue, secondFactorDue } from './view-session.ts'

/** What was found out about who asks, for as long as the request they ask with. */
const found = new WeakMap<Headers, Session>()

/** The session `findActor` has found for this request. */
export const sessionOf = (headers: Headers): Session | undefined => found.get(headers)

/** Who a request comes from, by its session cookie; null when nobody is signed in, the session is over or the account was closed since. */
export async function findActor(headers: Headers, now: Date, { db, sampleOpen }: AccountPorts): Promise<Actor | null> {
  const session = await findSession(db, headers)
  if (!session) return null
  const { user, mandate, rules, id, seenAt } = session
  if (user.disabledReason !== null || (user.sample && !sampleOpen)) return null
  if (isSessionOver(session, rules, now)) {
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
  const mustChangePassword = passwordDue(session, now) !== null
  const mustSetSecondFactor = secondFactorDue(session) !== null
  const pageOf = headers.get('guatu-mandate')
  const isElsewhere = pageOf !== null && pageOf !== mandate.id
  found.set(headers, session)
  const actor = actorOf({ userId: user.id, name: user.name }, mandate)
  return { ...actor, isElsewhere, mustChangePassword, mustSetSecondFactor }
}
