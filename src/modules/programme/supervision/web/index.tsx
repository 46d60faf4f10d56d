export { supervisionWeb } from './module.ts'
