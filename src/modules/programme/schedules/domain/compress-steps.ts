import type { WorkingCalendar } from '#kernel/calendar.ts'
import { type Frame, planSteps } from './plan-steps.ts'
import type { Step } from './step.ts'
import { isMark } from './step-days.ts'

/**
 * Shortens all undone steps in the same proportion, none under one working day, just so far that the plan becomes
 * possible; undefined when even one day each does not fit. What is counted in days of the calendar (公示) is a period somebody
 * is owed, and so is a time waited: both stay.
 */
export function compressSteps(steps: readonly Step[], frame: Frame, calendar: WorkingCalendar): Step[] | undefined {
  const shortened = (share: number): Step[] =>
    steps.map((step) =>
      step.done || isMark(step) || step.unit === 'day'
        ? step
        : { ...step, days: Math.max(1, Math.floor((step.days * share) / shares)) },
    )
  const isPossible = (share: number) => planSteps(shortened(share), frame, calendar).conflict === null
  if (!isPossible(0)) return undefined
  let [fits, fails] = [0, shares]
  while (fails - fits > 1) {
    const middle = Math.floor((fits + fails) / 2)
    if (isPossible(middle)) fits = middle
    else fails = middle
  }
  return shortened(fits)
}

/** Proportions are tried in thousandths. */
const shares = 1000
