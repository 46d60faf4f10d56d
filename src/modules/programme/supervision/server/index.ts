export type { OrderFact } from '../domain/order.ts'
export { listTodos } from './list-todos.ts'
export { countIssuedOrders } from './load-order.ts'
export { listOpenOrders } from './open-orders.ts'
