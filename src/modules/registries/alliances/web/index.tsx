export { alliancesWeb } from './module.ts'
