import { and, asc, eq } from 'drizzle-orm'
import type { Tx } from '#platform/database/tx.ts'
import type { HouseRules, MailChannel, Robot } from '../domain/channel.ts'
import { defaultRules } from '../domain/delivery-rules.ts'
import { houseRules, mailChannels, robots } from './tables.ts'

export async function loadHouseRules(tx: Tx, divisionCode: string): Promise<HouseRules> {
  const [row] = await tx.select().from(houseRules).where(eq(houseRules.divisionCode, divisionCode))
  return row ?? { divisionCode, rules: defaultRules, publicAddress: null }
}

export async function findMailChannel(tx: Tx, divisionCode: string): Promise<MailChannel | undefined> {
  const [row] = await tx.select().from(mailChannels).where(eq(mailChannels.divisionCode, divisionCode))
  return row
}

export const listRobots = (tx: Tx, divisionCode: string): Promise<Robot[]> =>
  tx.select().from(robots).where(eq(robots.divisionCode, divisionCode)).orderBy(asc(robots.title), asc(robots.id))

export async function findRobot(tx: Tx, divisionCode: string, robotId: string): Promise<Robot | undefined> {
  const [row] = await tx
    .select()
    .from(robots)
    .where(and(eq(robots.divisionCode, divisionCode), eq(robots.id, robotId)))
  return row
}
