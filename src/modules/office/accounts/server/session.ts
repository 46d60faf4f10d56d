import { createHash, randomBytes } from 'node:crypto'
import { and, eq, ne, sql } from 'drizzle-orm'
import { newId } from '#kernel/ids.ts'
import type { Db, Tx } from '#platform/database/tx.ts'
import type { Wire } from '#platform/operation/implement.ts'
import { readCookie } from './cookies.ts'
import { isOpen } from './mandates.ts'
import { ofFactor, ofRules, readStanding, type Standing, standingColumns } from './standing.ts'
import { accountRules, mandates, secondFactors, sessions, users } from './tables.ts'

const cookieName = 'guatu_session'

/** The longest a county may allow (`AccountRules.maxHours`), in seconds; when a session is over before, the rules say. */
const longest = 24 * 60 * 60

/** SHA-256 of 256 random bits needs no salt; the database never holds what a browser shows. */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** The token a browser shows; undefined when it shows none, or something that cannot be one. */
function tokenOf(headers: Headers): string | undefined {
  const value = readCookie(headers, cookieName)
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : undefined
}

const cookie = (value: string, seconds: number): string =>
  `${cookieName}=${value}; Max-Age=${seconds}; Path=/; HttpOnly; SameSite=Lax`

const prepareFind = (db: Db) =>
  db
    .select({ ...standingColumns, id: sessions.id, beganAt: sessions.beganAt, seenAt: sessions.seenAt })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .innerJoin(
      mandates,
      and(eq(mandates.divisionCode, users.divisionCode), eq(mandates.id, sessions.mandateId), isOpen),
    )
    .leftJoin(accountRules, ofRules)
    .leftJoin(secondFactors, ofFactor)
    .where(eq(sessions.tokenHash, sql.placeholder('hash')))
    .prepare('accounts_find_session')

const prepared = new WeakMap<Db, ReturnType<typeof prepareFind>>()

export interface Session extends Standing {
  id: string
  beganAt: Date
  seenAt: Date
}

/** The session a request shows, with its person; asked with every request, and therefore one statement, prepared once a connection. */
export async function findSession(db: Db, headers: Headers): Promise<Session | undefined> {
  const token = tokenOf(headers)
  if (token === undefined) return undefined
  const find = prepared.get(db) ?? prepareFind(db)
  prepared.set(db, find)
  const [row] = await find.execute({ hash: hashOf(token) })
  return row && { ...readStanding(row), id: row.id, beganAt: row.beganAt, seenAt: row.seenAt }
}

/** The number of the session a request shows. */
export async function currentSession(tx: Tx, headers: Headers): Promise<string | undefined> {
  const token = tokenOf(headers)
  if (token === undefined) return undefined
  const mine = eq(sessions.tokenHash, hashOf(token))
  const [found] = await tx.select({ id: sessions.id }).from(sessions).where(mine)
  return found?.id
}

/** Begins a session in a mandate and gives the browser its token; where the county allows one at a time, the others of the account end. */
export async function beginSession(
  tx: Tx,
  { user, mandate, rules }: Pick<Standing, 'user' | 'mandate' | 'rules'>,
  { wire, now }: { wire: Wire; now: Date },
): Promise<void> {
  const token = randomBytes(32).toString('base64url')
  const id = newId()
  await tx.insert(sessions).values({
    id,
    userId: user.id,
    mandateId: mandate.id,
    tokenHash: hashOf(token),
    beganAt: now,
    seenAt: now,
    ipAddress: wire.address,
    userAgent: (wire.headers.get('user-agent') ?? '').slice(0, 300),
  })
  if (rules.singleSession) await endOtherSessions(tx, user.id, id)
  wire.setCookie(cookie(token, longest))
}

/** Ends the session a request shows, and takes the token from the browser. */
export async function endSession(tx: Tx, wire: Wire): Promise<void> {
  const token = tokenOf(wire.headers)
  if (token !== undefined) await tx.delete(sessions).where(eq(sessions.tokenHash, hashOf(token)))
  wire.setCookie(cookie('', 0))
}

/** Signs out everywhere but here, as after a change of password. */
export const endOtherSessions = (tx: Tx, userId: string, keepId: string | undefined) =>
  tx
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), keepId === undefined ? undefined : ne(sessions.id, keepId)))
