import type { WorkingCalendar } from '#kernel/calendar.ts'
import { firstOn } from './earliest-dates.ts'
import { linkSteps } from './network.ts'
import type { Frame } from './plan-steps.ts'
import type { Step } from './step.ts'

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
  const ends = earliestEnds(steps)
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
function earliestEnds(steps: readonly Step[]): Map<string, number> {
  const ends = new Map<string, number>()
  const { network } = linkSteps(steps)
  for (const place of network?.order ?? []) {
    const step = network?.steps[place]
    if (step) ends.set(step.id, step.workingDays + Math.max(0, ...step.after.map((id) => ends.get(id) ?? 0)))
  }
  return ends
}
