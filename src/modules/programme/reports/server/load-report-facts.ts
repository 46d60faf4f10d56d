import { and, getTableColumns, inArray, lte } from 'drizzle-orm'
import { loadContents } from '#modules/programme/programmes/server/index.ts'
import type { DutyFact, OutsideFact } from '#modules/programme/reporting/contract.ts'
import { dutiesOf, listOutside, loadReporting, type PlannedTask } from '#modules/programme/reporting/server/index.ts'
import { type Owned, ofRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { type OpeningFact, openingFigures } from '../domain/opening.ts'
import { listValid, type ReportFact } from '../domain/report-fact.ts'
import { listCorrections } from './list-corrections.ts'
import { listOpeningFacts } from './list-openings.ts'
import { reports } from './tables.ts'

export interface ReportFacts {
  /** Handed in and not returned or withdrawn, in the order they were said; of a cycle the newest attempt only. */
  reports: ReportFact[]
  duties: DutyFact[]
  /** Figures that no agency was asked for: those of the opening state, then those from outside, each the oldest day first. */
  outside: OutsideFact[]
  /** What the office said of how things stood; see `openingOfTasks` for whether it still holds. */
  openings: OpeningFact[]
}

/** What had been said of a programme's tasks, and what had to be, as known at a moment; duties of the tasks in force now. */
export async function loadReportFacts(tx: Tx, programme: Owned, asOf: Date): Promise<ReportFacts> {
  const { tasks } = await loadContents(tx, programme)
  return loadReportFactsOf(tx, { programme, asOf, tasks })
}

/** The columns a fact needs: years of reports are read at once, and half of what is stored would be read for nothing. */
const {
  divisionCode: _owner,
  programmeId: _programme,
  dueOn: _due,
  submissionId: _submission,
  submittedById: _by,
  submittedBy: _name,
  settledBy: _settled,
  settledReason: _reason,
  ...factColumns
} = getTableColumns(reports)

interface Wanted {
  programme: Owned
  asOf: Date
  /** Whose duties are asked for. */
  tasks: readonly PlannedTask[]
  /** Only what was said of these tasks; of all without. */
  saidIn?: readonly string[] | undefined
}

/** The same with the duties of the tasks a programme had at that moment, for those who kept them. */
export async function loadReportFactsOf(tx: Tx, { programme, asOf, tasks, saidIn }: Wanted): Promise<ReportFacts> {
  const reporting = await loadReporting(tx, programme, asOf)
  if (!reporting) return { reports: [], duties: [], outside: [], openings: [] }
  const mine = and(
    ofRow(reports.programmeId, programme),
    lte(reports.submittedAt, asOf),
    saidIn && inArray(reports.taskId, [...saidIn]),
  )
  const rows = await tx.select(factColumns).from(reports).where(mine)
  const openings = await listOpeningFacts(tx, programme, asOf)
  return {
    reports: listValid(rows, asOf, await listCorrections(tx, programme)),
    duties: dutiesOf(tasks, reporting),
    outside: [...openingFigures(openings), ...(await listOutside(tx, programme, asOf))],
    openings,
  }
}
