export { listLeaders } from './load-oversight.ts'
