export { schedulesWeb } from './module.ts'
