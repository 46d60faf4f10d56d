import { loadCalendar } from '#modules/office/organisations/server/index.ts'
import { getTaskRow, listOwnTasks, loadTasks, visibleTaskFilter } from '#modules/programme/programmes/server/index.ts'
import type { Call } from '#platform/operation/implement.ts'
import { implement } from '#platform/operation/implement.ts'
import { type ScheduleView, scheduleContract } from '../contract.ts'
import { scheduleErrors } from '../domain/errors.ts'
import type { FigureTarget } from '../domain/figure-nodes.ts'
import { mayChange, type TaskRole } from '../domain/may-change.ts'
import type { ScheduleRevision } from '../domain/schedule.ts'
import { findNewest, listTaskRevisions } from './load-schedules.ts'
import { viewSchedule } from './view-schedule.ts'

type Asking = Pick<Call<unknown>, 'tx' | 'actor' | 'today'>

/** A task's schedule with what the person is to the task; undefined where there is none for this person to see. */
export async function findSchedule({ tx, actor }: Asking, taskId: string) {
  const task = await getTaskRow(tx, taskId, actor)
  const isVisible = await visibleTaskFilter(tx, task.programmeId, actor)
  if (!isVisible(task.id)) return undefined
  const row = await findNewest(tx, task.id, actor.divisionCode)
  if (!row) return undefined
  const taskRole: TaskRole = (await listOwnTasks(tx, task.programmeId, actor)).get(task.id)
  return { task, row, taskRole }
}

export async function getScheduleRow(call: Asking, taskId: string) {
  const found = await findSchedule(call, taskId)
  if (!found || found.row.kind === 'dropped') throw scheduleErrors.noSchedule({})
  return found
}

export async function showSchedule(
  { tx, actor, today }: Asking,
  row: ScheduleRevision,
  { taskTitle, taskRole }: { taskTitle: string; taskRole: TaskRole },
): Promise<ScheduleView> {
  const calendar = await loadCalendar(tx, actor.divisionCode)
  const targets = mayChange(actor, taskRole).allowed ? await listOwnTargets(tx, row) : []
  return viewSchedule(row, { taskTitle, today, actor, taskRole, calendar, targets })
}

/** The targets of a task alone, without those that only hang together with them. */
export async function listOwnTargets(
  tx: Asking['tx'],
  { taskId, programmeId, divisionCode }: Pick<ScheduleRevision, 'taskId' | 'programmeId' | 'divisionCode'>,
): Promise<FigureTarget[]> {
  const { targets } = await loadTasks(tx, { id: programmeId, divisionCode }, [taskId])
  return targets.filter((target) => target.taskId === taskId)
}

export const getSchedule = implement(scheduleContract.getSchedule, async ({ input, ...call }) => {
  const found = await findSchedule(call, input.taskId)
  if (!found || found.row.kind === 'dropped') return null
  return showSchedule(call, found.row, { taskTitle: found.task.title, taskRole: found.taskRole })
})

export const listRevisions = implement(scheduleContract.listRevisions, async ({ input, ...call }) => {
  const found = await findSchedule(call, input.taskId)
  return found ? listTaskRevisions(call.tx, input.taskId, call.actor.divisionCode) : []
})
