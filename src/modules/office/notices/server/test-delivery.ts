import { newId } from '#kernel/ids.ts'
import { addJob } from '#platform/jobs/add-job.ts'
import type { Call } from '#platform/operation/implement.ts'
import type { DeliveryView } from '../contract.ts'
import type { Delivery } from '../domain/delivery.ts'
import { deliverLine } from './deliver-line.ts'
import { viewDelivery } from './delivery-operations.ts'
import { deliveries, deliveryItems } from './tables.ts'

/** Puts a test on its way; how it fared is read from the list of deliveries. Quiet hours do not hold it up. */
export async function openTest(
  { tx, now, actor }: Pick<Call<unknown>, 'tx' | 'now' | 'actor'>,
  to: Pick<Delivery, 'channel' | 'recipientId'> & { testAddress: string },
): Promise<DeliveryView> {
  const id = newId(now.getTime())
  const { divisionCode } = actor
  const delivery: Delivery = {
    ...to,
    divisionCode,
    id,
    state: 'waiting',
    dueAt: now,
    attempts: 0,
    mayRepeat: false,
    lastError: null,
    createdAt: now,
    sentAt: null,
  }
  await tx.insert(deliveries).values(delivery)
  await tx.insert(deliveryItems).values({
    divisionCode,
    recipientId: to.recipientId,
    key: `test:${id}`,
    deliveryId: id,
    kind: 'system',
    title: '试发',
    text: '收到这条消息，说明这个渠道已经设置好。',
    link: '/notices',
  })
  await addJob({ tx, actor }, deliverLine, { deliveryId: id })
  return viewDelivery(delivery, { recipient: to.testAddress, notices: 1 })
}
