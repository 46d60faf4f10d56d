export { listTodos } from './list-todos.ts'
export { loadCalendar } from './load-schedules.ts'
export { loadScheduleFacts, type ScheduleFact } from './schedule-facts.ts'
