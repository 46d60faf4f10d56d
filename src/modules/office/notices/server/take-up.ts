import { and, asc, eq, isNull } from 'drizzle-orm'
import { users } from '#modules/office/accounts/server/index.ts'
import { ofRow, owned, sameRow } from '#platform/database/same-row.ts'
import type { Call } from '#platform/operation/implement.ts'
import type { MailChannel, RobotKind } from '../domain/channel.ts'
import { composeDigest, type Message } from '../domain/compose-digest.ts'
import type { Delivery } from '../domain/delivery.ts'
import { findMailChannel, findRobot, loadHouseRules } from './load-house.ts'
import { type NoticePorts, openText } from './ports.ts'
import { deliveries, deliveryItems, preferences } from './tables.ts'

/** Everything needed to hand a message over; nothing of the database is held meanwhile. */
export type Parcel = { deliveryId: string; message: Message; mayRepeat: boolean } & (
  | { channel: 'mail'; server: MailChannel; password: string | null; to: string }
  | { channel: 'robot'; kind: RobotKind; address: string; secret: string | null }
)

/** Marks a message as being sent; undefined when there is nothing to send or nobody to send it to. */
export async function takeUp(
  { tx, actor }: Call<unknown>,
  deliveryId: string,
  { seal }: NoticePorts,
): Promise<Parcel | undefined> {
  const mine = owned(deliveryId, actor)
  const [delivery] = await tx.select().from(deliveries).where(sameRow(deliveries, mine)).for('update')
  if (!delivery || delivery.state === 'sent' || delivery.state === 'dropped') return undefined
  const items = await tx
    .select()
    .from(deliveryItems)
    .where(ofRow(deliveryItems.deliveryId, mine))
    .orderBy(asc(deliveryItems.position))
  const { publicAddress } = await loadHouseRules(tx, delivery.divisionCode)
  const way = items.length === 0 ? '没有内容' : await findWay({ tx }, delivery, seal)
  const mayRepeat = delivery.mayRepeat || delivery.state === 'sending'
  const change =
    typeof way === 'string'
      ? { state: 'dropped' as const, lastError: way }
      : { state: 'sending' as const, attempts: delivery.attempts + 1, mayRepeat }
  await tx.update(deliveries).set(change).where(sameRow(deliveries, mine))
  return typeof way === 'string'
    ? undefined
    : { deliveryId, message: composeDigest(items, publicAddress), mayRepeat, ...way }
}

type Way = Parcel extends infer P ? (P extends Parcel ? Omit<P, 'deliveryId' | 'message' | 'mayRepeat'> : never) : never

/** How the recipient is reached now; a sentence when they no longer are. */
async function findWay(
  { tx }: Pick<Call<unknown>, 'tx'>,
  delivery: Delivery,
  seal: NoticePorts['seal'],
): Promise<Way | string> {
  const { divisionCode, channel, recipientId, testAddress } = delivery
  if (channel === 'robot') {
    const robot = await findRobot(tx, divisionCode, recipientId)
    if (!robot || !(robot.enabled || testAddress !== null)) return '群机器人已停用或删除'
    const secret = robot.secretSealed === null ? null : openText(seal, robot.secretSealed)
    return { channel, kind: robot.kind, address: openText(seal, robot.addressSealed), secret }
  }
  const server = await findMailChannel(tx, divisionCode)
  if (!server || !(server.enabled || testAddress !== null)) return '邮件渠道已停用'
  const to = testAddress ?? (await findMailAddress({ tx }, delivery))
  if (to === null) return '收件人已停用，或不再接收邮件'
  return {
    channel,
    server,
    password: server.passwordSealed === null ? null : openText(seal, server.passwordSealed),
    to,
  }
}

async function findMailAddress({ tx }: Pick<Call<unknown>, 'tx'>, { divisionCode, recipientId }: Delivery) {
  const [row] = await tx
    .select({ address: preferences.mailAddress })
    .from(preferences)
    .innerJoin(users, eq(users.id, preferences.userId))
    .where(
      and(
        eq(preferences.divisionCode, divisionCode),
        eq(preferences.userId, recipientId),
        eq(preferences.byMail, true),
        isNull(users.disabledReason),
      ),
    )
  return row?.address ?? null
}
