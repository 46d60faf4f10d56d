import { daysBetween } from '#kernel/day.ts'
import type { ReportFact, StepFact } from './facts.ts'
import { isSaidUndone } from './stated.ts'
import { finishOf, type TaskCase } from './task-case.ts'

/** A task's steps and deadline as they stand on a day, for the rules of its schedule. */
export interface ScheduleCase extends TaskCase {
  finish: ReportFact | undefined
  steps: readonly StepFact[]
  done: readonly StepFact[]
  /** Steps whose last day is over, and those of them that are not done. */
  due: readonly StepFact[]
  late: readonly StepFact[]
  /** The step left undone that ends first. */
  next: StepFact | undefined
  /** The late step that ended first. */
  oldest: StepFact | undefined
  isBeforeStart: boolean
  /** The later of the plan's deadline and the schedule's would hide a delay; the plan's own holds where there is one. */
  dueOn: string | null
  /** Days until the deadline, negative when it is over; null without one. */
  left: number | null
  /** The same where the schedule was planned towards a deadline, though no dates could be found that keep it. */
  endOn: string | null
  toEnd: number | null
}

const firstToEnd = (steps: readonly StepFact[]): StepFact | undefined =>
  steps.reduce<StepFact | undefined>(
    (first, step) => (first && first.finishOn <= step.finishOn ? first : step),
    undefined,
  )

export function scheduleCase(of: TaskCase): ScheduleCase {
  const { schedule, task, day } = of
  const steps = schedule?.steps ?? []
  const done = steps.filter(({ doneOn }) => doneOn !== null)
  const due = steps.filter(({ finishOn }) => finishOn < day)
  const late = due.filter(({ doneOn }) => doneOn === null)
  const dueOn = task.dueOn ?? schedule?.finishOn ?? null
  const endOn = dueOn ?? schedule?.deadlineOn ?? null
  const until = (on: string | null) => (on === null ? null : daysBetween(day, on))
  return {
    ...of,
    finish: finishOf(of),
    steps,
    done,
    due,
    late,
    next: firstToEnd(steps.filter(({ doneOn }) => doneOn === null)),
    oldest: firstToEnd(late),
    isBeforeStart: due.length === 0 && done.length === 0 && !!schedule?.startOn && schedule.startOn > day,
    dueOn,
    left: until(dueOn),
    endOn,
    toEnd: until(endOn),
  }
}

/** Whether the office said of a late step that it was not done. */
const isCalledUndone = ({ opening, late }: ScheduleCase): boolean =>
  late.some(({ stepId, finishOn }) => opening?.undone.includes(stepId) && opening.saidOn > finishOn)

/** Whether the late steps are known to be undone: somebody said so, or ticked another step, after the first of them was due. */
export function isKnownLate(of: ScheduleCase): boolean {
  const { reports, done, oldest, opening } = of
  if (!oldest) return false
  if (isCalledUndone(of) || (opening?.said === 'not_started' && opening.saidOn > oldest.finishOn)) return true
  const { finishOn } = oldest
  return isSaidUndone(reports, finishOn) || done.some(({ doneOn }) => doneOn !== null && doneOn > finishOn)
}

/**
 * Nobody ever ticked a step of the task, while its agencies speak of progress or say nothing at all: whether the steps
 * are undone or only unmarked is not known. 无变化 alone says that they are undone.
 */
export function isUnmarked(of: ScheduleCase): boolean {
  const { reports, done, oldest, opening } = of
  if (done.length > 0 || isCalledUndone(of) || opening?.said === 'not_started') return false
  const since = reports.filter(({ submittedOn }) => submittedOn >= (oldest?.startOn ?? ''))
  return since.length === 0 || since.some(({ state }) => state === 'progressed' || state === 'finished')
}
