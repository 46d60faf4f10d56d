export type { DutyFact } from '../domain/duties.ts'
export type { StatementFact } from '../domain/statement-fact.ts'
export { loadStatementFacts, type OutsideFact, type StatementFacts } from './load-statement-facts.ts'
