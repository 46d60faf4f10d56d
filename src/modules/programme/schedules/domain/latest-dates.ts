import type { WorkingCalendar } from '#kernel/calendar.ts'
import type { Network } from './network.ts'
import type { LatestBound, Step, StepDates } from './step.ts'
import { endOf, leavesBy, startFor } from './step-days.ts'

/** The ordinal of the last working day on or before the day. */
const lastOn = (calendar: WorkingCalendar, day: string): number => calendar.ordinalOf(day)

/** Latest start of every step as ordinals of working days, and what fixes it. */
export interface Latest {
  start: Int32Array
  bounds: (LatestBound | number)[]
}

/**
 * As late as possible: from the deadline backwards, each step ends as long before the first of those behind it
 * begins as that one waits, or by a day of its own. A number as bound is the place of that step.
 */
export function latestOf(network: Network, deadlineOn: string, calendar: WorkingCalendar): Latest {
  const { steps, order, behind } = network
  const deadline = lastOn(calendar, deadlineOn)
  const start = new Int32Array(steps.length)
  const bounds: (LatestBound | number)[] = steps.map(() => ({ by: 'deadline', on: deadlineOn }))
  for (let i = order.length - 1; i >= 0; i--) {
    const place = order[i] ?? 0
    const step = steps[place]
    if (!step) continue
    let best = deadline
    for (const next of behind[place] ?? []) {
      const later = steps[next]
      if (!later) continue
      const end = leavesBy(later, start[next] ?? 0, calendar)
      if (end >= best) continue
      best = end
      bounds[place] = next
    }
    const own = ownBound(step, calendar)
    if (own && own.finish <= best) {
      best = own.finish
      bounds[place] = own.bound
    }
    const begin = startFor(step, best, calendar)
    // Several days to begin on may end on one: what is set by hand is the day itself.
    const { pin } = step
    start[place] = pin?.edge === 'start' ? Math.min(begin, calendar.ordinalOf(pin.on)) : begin
  }
  return { start, bounds }
}

function ownBound(step: Step, calendar: WorkingCalendar): { finish: number; bound: LatestBound } | undefined {
  const { pin, notAfter } = step
  const node = notAfter === null ? undefined : lastOn(calendar, notAfter)
  if (pin) {
    const on = calendar.ordinalOf(pin.on)
    const finish = pin.edge === 'finish' ? on : endOf(step, on, calendar)
    if (node === undefined || finish <= node) return { finish, bound: { by: 'pin', edge: pin.edge, on: pin.on } }
  }
  return node === undefined || notAfter === null ? undefined : { finish: node, bound: { by: 'notAfter', on: notAfter } }
}

/** The same as dates, done steps included with the dates they were planned for. */
export function datesOf(
  all: readonly Step[],
  network: Network,
  latest: Latest,
  calendar: WorkingCalendar,
): StepDates[] {
  const { steps, order } = network
  const dates = new Map<string, StepDates & { reach: string }>()
  for (let i = order.length - 1; i >= 0; i--) {
    const place = order[i] ?? 0
    const step = steps[place]
    if (!step) continue
    const found = latest.bounds[place]
    const next = typeof found === 'number' ? dates.get(steps[found]?.id ?? '') : undefined
    const bound = next ? { by: 'step' as const, stepId: next.stepId, on: next.startOn } : found
    if (bound === undefined || typeof bound === 'number') continue
    const start = latest.start[place] ?? 0
    const [startOn, finishOn] = [calendar.dayAt(start), calendar.dayAt(endOf(step, start, calendar))]
    const reach = next?.reach ?? (bound.on > finishOn ? bound.on : finishOn)
    const tentative = calendar.unpublishedIn(startOn, reach).length > 0
    dates.set(step.id, { stepId: step.id, startOn, finishOn, bound, tentative, reach })
  }
  return all.flatMap(({ id, done }) => {
    if (done) {
      const { on, startOn, finishOn } = done
      return [
        { stepId: id, startOn, finishOn, bound: { by: 'done' as const, on, startOn, finishOn }, tentative: false },
      ]
    }
    const found = dates.get(id)
    if (!found) return []
    const { reach: _, ...own } = found
    return [own]
  })
}

/**
 * Recomputes a step's dates from what is said to fix them: an explanation that does not do so is wrong.
 * @param next the step behind it, where that is what fixes them
 */
export function datesFrom(
  bound: LatestBound,
  { step, next }: { step: Step; next: Step | undefined },
  calendar: WorkingCalendar,
): { startOn: string; finishOn: string } {
  if (bound.by === 'done') return { startOn: bound.startOn, finishOn: bound.finishOn }
  const on = calendar.ordinalOf(bound.on)
  const end = bound.by === 'step' && next ? leavesBy(next, on, calendar) : on
  const start = bound.by === 'pin' && bound.edge === 'start' ? on : startFor(step, end, calendar)
  return { startOn: calendar.dayAt(start), finishOn: calendar.dayAt(endOf(step, start, calendar)) }
}
