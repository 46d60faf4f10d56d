export type { StatementFact } from '../domain/statement-fact.ts'
export { listTodos } from './list-todos.ts'
export {
  loadStatementFacts,
  loadStatementFactsOf,
} from './load-statement-facts.ts'
export { listFinished, loadOpenDuties } from './open-duties.ts'
