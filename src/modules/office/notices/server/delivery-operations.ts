import { and, count, desc, eq, inArray } from 'drizzle-orm'
import { users } from '#modules/office/accounts/server/index.ts'
import { implement } from '#platform/operation/implement.ts'
import { type DeliveryView, noticeContract } from '../contract.ts'
import { type Delivery, deliveryStateTitles } from '../domain/delivery.ts'
import { listRobots } from './load-house.ts'
import { deliveries, deliveryItems } from './tables.ts'

const shownRows = 100

/** A message without what it says; the administrator follows its way and reads no business. */
export function viewDelivery(
  row: Delivery,
  { recipient, notices }: { recipient: string; notices: number },
): DeliveryView {
  const { divisionCode: _division, recipientId: _recipient, testAddress, ...shown } = row
  return { ...shown, recipient, stateTitle: deliveryStateTitles[row.state], notices, test: testAddress !== null }
}

export const listDeliveries = implement(noticeContract.listDeliveries, async ({ tx, actor }) => {
  const { divisionCode } = actor
  const rows = await tx
    .select()
    .from(deliveries)
    .where(eq(deliveries.divisionCode, divisionCode))
    .orderBy(desc(deliveries.createdAt), desc(deliveries.id))
    .limit(shownRows)
  const ids = rows.map(({ id }) => id)
  const counts = await tx
    .select({ id: deliveryItems.deliveryId, n: count() })
    .from(deliveryItems)
    .where(and(eq(deliveryItems.divisionCode, divisionCode), inArray(deliveryItems.deliveryId, ids)))
    .groupBy(deliveryItems.deliveryId)
  const robots = await listRobots(tx, divisionCode)
  const people = await tx
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(
      inArray(
        users.id,
        rows.map(({ recipientId }) => recipientId),
      ),
    )
  const names = new Map([
    ...people.map(({ id, name }) => [id, name] as const),
    ...robots.map(({ id, title }) => [id, title] as const),
  ])
  const numbers = new Map(counts.map(({ id, n }) => [id, n]))
  return rows.map((row) =>
    viewDelivery(row, {
      recipient: row.testAddress ?? names.get(row.recipientId) ?? '已删除',
      notices: numbers.get(row.id) ?? 0,
    }),
  )
})
