import type { Actor } from '#kernel/actor.ts'
import type { WorkingCalendar } from '#kernel/calendar.ts'
import type { ConflictView, ScheduleView, StepView } from '../contract.ts'
import type { Conflict } from '../domain/conflict.ts'
import { scheduleErrors } from '../domain/errors.ts'
import {
  explainConflict,
  explainConstraint,
  explainEarliest,
  explainLatest,
  type Words,
  wordsFor,
} from '../domain/explain.ts'
import { type FigureTarget, withFigures } from '../domain/figure-nodes.ts'
import { mayChange, mayComplete, type TaskRole } from '../domain/may-change.ts'
import { type Outlook, outlookOn } from '../domain/plan-steps.ts'
import type { ScheduleRevision, ScheduleState } from '../domain/schedule.ts'

export function viewConflict(conflict: Conflict, words: Words): ConflictView {
  const parts = conflict.constraints.map((constraint) => ({ constraint, text: explainConstraint(constraint, words) }))
  return { text: explainConflict(conflict, words), parts, shortDays: conflict.shortDays }
}

/** How a schedule stands on a day; nothing to say of one without dates. */
export function outlookOf(state: ScheduleState, today: string, calendar: WorkingCalendar): Outlook {
  const { steps, dates, deadlineOn } = state
  if (dates.length === 0 || deadlineOn === null) return { slack: [], conflict: null }
  return outlookOn({ steps, dates, deadlineOn }, today, calendar)
}

/** Why there are no dates, in words. */
export function viewFailure({ failure, steps }: ScheduleState, today: string): ScheduleView['failure'] {
  if (failure === null) return null
  if (failure.why === 'noDeadline') return { text: scheduleErrors.noDeadline({}).message, conflict: null }
  const conflict = viewConflict(failure.conflict, wordsFor(steps, today))
  return { text: conflict.text, conflict }
}

export const spanOf = ({
  dates,
}: {
  dates: readonly { startOn: string; finishOn: string }[]
}): { startOn: string | null; finishOn: string | null } => {
  const starts = dates.map(({ startOn }) => startOn).sort()
  const ends = dates.map(({ finishOn }) => finishOn).sort()
  return { startOn: starts[0] ?? null, finishOn: ends.at(-1) ?? null }
}

interface ScheduleFacts {
  taskTitle: string
  today: string
  actor: Actor
  taskRole: TaskRole
  calendar: WorkingCalendar
  /** Of the task. */
  targets: readonly FigureTarget[]
}

export function viewSchedule(
  row: ScheduleRevision,
  { taskTitle, today, actor, taskRole, calendar, targets }: ScheduleFacts,
): ScheduleView {
  const words = wordsFor(row.steps, today)
  const outlook = outlookOf(row, today, calendar)
  const { divisionCode: _, dates: __, ...rest } = row
  return {
    ...rest,
    taskTitle,
    ...spanOf(row),
    steps: viewSteps(row, outlook, words),
    failure: viewFailure(row, today),
    late: outlook.conflict && viewConflict(outlook.conflict, words),
    today,
    lacksFigures: lacksFigures(row, targets),
    can: { changeSchedule: mayChange(actor, taskRole), completeStep: mayComplete(actor, taskRole) },
  }
}

const lacksFigures = ({ steps, floorOn, deadlineOn }: ScheduleRevision, targets: readonly FigureTarget[]): boolean =>
  deadlineOn !== null &&
  withFigures(steps, targets, { frame: { floorOn, deadlineOn }, prefix: '' }).length > steps.length

function viewSteps({ steps, dates }: ScheduleRevision, { slack }: Outlook, words: Words): StepView[] {
  const datesOf = new Map(dates.map((one) => [one.stepId, one]))
  const slackOf = new Map(slack.map((one) => [one.stepId, one]))
  return steps.map((step) => {
    const [planned, room] = [datesOf.get(step.id), slackOf.get(step.id)]
    return {
      ...step,
      startOn: planned?.startOn ?? null,
      finishOn: planned?.finishOn ?? null,
      tentative: planned?.tentative ?? false,
      latestText: planned ? explainLatest(step, planned, words) : '',
      earliestText: room ? explainEarliest(room, words) : '',
      earliestOn: room?.startOn ?? null,
      slackDays: room?.slackDays ?? null,
    }
  })
}
