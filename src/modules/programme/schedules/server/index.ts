export { markStepsDone } from './change-schedule.ts'
export { listTodos } from './list-todos.ts'
export { listDecided, loadMoved, loadScheduleFacts } from './schedule-facts.ts'
export { listFigureMarks, settleFigures } from './settle-figures.ts'
