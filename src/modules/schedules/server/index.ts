export { listTodos } from './list-todos.ts'
export { scheduleAdded } from './schedule-added.ts'
export { loadScheduleFacts, type ScheduleFact } from './schedule-facts.ts'
