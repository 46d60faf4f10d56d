import { and, desc, eq } from 'drizzle-orm'
import type { Tx } from '#platform/database/tx.ts'
import { implement, type Wire } from '#platform/operation/implement.ts'
import { accountContract, type DeviceView } from '../contract.ts'
import { sessionOf } from './find-actor.ts'
import { currentSession, endSession } from './session.ts'
import { getStanding } from './standing.ts'
import { sessions } from './tables.ts'
import { viewSession } from './view-session.ts'

export const signOut = () =>
  implement(accountContract.signOut, async ({ tx, wire }) => {
    await endSession(tx, wire)
    return {}
  })

export const getSession = () =>
  implement(accountContract.getSession, async ({ tx, actor, wire, now }) => {
    if (actor.userId === '') return null
    return viewSession(sessionOf(wire.headers) ?? (await getStanding(tx, actor.userId, actor.mandateId)), now)
  })

export const listDevices = () =>
  implement(accountContract.listDevices, ({ tx, actor, wire }) => viewDevices(tx, actor.userId, wire))

export const endDevice = () =>
  implement(accountContract.endDevice, async ({ input, tx, actor, wire, about }) => {
    await tx.delete(sessions).where(and(eq(sessions.id, input.deviceId), eq(sessions.userId, actor.userId)))
    about('登录设备')
    return viewDevices(tx, actor.userId, wire)
  })

async function viewDevices(tx: Tx, userId: string, { headers }: Wire): Promise<DeviceView[]> {
  const currentId = await currentSession(tx, headers)
  const rows = await tx
    .select()
    .from(sessions)
    .where(eq(sessions.userId, userId))
    .orderBy(desc(sessions.seenAt), desc(sessions.id))
  return rows.map((row) => ({
    id: row.id,
    current: row.id === currentId,
    device: describeDevice(row.userAgent),
    address: row.ipAddress,
    signedInAt: row.beganAt,
    lastSeenAt: row.seenAt,
  }))
}

function describeDevice(agent: string): string {
  const system = /Android|iPhone|iPad|Windows|Mac OS|Linux|HarmonyOS/.exec(agent)?.[0] ?? '未知系统'
  const browser = /MicroMessenger|DingTalk|wxwork|Edg|Firefox|Chrome|Safari/.exec(agent)?.[0] ?? '未知浏览器'
  return `${system} · ${browser}`
}
