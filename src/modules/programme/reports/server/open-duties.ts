import { and, asc, eq, gt, inArray, lte } from 'drizzle-orm'
import { dayOf } from '#kernel/moment.ts'
import type { TaskView } from '#modules/programme/programmes/contract.ts'
import type { DutyFact } from '#modules/programme/reporting/contract.ts'
import { dutiesOf, loadReporting } from '#modules/programme/reporting/server/index.ts'
import { type Owned, ofRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { reports } from './tables.ts'

/** What the present cycles ask and what was validly said to them. */
export interface OpenDuties {
  duties: DutyFact[]
  said: { taskId: string; agencyId: string; cycle: string }[]
}

/** Duties of cycles due in the month of a moment or later; a page that only asks who is silent need not read the years before. */
export async function loadOpenDuties(
  tx: Tx,
  { programme, tasks, asOf }: { programme: Owned; tasks: readonly TaskView[]; asOf: Date },
): Promise<OpenDuties> {
  const reporting = await loadReporting(tx, programme, asOf)
  const month = dayOf(asOf).slice(0, 7)
  const cycles = (reporting?.cycles ?? []).filter(({ dueOn }) => dueOn.slice(0, 7) >= month)
  if (!reporting || cycles.length === 0) return { duties: [], said: [] }
  const { taskId, agencyId, cycle } = reports
  const open = and(
    ofRow(reports.programmeId, programme),
    inArray(
      cycle,
      cycles.map(({ key }) => key),
    ),
    inArray(reports.status, ['submitted', 'signed']),
    lte(reports.submittedAt, asOf),
  )
  return {
    duties: dutiesOf(tasks, { ...reporting, cycles }),
    said: await tx.select({ taskId, agencyId, cycle }).from(reports).where(open),
  }
}

/** Tasks whose finish was signed, after one day and up to another where these are named, with the day; of all or of some. */
export async function listFinished(
  tx: Tx,
  programme: Owned,
  { after, until, taskIds }: { after?: string; until?: string; taskIds?: readonly string[] },
): Promise<Map<string, string>> {
  const { taskId, settledOn, submittedOn, endOn, submittedAt } = reports
  const signed = and(
    ofRow(reports.programmeId, programme),
    eq(reports.status, 'signed'),
    eq(reports.progress, 'finished'),
    after === undefined ? undefined : gt(settledOn, after),
    until === undefined ? undefined : lte(settledOn, until),
    taskIds && inArray(taskId, [...taskIds]),
  )
  const rows = await tx
    .select({ taskId, settledOn })
    .from(reports)
    .where(signed)
    .orderBy(asc(submittedOn), asc(endOn), asc(submittedAt), asc(reports.id))
  return new Map(rows.flatMap((row) => (row.settledOn === null ? [] : [[row.taskId, row.settledOn] as const])))
}
