export { auditingWeb } from './module.ts'
