export { notesWeb } from './module.ts'
export { Writing } from './writing.tsx'
