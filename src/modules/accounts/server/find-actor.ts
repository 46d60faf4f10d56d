import { eq } from 'drizzle-orm'
import type { Actor } from '#kernel/actor.ts'
import type { AccountPorts } from './ports.ts'
import { users } from './tables.ts'
import { passwordDue } from './view-session.ts'

/** Who a request comes from, by its session cookie; null when nobody is signed in or the account was closed since. */
export async function findActor(
  headers: Headers,
  now: Date,
  { auth, db, onLoopback }: AccountPorts,
): Promise<Actor | null> {
  const session = await auth.api.getSession({ headers })
  if (!session) return null
  const [user] = await db.select().from(users).where(eq(users.id, session.user.id))
  if (!user || user.disabledReason !== null || (user.sample && !onLoopback)) return null
  const { id: userId, name, role, divisionCode, agencyId } = user
  return { userId, name, role, divisionCode, agencyId, mustChangePassword: passwordDue(user, now) !== null }
}
