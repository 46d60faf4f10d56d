export type { OrderFact } from '../domain/order.ts'
export { listOpenOrders } from './open-orders.ts'
