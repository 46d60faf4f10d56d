import { and, eq, inArray, notInArray, or, sql } from 'drizzle-orm'
import type { DutyFact } from '#modules/programme/reporting/contract.ts'
import { dutiesOf, loadReporting, type PlannedTask } from '#modules/programme/reporting/server/index.ts'
import { type Owned, ofRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { standingStatuses, stands } from '../domain/answered.ts'
import { listOwed } from '../domain/owed.ts'
import type { Report } from '../domain/report.ts'
import { listFinished } from './list-finished.ts'
import { listOpeningFacts } from './list-openings.ts'
import { reports } from './tables.ts'

interface Wanted {
  programme: Owned
  /** Whose duties are asked for. */
  tasks: readonly PlannedTask[]
  asOf: Date
  /** Only what this agency owes; all of them without. */
  agencyId?: string
}

/** What is owed of a programme's tasks now: nothing of the years before is read but what came back and was not said again. */
export async function loadOwed(tx: Tx, { programme, tasks, asOf, agencyId }: Wanted): Promise<DutyFact[]> {
  const reporting = await loadReporting(tx, programme, asOf)
  if (!reporting || tasks.length === 0) return []
  const { cycles } = reporting
  const newest = cycles.slice(-2).map(({ key }) => key)
  const rows = await listAttempts(tx, programme, { newest, agencyId })
  const asked = new Set([...newest, ...rows.filter((row) => !stands(row)).map(({ cycle }) => cycle)])
  const duties = dutiesOf(tasks, { ...reporting, cycles: cycles.filter(({ key }) => asked.has(key)) })
  const of = agencyId === undefined ? duties : duties.filter((duty) => duty.agencyId === agencyId)
  const unsaid = listOwed(of, { rows, cycles, finished: new Set() })
  const before = (await listOpeningFacts(tx, programme, asOf)).filter(({ said }) => said === 'finished')
  const claimed = new Set([
    ...rows.filter(claimsFinish).map(({ taskId }) => taskId),
    ...before.map(({ subjectId }) => subjectId),
  ])
  const taskIds = [...new Set(unsaid.map(({ taskId }) => taskId))].filter((id) => claimed.has(id))
  if (taskIds.length === 0) return unsaid
  const finished = await listFinished(tx, programme, { tasks, asOf, taskIds })
  return unsaid.filter((duty) => !finished.has(duty.taskId))
}

/** Without one of these no task is finished, and none need be looked at. */
const claimsFinish = ({ status, progress }: Pick<Report, 'status' | 'progress'>): boolean =>
  status === 'signed' && progress === 'finished'

/** Attempts of the newest cycles, and of earlier ones those that came back, with what was said again, and signed finishes. */
function listAttempts(
  tx: Tx,
  programme: Owned,
  { newest, agencyId }: { newest: readonly string[]; agencyId: string | undefined },
) {
  const { taskId, cycle, status, progress } = reports
  const mine = and(
    ofRow(reports.programmeId, programme),
    agencyId === undefined ? undefined : eq(reports.agencyId, agencyId),
  )
  const back = tx
    .select({ taskId, agencyId: reports.agencyId, cycle })
    .from(reports)
    .where(and(mine, notInArray(status, [...standingStatuses])))
  return tx
    .select({ taskId, agencyId: reports.agencyId, cycle, status, progress })
    .from(reports)
    .where(
      and(
        mine,
        or(
          inArray(cycle, [...newest]),
          and(eq(status, 'signed'), eq(progress, 'finished')),
          sql`(${taskId}, ${reports.agencyId}, ${cycle}) in ${back}`,
        ),
      ),
    )
}
