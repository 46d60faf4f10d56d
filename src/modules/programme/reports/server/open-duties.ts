import { and, asc, eq, gt, inArray, lte } from 'drizzle-orm'
import { dayOf } from '#kernel/moment.ts'
import type { TaskView } from '#modules/programme/programmes/contract.ts'
import type { DutyFact } from '#modules/programme/reporting/contract.ts'
import { dutiesOf, loadReporting } from '#modules/programme/reporting/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { statements } from './tables.ts'

/** What the present cycles ask and what was validly said to them. */
export interface OpenDuties {
  duties: DutyFact[]
  said: { taskId: string; agencyId: string; cycle: string }[]
}

/** Duties of cycles due in the month of a moment or later; a page that only asks who is silent need not read the years before. */
export async function loadOpenDuties(
  tx: Tx,
  { programmeId, tasks, asOf }: { programmeId: string; tasks: readonly TaskView[]; asOf: Date },
): Promise<OpenDuties> {
  const reporting = await loadReporting(tx, programmeId, asOf)
  const month = dayOf(asOf).slice(0, 7)
  const cycles = (reporting?.cycles ?? []).filter(({ dueOn }) => dueOn.slice(0, 7) >= month)
  if (!reporting || cycles.length === 0) return { duties: [], said: [] }
  const { taskId, agencyId, cycle } = statements
  const open = and(
    eq(statements.divisionCode, reporting.divisionCode),
    eq(statements.programmeId, programmeId),
    inArray(
      cycle,
      cycles.map(({ key }) => key),
    ),
    inArray(statements.status, ['submitted', 'signed']),
    lte(statements.submittedAt, asOf),
  )
  return {
    duties: dutiesOf(tasks, { ...reporting, cycles }),
    said: await tx.select({ taskId, agencyId, cycle }).from(statements).where(open),
  }
}

/** Tasks whose finish was signed, after one day and up to another where these are named, with the day; of all or of some. */
export async function listFinished(
  tx: Tx,
  { id, divisionCode }: { id: string; divisionCode: string },
  { after, until, taskIds }: { after?: string; until?: string; taskIds?: readonly string[] },
): Promise<Map<string, string>> {
  const { taskId, settledOn, submittedOn, endOn, submittedAt } = statements
  const signed = and(
    eq(statements.divisionCode, divisionCode),
    eq(statements.programmeId, id),
    eq(statements.status, 'signed'),
    eq(statements.progress, 'finished'),
    after === undefined ? undefined : gt(settledOn, after),
    until === undefined ? undefined : lte(settledOn, until),
    taskIds && inArray(taskId, [...taskIds]),
  )
  const rows = await tx
    .select({ taskId, settledOn })
    .from(statements)
    .where(signed)
    .orderBy(asc(submittedOn), asc(endOn), asc(submittedAt), asc(statements.id))
  return new Map(rows.flatMap((row) => (row.settledOn === null ? [] : [[row.taskId, row.settledOn] as const])))
}
