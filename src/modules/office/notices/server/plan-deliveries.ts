import { and, eq, inArray } from 'drizzle-orm'
import type { WorkingCalendar } from '#kernel/calendar.ts'
import type { Holder } from '#modules/office/accounts/server/index.ts'
import { loadCalendar } from '#modules/office/organisations/server/index.ts'
import type { Call } from '#platform/operation/implement.ts'
import type { HouseRules } from '../domain/channel.ts'
import { type Said, urgentKinds } from '../domain/notice.ts'
import { sendMoment } from '../domain/send-moment.ts'
import { findMailChannel, listRobots, loadHouseRules } from './load-house.ts'
import { type Address, putIntoDeliveries } from './put-into-deliveries.ts'
import { preferences } from './tables.ts'

interface House extends HouseRules {
  calendar: WorkingCalendar
}

type Teller = Pick<Call<unknown>, 'tx' | 'now' | 'actor'>

/** Decides for those newly told by which channels and when they hear of it outside the program, and notes it down. */
export async function planDeliveries(call: Teller, told: readonly Holder[], said: Said): Promise<void> {
  const { tx, actor } = call
  const mail = await findMailChannel(tx, actor.divisionCode)
  const robots = await listRobots(tx, actor.divisionCode)
  if (!mail?.enabled && !robots.some(({ enabled }) => enabled)) return
  const house = {
    ...(await loadHouseRules(tx, actor.divisionCode)),
    calendar: await loadCalendar(tx, actor.divisionCode),
  }
  const byMail = mail?.enabled ? await mailAddresses(call, { told, said, house }) : []
  const agencyIds = new Set(told.map(({ agencyId }) => agencyId))
  const byRobot = robots
    .filter(({ enabled, agencyId }) => enabled && (agencyId === null || agencyIds.has(agencyId)))
    .filter(({ kinds }) => kinds.length === 0 || kinds.includes(said.kind))
    .map((robot): Address => ({ channel: 'robot', recipientId: robot.id, dueAt: robotMoment(call, said, house) }))
  await putIntoDeliveries(call, [...byMail, ...byRobot], said)
}

const isUrgent = ({ kind }: Said): boolean => urgentKinds.includes(kind)

async function mailAddresses(
  { tx, now, actor }: Teller,
  { told, said, house }: { told: readonly Holder[]; said: Said; house: House },
): Promise<Address[]> {
  const userIds = told.map(({ userId }) => userId)
  const rows = await tx
    .select()
    .from(preferences)
    .where(
      and(
        eq(preferences.divisionCode, actor.divisionCode),
        inArray(preferences.userId, userIds),
        eq(preferences.byMail, true),
      ),
    )
  const spokenTo = new Map(told.map((one) => [one.userId, one]))
  return rows
    .filter(({ mailAddress, onlyInbox }) => mailAddress !== null && !onlyInbox.includes(said.kind))
    .map(({ userId, rules }) => ({
      channel: 'mail',
      recipientId: userId,
      as: spokenTo.get(userId),
      dueAt: sendMoment(now, isUrgent(said), { rules: rules ?? house.rules, calendar: house.calendar }),
    }))
}

/** Platforms take twenty messages a minute of a robot: what is urgent is gathered to the full minute. */
function robotMoment({ now }: Teller, said: Said, house: House): Date {
  const at = sendMoment(now, isUrgent(said), house)
  return new Date(Math.ceil(at.getTime() / 60_000) * 60_000)
}
