export { listTodos } from './list-todos.ts'
export { countNotes, listOwnNotes } from './view-notes.ts'
