export { homeWeb } from './module.ts'
