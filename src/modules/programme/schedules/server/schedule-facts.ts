import { and, asc, desc, gt, inArray, lte } from 'drizzle-orm'
import { type Owned, ofRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { ScheduleFact } from '../domain/schedule-fact.ts'
import { revisions } from './tables.ts'
import { spanOf } from './view-schedule.ts'

/** Schedules of a programme, or of some of its tasks, as known at a moment; one that could not be planned has no steps. */
export async function loadScheduleFacts(
  tx: Tx,
  programme: Owned,
  asOf: Date,
  taskIds?: readonly string[],
): Promise<Map<string, ScheduleFact>> {
  const current = await loadSteps(tx, programme, { asOf, taskIds })
  const facts = new Map<string, ScheduleFact>()
  for (const { taskId, id, kind, steps, dates, deadlineOn } of current) {
    if (kind === 'dropped') continue
    const of = new Map(dates.map((one) => [one.stepId, one]))
    const dated = steps.flatMap(({ id: stepId, title, claim, done }) => {
      const planned = of.get(stepId)
      if (!planned) return []
      const { startOn, finishOn } = planned
      return [{ stepId, title, startOn, finishOn, doneOn: done?.on ?? null, ...(claim && { byFigure: true }) }]
    })
    const work = dated.filter(({ byFigure = false }) => !byFigure)
    const span = spanOf({ dates: work.length > 0 ? work : dated })
    facts.set(taskId, { taskId, revisionId: id, ...span, deadlineOn, steps: dated })
  }
  return facts
}

/** The newest revisions at a moment, as far as their steps and dates are concerned: the rest of them is not read. */
function loadSteps(
  tx: Tx,
  programme: Owned,
  { asOf, taskIds }: { asOf: Date; taskIds: readonly string[] | undefined },
) {
  const { id, taskId, kind, steps, dates, deadlineOn, number, recordedAt } = revisions
  return tx
    .selectDistinctOn([taskId], { id, taskId, kind, steps, dates, deadlineOn })
    .from(revisions)
    .where(
      and(ofRow(revisions.programmeId, programme), lte(recordedAt, asOf), taskIds && inArray(taskId, [...taskIds])),
    )
    .orderBy(asc(taskId), desc(number))
}

/** The schedules that were changed between two moments, as they were at the first; undefined for one that was not there. */
export async function loadMoved(
  tx: Tx,
  programme: Owned,
  { since, until }: { since: Date; until: Date },
): Promise<Map<string, ScheduleFact | undefined>> {
  const { taskId, recordedAt } = revisions
  const between = and(ofRow(revisions.programmeId, programme), gt(recordedAt, since), lte(recordedAt, until))
  const rows = await tx.selectDistinct({ taskId }).from(revisions).where(between)
  const taskIds = rows.map((row) => row.taskId)
  const before = await loadScheduleFacts(tx, programme, since, taskIds)
  return new Map(taskIds.map((id) => [id, before.get(id)]))
}
