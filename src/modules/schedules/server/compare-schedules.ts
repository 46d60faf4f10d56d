import { and, asc, eq, gt, lte } from 'drizzle-orm'
import { getProgrammeRow, listTaskTitles, visibleTaskFilter } from '#modules/programmes/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { implement } from '#platform/operation/implement.ts'
import { type RevisionSummary, scheduleContract } from '../contract.ts'
import { compareSchedules as compare } from '../domain/compare-schedules.ts'
import { scheduleErrors } from '../domain/errors.ts'
import { endOfDay } from './get-board.ts'
import { loadCurrent } from './load-schedules.ts'
import { revisions } from './tables.ts'

/** What became of the schedules between the evenings of two days; tasks where nothing did are left out. */
export const compareSchedules = implement(scheduleContract.compareSchedules, async ({ input, tx, actor }) => {
  const { from, to } = input
  if (from > to) throw scheduleErrors.dayOrder({})
  const programme = await getProgrammeRow(tx, input.programmeId, actor)
  const isVisible = await visibleTaskFilter(tx, programme.id, actor)
  const [old, now] = [
    await loadCurrent(tx, programme.id, endOfDay(from)),
    await loadCurrent(tx, programme.id, endOfDay(to)),
  ]
  const asked = (taskId: string) => isVisible(taskId) && (input.taskId === undefined || input.taskId === taskId)
  const taskIds = [...new Set([...now.keys(), ...old.keys()])].filter(asked)
  const titles = await listTaskTitles(tx, taskIds, actor.divisionCode)
  const between = await listBetween(tx, programme.id, { from, to })
  const tasks = taskIds.map((taskId) => ({
    taskId,
    title: titles.get(taskId) ?? '',
    difference: compare(old.get(taskId), now.get(taskId)),
    revisions: between.get(taskId) ?? [],
  }))
  const changed = tasks.filter(({ difference }) => difference.kind !== 'same')
  return { from, to, tasks: changed.sort((a, b) => place(a.title) - place(b.title)) }
})

/** Tasks of the plan by their number, measures and added ones behind them. */
const place = (title: string): number => Number(/^\d+/.exec(title)?.[0] ?? 9999)

async function listBetween(
  tx: Tx,
  programmeId: string,
  { from, to }: { from: string; to: string },
): Promise<Map<string, RevisionSummary[]>> {
  const { id, taskId, number, kind, reason, deadlineOn, recordedAt, recordedBy } = revisions
  const rows = await tx
    .select({ id, taskId, number, kind, reason, deadlineOn, recordedAt, recordedBy })
    .from(revisions)
    .where(and(eq(revisions.programmeId, programmeId), gt(recordedAt, endOfDay(from)), lte(recordedAt, endOfDay(to))))
    .orderBy(asc(number))
  const byTask = new Map<string, RevisionSummary[]>()
  for (const { taskId: of, ...row } of rows) byTask.set(of, [...(byTask.get(of) ?? []), row])
  return byTask
}
