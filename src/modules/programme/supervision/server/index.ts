export type { OrderFact } from '../domain/order.ts'
export { listTodos } from './list-todos.ts'
export { listOpenOrders } from './open-orders.ts'
