export { listTodos } from './list-todos.ts'
export { loadCalendar } from './load-schedules.ts'
export { loadMoved, loadScheduleFacts, type ScheduleFact } from './schedule-facts.ts'
