import { and, eq, inArray, sql } from 'drizzle-orm'
import { newId } from '#kernel/ids.ts'
import type { Holder } from '#modules/office/accounts/server/index.ts'
import { addJob } from '#platform/jobs/add-job.ts'
import type { Call } from '#platform/operation/implement.ts'
import type { Delivery } from '../domain/delivery.ts'
import { linkInto, type Said } from '../domain/notice.ts'
import { deliverLine } from './deliver-line.ts'
import { deliveries, deliveryItems } from './tables.ts'

export interface Address extends Pick<Delivery, 'channel' | 'recipientId' | 'dueAt'> {
  /** In what a person is spoken to. */
  as?: Holder | undefined
}

type Teller = Pick<Call<unknown>, 'tx' | 'now' | 'actor'>

/** Adds what was said to the open message of each address, opening one with its job where there is none. */
export async function putIntoDeliveries(call: Teller, addresses: readonly Address[], said: Said): Promise<void> {
  const fresh = await withoutTold(call, addresses, said.key)
  if (fresh.length === 0) return
  const { divisionCode } = call.actor
  const spokenTo = new Map(fresh.map((address) => [address.recipientId, address.as]))
  for (const { id, recipientId, dueAt, opened } of await openDeliveries(call, fresh)) {
    await call.tx
      .insert(deliveryItems)
      .values({ ...saidTo(said, spokenTo.get(recipientId)), divisionCode, recipientId, deliveryId: id })
      .onConflictDoNothing()
    if (opened) await addJob(call, deliverLine, { deliveryId: id }, { key: `delivery:${id}`, runAt: dueAt })
  }
}

/** Whoever may act in several things reads in which they are told, and is led there. */
const saidTo = (said: Said, as: Address['as']): Said =>
  as?.hasOthers
    ? { ...said, text: `${said.text}\n（发给您的身份：${as.title}）`.trim(), link: linkInto(said.link, as.mandateId) }
    : said

/** A robot hears of a fact once, though several people are told it one after another. */
async function withoutTold({ tx, actor }: Teller, addresses: readonly Address[], key: string): Promise<Address[]> {
  if (addresses.length === 0) return []
  const recipientIds = addresses.map(({ recipientId }) => recipientId)
  const rows = await tx
    .select({ recipientId: deliveryItems.recipientId })
    .from(deliveryItems)
    .where(
      and(
        eq(deliveryItems.divisionCode, actor.divisionCode),
        inArray(deliveryItems.recipientId, recipientIds),
        eq(deliveryItems.key, key),
      ),
    )
  const told = new Set(rows.map((row) => row.recipientId))
  return addresses.filter(({ recipientId }) => !told.has(recipientId))
}

async function openDeliveries({ tx, now, actor }: Teller, addresses: readonly Address[]) {
  const rows = addresses.map(({ channel, recipientId, dueAt }) => ({
    channel,
    recipientId,
    dueAt,
    divisionCode: actor.divisionCode,
    id: newId(now.getTime()),
    testAddress: null,
    state: 'waiting' as const,
    attempts: 0,
    mayRepeat: false,
    lastError: null,
    createdAt: now,
    sentAt: null,
  }))
  return (
    tx
      .insert(deliveries)
      .values(rows)
      // The update changes nothing; it holds an open message so that it is not sent before this is in it.
      .onConflictDoUpdate({
        target: [deliveries.divisionCode, deliveries.channel, deliveries.recipientId, deliveries.dueAt],
        targetWhere: sql`state = 'waiting' and test_address is null`,
        set: { state: 'waiting' },
      })
      .returning({
        id: deliveries.id,
        recipientId: deliveries.recipientId,
        dueAt: deliveries.dueAt,
        opened: sql<boolean>`xmax = 0`,
      })
  )
}
