export { listLeaders } from './load-follows.ts'
