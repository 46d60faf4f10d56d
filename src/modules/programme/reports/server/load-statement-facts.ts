import { and, eq, inArray, lte } from 'drizzle-orm'
import { loadContents } from '#modules/programme/programmes/server/index.ts'
import type { DutyFact } from '#modules/programme/reporting/contract.ts'
import {
  dutiesOf,
  listOutside,
  loadReporting,
  type OutsideFact,
  type PlannedTask,
} from '#modules/programme/reporting/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { listValid, type StatementFact } from '../domain/statement-fact.ts'
import { statements } from './tables.ts'

export interface StatementFacts {
  /** Handed in and not returned or withdrawn, in the order they were said; of a cycle the newest attempt only. */
  statements: StatementFact[]
  duties: DutyFact[]
  /** Figures that no agency was asked for, oldest day first. */
  outside: OutsideFact[]
}

/** What had been said of a programme's tasks, and what had to be, as known at a moment; duties of the tasks in force now. */
export async function loadStatementFacts(tx: Tx, programmeId: string, asOf: Date): Promise<StatementFacts> {
  const { tasks } = await loadContents(tx, programmeId)
  return loadStatementFactsOf(tx, { programmeId, asOf, tasks })
}

const {
  id, taskId, agencyId, cycle, endOn, attempt, progress, text, evidence, needsCoordination, values, submittedAt,
  submittedOn, status, settledAt, settledOn,
} = statements // biome-ignore format: as few lines as may be

/** The columns a fact needs: years of statements are read at once, and half of what is stored would be read for nothing. */
const factColumns = {
  id, taskId, agencyId, cycle, endOn, attempt, progress, text, evidence, needsCoordination, values, submittedAt,
  submittedOn, status, settledAt, settledOn,
} // biome-ignore format: as few lines as may be

interface Wanted {
  programmeId: string
  asOf: Date
  /** Whose duties are asked for. */
  tasks: readonly PlannedTask[]
  /** Only what was said of these tasks; of all without. */
  saidIn?: readonly string[] | undefined
}

/** The same with the duties of the tasks a programme had at that moment, for those who kept them. */
export async function loadStatementFactsOf(
  tx: Tx,
  { programmeId, asOf, tasks, saidIn }: Wanted,
): Promise<StatementFacts> {
  const reporting = await loadReporting(tx, programmeId, asOf)
  if (!reporting) return { statements: [], duties: [], outside: [] }
  const mine = and(
    eq(statements.divisionCode, reporting.divisionCode),
    eq(statements.programmeId, programmeId),
    lte(statements.submittedAt, asOf),
    saidIn && inArray(taskId, [...saidIn]),
  )
  const rows = await tx.select(factColumns).from(statements).where(mine)
  return {
    statements: listValid(rows, asOf),
    duties: dutiesOf(tasks, reporting),
    outside: await listOutside(tx, programmeId, asOf),
  }
}
