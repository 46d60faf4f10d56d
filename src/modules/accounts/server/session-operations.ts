import { and, desc, eq, ne } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '#platform/database/tx.ts'
import { implement } from '#platform/operation/implement.ts'
import { accountContract, type DeviceView } from '../contract.ts'
import type { AccountPorts } from './ports.ts'
import { sessions, users } from './tables.ts'
import { viewSession } from './view-session.ts'

export const signOut = ({ auth }: AccountPorts) =>
  implement(accountContract.signOut, async ({ wire }) => {
    const answer = await auth.api.signOut({ headers: wire.headers, asResponse: true })
    for (const line of answer.headers.getSetCookie()) wire.setCookie(line)
    return {}
  })

export const getSession = () =>
  implement(accountContract.getSession, async ({ tx, actor, now }) => {
    const [user] = await tx.select().from(users).where(eq(users.id, actor.userId))
    return user ? viewSession(tx, user, now) : null
  })

export const listDevices = ({ auth }: AccountPorts) =>
  implement(accountContract.listDevices, async ({ tx, actor, wire }) => {
    const current = await auth.api.getSession({ headers: wire.headers })
    return viewDevices(tx, actor.userId, current?.session.id)
  })

export const endDevice = ({ auth }: AccountPorts) =>
  implement(accountContract.endDevice, async ({ input, tx, actor, wire, about }) => {
    const current = await auth.api.getSession({ headers: wire.headers })
    await tx.delete(sessions).where(and(eq(sessions.id, input.deviceId), eq(sessions.userId, actor.userId)))
    about('登录设备')
    return viewDevices(tx, actor.userId, current?.session.id)
  })

/** Signs out everywhere but here, as after a change of password. */
export const endOtherSessions = (tx: Tx, userId: string, keepId: string | undefined) =>
  tx
    .delete(sessions)
    .where(and(eq(sessions.userId, userId), keepId === undefined ? undefined : ne(sessions.id, keepId)))

/** The session better-auth has just made begins by our own clock; `alone` ends all others of the account. */
export async function beginSession(
  tx: Tx,
  userId: string,
  { answer, now, alone }: { answer: Response; now: Date; alone: boolean },
): Promise<void> {
  const { token } = z.object({ token: z.string() }).parse(await answer.json())
  const mine = and(eq(sessions.userId, userId), eq(sessions.token, token))
  const [session] = await tx
    .update(sessions)
    .set({ beganAt: now, seenAt: now })
    .where(mine)
    .returning({ id: sessions.id })
  if (alone) await endOtherSessions(tx, userId, session?.id)
}

async function viewDevices(tx: Tx, userId: string, currentId: string | undefined): Promise<DeviceView[]> {
  const rows = await tx.select().from(sessions).where(eq(sessions.userId, userId)).orderBy(desc(sessions.updatedAt))
  return rows.map((row) => ({
    id: row.id,
    current: row.id === currentId,
    device: describeDevice(row.userAgent ?? ''),
    address: row.ipAddress ?? '',
    signedInAt: row.beganAt ?? row.createdAt,
    lastSeenAt: row.seenAt ?? row.updatedAt,
  }))
}

function describeDevice(agent: string): string {
  const system = /Android|iPhone|iPad|Windows|Mac OS|Linux|HarmonyOS/.exec(agent)?.[0] ?? '未知系统'
  const browser = /MicroMessenger|DingTalk|wxwork|Edg|Firefox|Chrome|Safari/.exec(agent)?.[0] ?? '未知浏览器'
  return `${system} · ${browser}`
}
