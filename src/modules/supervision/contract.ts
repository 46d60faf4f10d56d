import { z } from 'zod'
import { event } from '#kernel/event.ts'
import { Order, OrderLevel, OrderState } from './domain/order.ts'

export { isOverdue, orderLevelTitles, orderStateTitles } from './domain/order.ts'
export { OrderLevel, OrderState }

const told = Order.pick({ programmeId: true, taskId: true, agencyId: true, level: true }).extend({ orderId: z.uuid() })

/** A paper of any level went out in a matter. */
export const orderIssued = event('supervision.orderIssued', told)

/** A matter was reviewed and closed (销号). */
export const orderClosed = event('supervision.orderClosed', told)
