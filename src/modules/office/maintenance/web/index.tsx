export { maintenanceWeb } from './module.ts'
