import { and, asc, count, eq } from 'drizzle-orm'
import { type Actor, seesWholeCounty } from '#kernel/actor.ts'
import { listOwnAgencyIds } from '#modules/programme/programmes/server/index.ts'
import { type Owned, type Owner, ofRow, ofRows, owned, sameRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Entry } from '../domain/entry.ts'
import { supervisionErrors } from '../domain/errors.ts'
import type { Order } from '../domain/order.ts'
import { type Acting, entryFor, isConcerned } from '../domain/order-acts.ts'
import type { Request } from '../domain/request.ts'
import { entries, orders, requests } from './tables.ts'

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

/** A case this person may see; every other does not exist for them. */
export async function openOrder(tx: Tx, orderId: string, actor: Actor): Promise<Opened> {
  return opened(
    tx,
    await tx
      .select()
      .from(orders)
      .where(sameRow(orders, owned(orderId, actor))),
    actor,
  )
}

/** The same, locked until the transaction ends. */
export async function lockOrder(tx: Tx, orderId: string, actor: Actor): Promise<Opened> {
  const here = sameRow(orders, owned(orderId, actor))
  return opened(tx, await tx.select().from(orders).where(here).for('update'), actor)
}

async function opened(tx: Tx, [order]: readonly Order[], actor: Actor): Promise<Opened> {
  const acting = await loadActing(tx, actor)
  if (!order || !isVisible(order, actor, acting)) throw supervisionErrors.orderNotFound({})
  return { order, acting }
}

export async function saveOrder(tx: Tx, order: Order): Promise<void> {
  await tx.update(orders).set(order).where(sameRow(orders, order))
}

/** Every case of a programme, or of one of its tasks, that this person may see, the soonest due first. */
export async function listVisibleOrders(tx: Tx, programmeId: string, actor: Actor, taskId?: string): Promise<Order[]> {
  const ofTask = taskId === undefined ? undefined : eq(orders.taskId, taskId)
  const rows = await tx
    .select()
    .from(orders)
    .where(and(ofRow(orders.programmeId, owned(programmeId, actor)), ofTask))
    .orderBy(asc(orders.dueOn), asc(orders.id))
  const acting = await loadActing(tx, actor)
  return rows.filter((order) => isVisible(order, actor, acting))
}

/** The same without those not yet issued. */
export const listIssuedOrders = async (tx: Tx, programmeId: string, actor: Actor): Promise<Order[]> =>
  (await listVisibleOrders(tx, programmeId, actor)).filter(({ state }) => state !== 'registered')

export const countIssuedOrders = async (tx: Tx, programmeId: string, actor: Actor): Promise<number> =>
  (await listIssuedOrders(tx, programmeId, actor)).length

/** What was done in a case, in the words this person may read. */
export async function listEntries(tx: Tx, { order, acting }: Opened): Promise<Entry[]> {
  const rows = await tx.select().from(entries).where(ofRow(entries.orderId, order)).orderBy(asc(entries.position))
  return rows.map((entry) => entryFor(entry, order, acting))
}

export const listRequests = (tx: Tx, order: Owned): Promise<Request[]> =>
  tx.select().from(requests).where(ofRow(requests.orderId, order)).orderBy(asc(requests.askedAt), asc(requests.id))

/** How many answers each case waits for. */
export async function countOpenRequests(
  tx: Tx,
  orderIds: readonly string[],
  owner: Owner,
): Promise<Map<string, number>> {
  if (orderIds.length === 0) return new Map()
  const rows = await tx
    .select({ orderId: requests.orderId, n: count() })
    .from(requests)
    .where(and(ofRows(requests.orderId, orderIds, owner), eq(requests.state, 'asked')))
    .groupBy(requests.orderId)
  return new Map(rows.map(({ orderId, n }) => [orderId, n]))
}
