export { oversightWeb } from './module.ts'
