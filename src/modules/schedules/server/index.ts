export { loadScheduleFacts, type ScheduleFact } from './schedule-facts.ts'
