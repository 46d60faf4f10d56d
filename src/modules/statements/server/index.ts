export type { DutyFact } from '../domain/duties.ts'
export type { StatementFact } from '../domain/statement-fact.ts'
export { listTodos } from './list-todos.ts'
export {
  loadStatementFacts,
  loadStatementFactsOf,
  type OutsideFact,
  type StatementFacts,
} from './load-statement-facts.ts'
export { listFinished, loadOpenDuties, type OpenDuties } from './open-duties.ts'
