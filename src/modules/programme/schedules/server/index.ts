export { listTodos } from './list-todos.ts'
export { loadCalendar } from './load-schedules.ts'
export { listDecided, loadMoved, loadScheduleFacts } from './schedule-facts.ts'
