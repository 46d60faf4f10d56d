import type { WorkingCalendar } from '#kernel/calendar.ts'
import { type Conflict, orderOf } from './conflict.ts'
import { earliestOf, type Floor, slackOf } from './earliest-dates.ts'
import { findConflict } from './find-conflict.ts'
import { datesOf, latestOf } from './latest-dates.ts'
import { linkSteps } from './network.ts'
import type { Step, StepDates, StepSlack } from './step.ts'
import { firstOn, isMark } from './step-days.ts'

/** What a plan of steps is made from. */
export interface Frame {
  /** No step begins before this day. */
  floorOn: string
  /** The last day of the task. */
  deadlineOn: string
}

export type Planned =
  | { dates: StepDates[]; slack: StepSlack[]; conflict: null }
  | { dates: null; slack: null; conflict: Conflict }

/**
 * Plans steps backwards from the deadline, as late as possible, each date with what fixes it and with its slack.
 * An impossible plan gives the smallest set of constraints that cannot hold together instead of dates.
 */
export function planSteps(steps: readonly Step[], { floorOn, deadlineOn }: Frame, calendar: WorkingCalendar): Planned {
  const { network, circle } = linkSteps(steps)
  if (!network) {
    const constraints = circle.map((stepId, i) => {
      const next = circle[(i + 1) % circle.length] ?? stepId
      return orderOf(stepId, steps.find(({ id }) => id === next) ?? { id: next, lagDays: 0, lagUnit: 'working_day' })
    })
    return { dates: null, slack: null, conflict: { constraints, shortDays: null } }
  }
  const floor: Floor = { why: 'start', on: floorOn }
  const latest = latestOf(network, deadlineOn, calendar)
  const earliest = earliestOf(network, { floor, outlook: false }, calendar)
  const slack = slackOf(network, { earliest, latestStart: latest.start }, calendar)
  if (slack.every(({ slackDays }) => slackDays >= 0))
    return { dates: datesOf(steps, network, latest, calendar), slack, conflict: null }
  const conflict = findConflict({ network, floor, deadlineOn, outlook: false }, calendar)
  if (!conflict) throw new Error('a plan without room has no conflict')
  return { dates: null, slack: null, conflict }
}

export interface Outlook {
  slack: StepSlack[]
  /** Why the deadline or a node cannot be kept any more when nothing is done before today. */
  conflict: Conflict | null
}

/**
 * How a plan stands on a day: from then on, with what was done when it was done. A step all of whose forerunners are
 * done and whose latest start has come is taken to be under way as planned.
 */
export function outlookOn(
  { steps, dates, deadlineOn }: { steps: readonly Step[]; dates: readonly StepDates[]; deadlineOn: string },
  today: string,
  calendar: WorkingCalendar,
): Outlook {
  // A figure is reported when its time is over: that its mark has passed says nothing of what can still be kept.
  const own = steps.filter(({ claim, done }) => claim === null || done !== null)
  const { network } = linkSteps(own.map((step) => remaining(step, { steps: own, dates, today }, calendar)))
  if (!network) return { slack: [], conflict: null }
  const floor: Floor = { why: 'today', on: today }
  const { start: latestStart } = latestOf(network, deadlineOn, calendar)
  const earliest = earliestOf(network, { floor, outlook: true }, calendar)
  const slack = slackOf(network, { earliest, latestStart }, calendar)
  const isLate = slack.some(({ slackDays }) => slackDays < 0)
  const conflict = isLate ? findConflict({ network, floor, deadlineOn, outlook: true }, calendar) : undefined
  return { slack, conflict: conflict ?? null }
}

interface StepsUnderWay {
  steps: readonly Step[]
  dates: readonly StepDates[]
  today: string
}

/** The step with what is left of it: a pin that has passed holds nothing back any more. */
function remaining(step: Step, { steps, dates, today }: StepsUnderWay, calendar: WorkingCalendar): Step {
  const planned = dates.find(({ stepId }) => stepId === step.id)
  if (step.done || !planned || planned.startOn > today) return step
  const isUnderWay = step.after.every((id) => steps.find((one) => one.id === id)?.done !== null)
  if (!isUnderWay) return step
  const left = calendar.ordinalOf(planned.finishOn) - firstOn(calendar, today) + 1
  // What is under way ends on the day it was to end, however it was counted.
  const rest = isMark(step) ? {} : { days: Math.max(1, left), unit: 'working_day' as const }
  return { ...step, ...rest, after: [], notBefore: null, pin: null, notAfter: latestNode(step) }
}

/** A finish set by hand stays the day to be kept. */
const latestNode = ({ pin, notAfter }: Step): string | null => {
  if (pin?.edge !== 'finish') return notAfter
  return notAfter !== null && notAfter < pin.on ? notAfter : pin.on
}
