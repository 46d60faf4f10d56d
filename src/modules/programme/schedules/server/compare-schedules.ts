import { and, asc, gt, lte } from 'drizzle-orm'
import { endOfDay } from '#kernel/day.ts'
import {
  getProgrammeRow,
  listTaskTitles,
  loadTasks,
  visibleTaskFilter,
} from '#modules/programme/programmes/server/index.ts'
import { type Owned, ofRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { implement } from '#platform/operation/implement.ts'
import { type RevisionSummary, scheduleContract } from '../contract.ts'
import { compareSchedules as compare } from '../domain/compare-schedules.ts'
import { scheduleErrors } from '../domain/errors.ts'
import { loadCurrent } from './load-schedules.ts'
import { revisions } from './tables.ts'

/** What became of the schedules between the evenings of two days; in the order of the plan; tasks where nothing did are left out. */
export const compareSchedules = implement(scheduleContract.compareSchedules, async ({ input, tx, actor }) => {
  const { from, to } = input
  if (from > to) throw scheduleErrors.dayOrder({})
  const programme = await getProgrammeRow(tx, input.programmeId, actor)
  const isVisible = await visibleTaskFilter(tx, programme.id, actor)
  const asked = (taskId: string) => isVisible(taskId) && (input.taskId === undefined || input.taskId === taskId)
  const between = await listBetween(tx, programme, { from, to })
  const moved = [...between.keys()].filter(asked)
  const [old, now] = [
    await loadCurrent(tx, programme, endOfDay(from), moved),
    await loadCurrent(tx, programme, endOfDay(to), moved),
  ]
  const inPlan = (await loadTasks(tx, programme, moved)).tasks.map(({ id }) => id)
  const known = (taskId: string) => (now.has(taskId) || old.has(taskId)) && asked(taskId)
  const taskIds = [...new Set([...inPlan, ...now.keys(), ...old.keys()])].filter(known)
  const titles = await listTaskTitles(tx, taskIds, actor.divisionCode)
  const tasks = taskIds.map((taskId) => ({
    taskId,
    title: titles.get(taskId) ?? '',
    difference: compare(old.get(taskId), now.get(taskId)),
    revisions: between.get(taskId) ?? [],
  }))
  return { from, to, tasks: tasks.filter(({ difference }) => difference.kind !== 'same') }
})

async function listBetween(
  tx: Tx,
  programme: Owned,
  { from, to }: { from: string; to: string },
): Promise<Map<string, RevisionSummary[]>> {
  const { id, taskId, number, kind, reason, deadlineOn, recordedAt, recordedBy } = revisions
  const rows = await tx
    .select({ id, taskId, number, kind, reason, deadlineOn, recordedAt, recordedBy })
    .from(revisions)
    .where(and(ofRow(revisions.programmeId, programme), gt(recordedAt, endOfDay(from)), lte(recordedAt, endOfDay(to))))
    .orderBy(asc(number))
  const byTask = new Map<string, RevisionSummary[]>()
  for (const { taskId: of, ...row } of rows) {
    const own = byTask.get(of)
    if (own) own.push(row)
    else byTask.set(of, [row])
  }
  return byTask
}
