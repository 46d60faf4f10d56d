export { listTodos } from './list-todos.ts'
export { loadMoved, loadScheduleFacts } from './schedule-facts.ts'
