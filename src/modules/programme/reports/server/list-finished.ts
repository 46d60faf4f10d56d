import { and, asc, eq, gt, inArray, lte } from 'drizzle-orm'
import { dutiesOf, loadReporting, type PlannedTask } from '#modules/programme/reporting/server/index.ts'
import { type Owned, ofRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { standingStatuses } from '../domain/answered.ts'
import { listFinishes } from '../domain/finish.ts'
import { listOpeningFacts } from './list-openings.ts'
import { reports } from './tables.ts'

interface Wanted {
  /** Tasks in force, for those who report them; of others it is settled by who spoke of them. */
  tasks: readonly PlannedTask[]
  asOf: Date
  /** Only those finished after this day; what the office says was finished before is none of them. */
  after?: string
  /** Only these; all without. */
  taskIds?: readonly string[]
}

/** Tasks that are finished, with the day the last of their agencies was signed for. */
export async function listFinished(
  tx: Tx,
  programme: Owned,
  { tasks, asOf, after, taskIds }: Wanted,
): Promise<Map<string, string>> {
  const { taskId, agencyId, progress, status, settledOn, submittedOn, submittedAt, endOn, attempt, id } = reports
  const here = and(ofRow(reports.programmeId, programme), lte(submittedAt, asOf))
  const signed = and(
    here,
    eq(status, 'signed'),
    eq(progress, 'finished'),
    after === undefined ? undefined : gt(settledOn, after),
    taskIds && inArray(taskId, [...taskIds]),
  )
  const claimed = (await tx.selectDistinct({ taskId }).from(reports).where(signed)).map((row) => row.taskId)
  const opened = after === undefined ? await listOpeningFacts(tx, programme, asOf) : []
  const openings = opened.filter(({ subjectId, said }) => said === 'finished' && (taskIds?.includes(subjectId) ?? true))
  const spokenOf = [...new Set([...claimed, ...openings.map(({ subjectId }) => subjectId)])]
  const reporting = spokenOf.length > 0 && (await loadReporting(tx, programme, asOf))
  if (!reporting) return new Map()
  const words = await tx
    .select({ taskId, agencyId, state: progress, signedOn: settledOn })
    .from(reports)
    .where(and(here, inArray(status, [...standingStatuses]), inArray(taskId, spokenOf)))
    .orderBy(asc(submittedOn), asc(endOn), asc(submittedAt), asc(attempt), asc(id))
  const duties = dutiesOf(
    tasks.filter((task) => claimed.includes(task.id)),
    reporting,
  )
  const finished = [...listFinishes({ words, duties, openings })]
  return new Map(finished.filter(([, signedOn]) => after === undefined || signedOn > after))
}
