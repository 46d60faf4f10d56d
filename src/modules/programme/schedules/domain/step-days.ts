import type { WorkingCalendar } from '#kernel/calendar.ts'
import { lastDayOf, latestBefore } from '#kernel/period.ts'
import type { Step } from './step.ts'

/**
 * How long steps take and wait, in ordinals of working days. Each function that goes forward has one that goes back: a step
 * begun on `start` is over by `end` just when `start` is no later than `startFor(end)`, and the same for what it waits.
 */
type Taking = Pick<Step, 'days' | 'unit'>
type Waiting = Pick<Step, 'days' | 'lagDays' | 'lagUnit'>

/** A step of no length: a day that is reached, on the last day of what it waits for at the earliest. */
export const isMark = ({ days }: Pick<Step, 'days'>): boolean => days === 0

/** The ordinal of the first working day on or after the day. */
export const firstOn = (calendar: WorkingCalendar, day: string): number => calendar.ordinalOf(calendar.onOrAfter(day))

/** The day a step ends on. Days of the calendar (公示7日) are counted by 民法典 201 and 203: the first does not count, a last day of rest moves on. */
export function endOf({ days, unit }: Taking, start: number, calendar: WorkingCalendar): number {
  if (days === 0) return start
  if (unit === 'working_day') return start + days - 1
  return calendar.ordinalOf(lastDayOf(calendar.dayAt(start), { unit, n: days }, calendar).lastOn)
}

/** The latest day a step may begin on to be over by another. */
export function startFor({ days, unit }: Taking, end: number, calendar: WorkingCalendar): number {
  if (days === 0) return end
  if (unit === 'working_day') return end - days + 1
  return calendar.ordinalOf(latestBefore(calendar.dayAt(end), { unit, n: days }, calendar))
}

/** The first day a step may begin on when one it waits for was over on `end`: the next, or the n-th after it. */
export function follows(step: Waiting, end: number, calendar: WorkingCalendar): number {
  if (step.lagDays === 0) return isMark(step) ? end : end + 1
  return step.lagUnit === 'working_day' ? end + step.lagDays : followsDay(step, calendar.dayAt(end), calendar)
}

/** The same behind something that happened on any day, of rest or not. */
export function followsDay(step: Waiting, endOn: string, calendar: WorkingCalendar): number {
  const { lagDays: n, lagUnit: unit } = step
  if (n === 0) return isMark(step) ? firstOn(calendar, endOn) : calendar.ordinalOf(endOn) + 1
  return calendar.ordinalOf(lastDayOf(endOn, { unit, n }, calendar).lastOn)
}

/** The last day on which what a step waits for may be over, when the step begins on `start`. */
export function leavesBy(step: Waiting, start: number, calendar: WorkingCalendar): number {
  const { lagDays: n, lagUnit: unit } = step
  if (n === 0) return isMark(step) ? start : start - 1
  if (unit === 'working_day') return start - n
  return calendar.ordinalOf(latestBefore(calendar.dayAt(start), { unit, n }, calendar))
}
