export { ledgersWeb } from './module.ts'
