export { NoticeBell } from './bell.tsx'
export { noticesWeb } from './module.ts'
