export type { ReportFact } from '../domain/report-fact.ts'
export { listTodos } from './list-todos.ts'
export {
  loadReportFacts,
  loadReportFactsOf,
} from './load-report-facts.ts'
export { listFinished, loadOpenDuties } from './open-duties.ts'
