export { lampsWeb } from './module.ts'
