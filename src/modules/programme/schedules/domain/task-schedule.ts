import type { WorkingCalendar } from '#kernel/calendar.ts'
import { isJudged } from '#modules/programme/plans/contract.ts'
import { classifyTask, type TaskFeatures } from './classify-task.ts'
import { compressSteps } from './compress-steps.ts'
import { type FigureTarget, withFigures } from './figure-nodes.ts'
import { type Frame, planSteps } from './plan-steps.ts'
import type { DeadlineSource, ScheduleState } from './schedule.ts'
import type { Step } from './step.ts'
import { takeTemplate } from './take-template.ts'
import type { ScheduleTemplate } from './template.ts'

export interface TaskToSchedule extends TaskFeatures {
  ongoing: boolean
  targets: readonly FigureTarget[]
}

export interface ProgrammeTimes {
  startOn: string | null
  issuedOn: string | null
  endOn: string | null
}

/** The last day of a task: its own, else that of its latest target, else the programme's: what a plan orders is to be done within it. */
export function deadlineOf(
  task: Pick<TaskFeatures, 'dueOn' | 'targets'>,
  { endOn }: Pick<ProgrammeTimes, 'endOn'>,
): { on: string; from: DeadlineSource } | undefined {
  if (task.dueOn !== null) return { on: task.dueOn, from: 'task' }
  const ends = task.targets
    .filter(isJudged)
    .flatMap(({ period }) => period?.end ?? [])
    .sort()
  const last = ends.at(-1)
  if (last !== undefined) return { on: last, from: 'target' }
  return endOn === null ? undefined : { on: endOn, from: 'programme' }
}

/** Nothing begins before the plan's period, nor before the plan was issued. */
export function floorOf({ startOn, issuedOn }: Pick<ProgrammeTimes, 'startOn' | 'issuedOn'>, today: string): string {
  if (startOn === null) return issuedOn ?? today
  return issuedOn !== null && issuedOn > startOn ? issuedOn : startOn
}

/** The first schedule of a task, from the template its words and targets call for. */
export function scheduleTask(
  task: TaskToSchedule,
  {
    times,
    today,
    templates,
  }: { times: ProgrammeTimes; today: string; templates: ReadonlyMap<string, ScheduleTemplate> },
  calendar: WorkingCalendar,
): ScheduleState {
  const { template: key, because } = classifyTask(task)
  const template = templates.get(key) ?? templates.get('generic')
  const deadline = deadlineOf(task, times)
  const head = {
    templateKey: template?.key ?? key,
    templateTitle: template?.title ?? key,
    because,
    floorOn: floorOf(times, today),
    deadlineOn: deadline?.on ?? null,
    deadlineFrom: deadline?.from ?? null,
  }
  if (!template || !deadline) return { ...head, steps: [], dates: [], failure: { why: 'noDeadline' }, unpublished: [] }
  const frame = { floorOn: head.floorOn, deadlineOn: deadline.on }
  return settle({ ...head, steps: takeSteps(template, task.targets, { frame, prefix: 'r1' }, calendar) }, calendar)
}

/** The steps of a template; one gone through once stands beside the years its targets name figures for. */
export function takeSteps(
  template: ScheduleTemplate,
  targets: readonly FigureTarget[],
  of: { frame: Frame; prefix: string },
  calendar: WorkingCalendar,
): Step[] {
  const steps = takeTemplate(template, of, calendar)
  return template.repeats === 'once' ? withFigures(steps, targets, of) : steps
}

/**
 * The first schedule of a task decided on a day outside the plan: it begins with that day, and where the template's usual
 * times do not fit the deadline given, all steps are shortened alike.
 */
export function scheduleAddedTask(
  task: TaskToSchedule,
  known: Parameters<typeof scheduleTask>[1],
  calendar: WorkingCalendar,
): ScheduleState & { isCompressed: boolean } {
  const times = { ...known.times, startOn: known.today, issuedOn: null }
  const state = scheduleTask(task, { ...known, times }, calendar)
  const { floorOn, deadlineOn, steps } = state
  const shorter =
    state.failure?.why === 'conflict' && deadlineOn !== null
      ? compressSteps(steps, { floorOn, deadlineOn }, calendar)
      : undefined
  if (shorter === undefined) return { ...state, isCompressed: false }
  return { ...settle({ ...state, steps: shorter }, calendar), isCompressed: true }
}

/** Plans the steps of a schedule anew; what cannot be planned keeps its steps and says why. */
export function settle(
  state: Omit<ScheduleState, 'dates' | 'failure' | 'unpublished'>,
  calendar: WorkingCalendar,
): ScheduleState {
  const { floorOn, deadlineOn, steps } = state
  if (deadlineOn === null) return { ...state, dates: [], failure: { why: 'noDeadline' }, unpublished: [] }
  const { dates, conflict } = planSteps(steps, { floorOn, deadlineOn }, calendar)
  const failure = conflict === null ? null : { why: 'conflict' as const, conflict }
  const open = steps.filter(({ done }) => done === null)
  const from =
    dates
      ?.filter(({ bound }) => bound.by !== 'done')
      .map(({ startOn }) => startOn)
      .sort()[0] ?? floorOn
  const unpublished = open.length === 0 ? [] : calendar.unpublishedIn(from, deadlineOn)
  return { ...state, dates: dates ?? [], failure, unpublished }
}

/** The same schedule with another last day: nodes behind it move onto it, everything else stays. */
export function withDeadline(
  state: ScheduleState,
  deadline: { on: string; from: DeadlineSource },
  calendar: WorkingCalendar,
): ScheduleState {
  const steps = state.steps.map((step): Step => {
    const isBehind = step.notAfter !== null && step.notAfter > deadline.on
    return isBehind ? { ...step, notAfter: null } : step
  })
  return settle({ ...state, steps, deadlineOn: deadline.on, deadlineFrom: deadline.from }, calendar)
}

/** The same schedule where the figures its marks stand for are others by a new issue; the very same where they are not. */
export function followTargets<S extends ScheduleState>(
  state: S,
  targets: readonly FigureTarget[],
  { prefix, calendar }: { prefix: string; calendar: WorkingCalendar },
): S | ScheduleState {
  const { floorOn, deadlineOn, steps } = state
  if (deadlineOn === null || !steps.some(({ claim }) => claim !== null)) return state
  const followed = withFigures(steps, targets, { frame: { floorOn, deadlineOn }, prefix })
  const isSame = followed.length === steps.length && followed.every((step, i) => step === steps[i])
  return isSame ? state : settle({ ...state, steps: followed }, calendar)
}
