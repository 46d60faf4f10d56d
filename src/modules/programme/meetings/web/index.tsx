export { meetingsWeb } from './module.ts'
