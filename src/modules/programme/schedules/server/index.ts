export { listTodos } from './list-todos.ts'
export { loadMoved, loadScheduleFacts } from './schedule-facts.ts'
export { listFigureMarks, settleFigures } from './settle-figures.ts'
