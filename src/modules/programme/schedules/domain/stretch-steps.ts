import type { WorkingCalendar } from '#kernel/calendar.ts'
import { earliestOf } from './earliest-dates.ts'
import { linkSteps } from './network.ts'
import type { Frame } from './plan-steps.ts'
import type { Step } from './step.ts'
import { endOf, firstOn } from './step-days.ts'

/** How much of what is left over lies behind the early steps: 1 spreads evenly, more keeps what begins a task near its start. */
const bend = 1.5
/** Working days every step has beyond its own, where there are as many left over. */
const grace = 7

/**
 * Gives the steps of a task with more time than its template takes a node each, so that who is responsible is named in the first
 * weeks and not months before the end. A step that ends after e of the L days of the template has its node
 * after e + (W − L) · (e / L)^1.5 of the W working days there are, never less than seven days after e: later than it can be done, in the order of the steps, the
 * last ones at the deadline itself. Shares are custom, set here; the office moves nodes as it likes.
 */
export function stretchSteps(steps: readonly Step[], frame: Frame, calendar: WorkingCalendar): Step[] {
  const ends = earliestEnds(steps, frame.floorOn, calendar)
  const length = Math.max(0, ...ends.values())
  const begin = firstOn(calendar, frame.floorOn)
  const there = calendar.ordinalOf(frame.deadlineOn) - begin + 1
  const spare = there - length
  if (length === 0 || spare <= 0) return [...steps]
  const awaited = new Set(steps.flatMap(({ after }) => after))
  return steps.map((step) => {
    const end = ends.get(step.id) ?? length
    const node = Math.floor(end + Math.max(Math.min(grace, spare), spare * (end / length) ** bend))
    const isFree = awaited.has(step.id) && step.notAfter === null
    return isFree ? { ...step, notAfter: calendar.dayAt(begin + node - 1) } : step
  })
}

/** Working days from the start after which each step can be done, when everything is done as early as possible. */
function earliestEnds(steps: readonly Step[], floorOn: string, calendar: WorkingCalendar): Map<string, number> {
  const { network } = linkSteps(steps)
  if (!network) return new Map()
  const { start } = earliestOf(network, { floor: { why: 'start', on: floorOn }, outlook: false }, calendar)
  const before = firstOn(calendar, floorOn) - 1
  return new Map(network.steps.map((step, place) => [step.id, endOf(step, start[place] ?? 0, calendar) - before]))
}
