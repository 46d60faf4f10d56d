export { markStepsDone } from './change-schedule.ts'
export { listTodos } from './list-todos.ts'
export { loadCalendar } from './load-schedules.ts'
export { loadMoved, loadScheduleFacts } from './schedule-facts.ts'
