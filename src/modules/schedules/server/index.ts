export { listTodos } from './list-todos.ts'
export { loadScheduleFacts, type ScheduleFact } from './schedule-facts.ts'
