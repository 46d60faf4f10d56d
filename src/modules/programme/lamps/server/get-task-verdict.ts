import { and, asc, eq, gte } from 'drizzle-orm'
import { getProgrammeRow, getTaskRow } from '#modules/programme/programmes/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { implement } from '#platform/operation/implement.ts'
import { lampContract, type TaskVerdictPage } from '../contract.ts'
import { dayAsked } from './list-verdicts.ts'
import { ownVerdicts } from './own-verdicts.ts'
import { standingOf, verdictOn } from './standing.ts'
import { snapshots } from './tables.ts'

/** Months shown in the strip. */
const shown = 24

export const getTaskVerdict = implement(lampContract.getTaskVerdict, async ({ input, tx, actor, today }) => {
  const task = await getTaskRow(tx, input.taskId, actor)
  const programme = await getProgrammeRow(tx, task.programmeId, actor)
  const day = dayAsked(input.on, today)
  const all =
    day === today
      ? await standingOf(tx, programme, { today, taskIds: [task.id] })
      : await verdictOn(tx, programme, { day, today })
  const { tasks } = await ownVerdicts(tx, { programmeId: programme.id, actor }, all)
  const verdict = tasks.find(({ taskId }) => taskId === task.id) ?? null
  const months = await listMonths(tx, task, monthBefore(day.slice(0, 7), shown - 1))
  return { taskId: task.id, programmeId: programme.id, day, today, verdict, months }
})

/** The month some months earlier, `2026-03`. */
function monthBefore(month: string, months: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 - months
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

async function listMonths(
  tx: Tx,
  { id, divisionCode }: { id: string; divisionCode: string },
  from: string,
): Promise<TaskVerdictPage['months']> {
  const mine = and(eq(snapshots.divisionCode, divisionCode), eq(snapshots.taskId, id), gte(snapshots.day, `${from}-01`))
  const rows = await tx
    .select({ day: snapshots.day, lamp: snapshots.summary })
    .from(snapshots)
    .where(mine)
    .orderBy(asc(snapshots.day))
  const last = new Map(rows.map(({ day, lamp }) => [day.slice(0, 7), { month: day.slice(0, 7), day, lamp }]))
  return [...last.values()]
}
