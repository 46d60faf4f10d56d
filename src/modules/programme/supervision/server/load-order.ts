import { and, asc, count, eq, inArray } from 'drizzle-orm'
import { type Actor, seesWholeCounty } from '#kernel/actor.ts'
import { listOwnAgencyIds } from '#modules/programme/programmes/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { supervisionErrors } from '../domain/errors.ts'
import type { Order } from '../domain/order.ts'
import { type Acting, isConcerned, stampFor } from '../domain/order-acts.ts'
import type { Plea } from '../domain/plea.ts'
import type { Stamp } from '../domain/stamp.ts'
import { orders, pleas, stamps } from './tables.ts'

export const loadActing = async (tx: Tx, actor: Actor): Promise<Acting> => ({
  role: actor.role,
  agencyIds: await listOwnAgencyIds(tx, actor),
})

export const isVisible = (order: Order, actor: Actor, acting: Acting): boolean =>
  seesWholeCounty(actor) || isConcerned(order, acting)

export interface Opened {
  order: Order
  acting: Acting
}

/** A matter this person may see; every other does not exist for them. */
export async function openOrder(tx: Tx, orderId: string, actor: Actor): Promise<Opened> {
  const here = and(eq(orders.id, orderId), eq(orders.divisionCode, actor.divisionCode))
  return opened(tx, await tx.select().from(orders).where(here), actor)
}

/** The same, locked until the transaction ends. */
export async function lockOrder(tx: Tx, orderId: string, actor: Actor): Promise<Opened> {
  const here = and(eq(orders.id, orderId), eq(orders.divisionCode, actor.divisionCode))
  return opened(tx, await tx.select().from(orders).where(here).for('update'), actor)
}

async function opened(tx: Tx, [order]: readonly Order[], actor: Actor): Promise<Opened> {
  const acting = await loadActing(tx, actor)
  if (!order || !isVisible(order, actor, acting)) throw supervisionErrors.orderNotFound({})
  return { order, acting }
}

export async function saveOrder(tx: Tx, order: Order): Promise<void> {
  await tx.update(orders).set(order).where(eq(orders.id, order.id))
}

/** Every matter of a programme, or of one of its tasks, that this person may see, the soonest due first. */
export async function listVisibleOrders(tx: Tx, programmeId: string, actor: Actor, taskId?: string): Promise<Order[]> {
  const ofTask = taskId === undefined ? undefined : eq(orders.taskId, taskId)
  const rows = await tx
    .select()
    .from(orders)
    .where(and(eq(orders.divisionCode, actor.divisionCode), eq(orders.programmeId, programmeId), ofTask))
    .orderBy(asc(orders.dueOn), asc(orders.id))
  const acting = await loadActing(tx, actor)
  return rows.filter((order) => isVisible(order, actor, acting))
}

/** The same without those not yet issued. */
export const listIssuedOrders = async (tx: Tx, programmeId: string, actor: Actor): Promise<Order[]> =>
  (await listVisibleOrders(tx, programmeId, actor)).filter(({ state }) => state !== 'registered')

export const countIssuedOrders = async (tx: Tx, programmeId: string, actor: Actor): Promise<number> =>
  (await listIssuedOrders(tx, programmeId, actor)).length

/** What was done in a matter, in the words this person may read. */
export async function listStamps(tx: Tx, { order, acting }: Opened): Promise<Stamp[]> {
  const rows = await tx.select().from(stamps).where(eq(stamps.orderId, order.id)).orderBy(asc(stamps.position))
  return rows.map((stamp) => stampFor(stamp, order, acting))
}

export const listPleas = (tx: Tx, orderId: string): Promise<Plea[]> =>
  tx.select().from(pleas).where(eq(pleas.orderId, orderId)).orderBy(asc(pleas.askedAt), asc(pleas.id))

/** How many answers each matter waits for. */
export async function countOpenPleas(tx: Tx, orderIds: readonly string[]): Promise<Map<string, number>> {
  if (orderIds.length === 0) return new Map()
  const rows = await tx
    .select({ orderId: pleas.orderId, n: count() })
    .from(pleas)
    .where(and(inArray(pleas.orderId, [...orderIds]), eq(pleas.state, 'asked')))
    .groupBy(pleas.orderId)
  return new Map(rows.map(({ orderId, n }) => [orderId, n]))
}
