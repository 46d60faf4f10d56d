export type { ReportFact } from '../domain/report-fact.ts'
export { listCorrected } from './list-corrected.ts'
export { listFinished } from './list-finished.ts'
export { listTodos } from './list-todos.ts'
export { loadOwed } from './load-owed.ts'
export {
  loadReportFacts,
  loadReportFactsOf,
} from './load-report-facts.ts'
