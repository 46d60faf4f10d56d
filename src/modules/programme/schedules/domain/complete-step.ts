import type { WorkingCalendar } from '#kernel/calendar.ts'
import { getStep, insistByHand } from './apply-change.ts'
import { scheduleErrors } from './errors.ts'
import type { ScheduleState } from './schedule.ts'
import type { Step } from './step.ts'
import { settle } from './task-schedule.ts'

/**
 * Marks a step done on a day; the dates it was planned for stay with it. A step may be finished before those it waits
 * for: what happened is recorded, not judged.
 */
export function completeStep(
  state: ScheduleState,
  { stepId, doneOn, today }: { stepId: string; doneOn: string; today: string },
  calendar: WorkingCalendar,
): ScheduleState {
  const step = getStep(state.steps, stepId)
  if (step.done) throw scheduleErrors.stepDone({ title: step.title })
  insistByHand(step)
  if (doneOn > today) throw scheduleErrors.doneInFuture({ on: doneOn })
  const planned = state.dates.find((one) => one.stepId === stepId)
  const { startOn, finishOn } = planned ?? { startOn: doneOn, finishOn: doneOn }
  return settle(
    { ...state, steps: withDone(state.steps, step, { on: doneOn, startOn, finishOn, proof: null }) },
    calendar,
  )
}

/** Takes back that a step was done; its dates are worked out again. */
export function reopenStep(state: ScheduleState, stepId: string, calendar: WorkingCalendar): ScheduleState {
  const step = getStep(state.steps, stepId)
  if (!step.done) throw scheduleErrors.notDone({ title: step.title })
  insistByHand(step)
  return settle({ ...state, steps: withDone(state.steps, step, null) }, calendar)
}

const withDone = (steps: readonly Step[], step: Step, done: Step['done']): Step[] =>
  steps.map((one) => (one === step ? { ...step, done } : one))
