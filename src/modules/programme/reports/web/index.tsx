export { reportsWeb } from './module.ts'
