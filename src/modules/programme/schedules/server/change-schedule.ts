import { loadCalendar } from '#modules/office/organisations/server/index.ts'
import { type Call, implement } from '#platform/operation/implement.ts'
import { type ScheduleView, scheduleContract, scheduleMoved } from '../contract.ts'
import { applyChange, getStep, kindOfChange } from '../domain/apply-change.ts'
import { compareSchedules } from '../domain/compare-schedules.ts'
import { completeStep as complete, reopenStep as reopen } from '../domain/complete-step.ts'
import { scheduleErrors } from '../domain/errors.ts'
import { wordsFor } from '../domain/explain.ts'
import { insistChange, insistComplete } from '../domain/may-change.ts'
import type { RevisionKind, ScheduleState } from '../domain/schedule.ts'
import { getScheduleRow, listOwnTargets, showSchedule } from './get-schedule.ts'
import { findNewest, loadTemplates } from './load-schedules.ts'
import { record, revisionOf } from './record-revisions.ts'
import { outlookOf, viewConflict, viewFailure } from './view-schedule.ts'

type Doing = Omit<Call<unknown>, 'input'>
type Found = Awaited<ReturnType<typeof getScheduleRow>>

export const previewChange = implement(scheduleContract.previewChange, async ({ input, ...call }) => {
  const { row, taskRole } = await getScheduleRow(call, input.taskId)
  insistChange(call.actor, taskRole)
  const calendar = await loadCalendar(call.tx, call.actor.divisionCode)
  const known = await loadKnown(call, row)
  const state = applyChange(row, input.change, known, calendar)
  const { conflict } = outlookOf(state, call.today, calendar)
  return {
    difference: compareSchedules(row, state),
    conflict: viewFailure(state, call.today)?.conflict ?? null,
    late: conflict && viewConflict(conflict, wordsFor(state.steps, call.today)),
  }
})

/** What a change is worked out from beside the schedule itself. */
const loadKnown = async ({ tx, actor }: Doing, row: Found['row']) => ({
  number: row.number + 1,
  templates: await loadTemplates(tx, actor.divisionCode),
  targets: await listOwnTargets(tx, row),
})

export const changeSchedule = implement(scheduleContract.changeSchedule, async ({ input, ...call }) => {
  const { taskId, revisionId, reason, change } = input
  const found = await holdSchedule(call, { taskId, revisionId })
  insistChange(call.actor, found.taskRole)
  const calendar = await loadCalendar(call.tx, call.actor.divisionCode)
  const known = await loadKnown(call, found.row)
  const state = applyChange(found.row, change, known, calendar)
  const failure = viewFailure(state, call.today)
  if (failure) throw scheduleErrors.impossible({ why: failure.text }, failure.conflict)
  return keep(call, found, { state, kind: kindOfChange[change.kind], reason })
})

export const completeStep = implement(scheduleContract.completeStep, async ({ input, ...call }) => {
  const { taskId, revisionId, stepId, doneOn } = input
  const found = await holdSchedule(call, { taskId, revisionId })
  insistComplete(call.actor, found.taskRole)
  const calendar = await loadCalendar(call.tx, call.actor.divisionCode)
  const state = complete(found.row, { stepId, doneOn, today: call.today }, calendar)
  const reason = `“${getStep(state.steps, stepId).title}”于 ${doneOn} 办结`
  return keep(call, found, { state, kind: 'stepDone', reason })
})

export const reopenStep = implement(scheduleContract.reopenStep, async ({ input, ...call }) => {
  const { taskId, revisionId, stepId, reason } = input
  const found = await holdSchedule(call, { taskId, revisionId })
  insistComplete(call.actor, found.taskRole)
  const calendar = await loadCalendar(call.tx, call.actor.divisionCode)
  return keep(call, found, { state: reopen(found.row, stepId, calendar), kind: 'stepReopened', reason })
})

/** The schedule the person saw; refused when it has been changed since. Of two at once the index of numbers takes one. */
async function holdSchedule(
  call: Doing,
  { taskId, revisionId }: { taskId: string; revisionId: string },
): Promise<Found> {
  const found = await getScheduleRow(call, taskId)
  if (found.row.id !== revisionId) throw scheduleErrors.changedMeanwhile({})
  return found
}

interface Decided {
  state: ScheduleState
  kind: RevisionKind
  reason: string
}

async function keep(
  call: Doing,
  { task, row, taskRole }: Found,
  { state, kind, reason }: Decided,
): Promise<ScheduleView> {
  const { programmeId, id: taskId, title } = task
  const next = revisionOf(state, { programmeId, taskId, after: row.number, kind, reason }, call)
  await record(call.tx, [next])
  await call.emit(scheduleMoved, { programmeId, taskId })
  call.about(`任务“${title}”的工期`, { kind, reason })
  // What was changed may have brought marks whose figures are signed already.
  const stands = (await findNewest(call.tx, taskId, call.actor.divisionCode)) ?? next
  return showSchedule(call, stands, { taskTitle: title, taskRole })
}
