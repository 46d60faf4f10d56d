import type { WorkingCalendar } from '#kernel/calendar.ts'
import type { Network } from './network.ts'
import type { LatestBound, Step, StepDates } from './step.ts'

/** The ordinal of the last working day on or before the day. */
const lastOn = (calendar: WorkingCalendar, day: string): number => calendar.ordinalOf(day)

/** Latest finish of every step as ordinals of working days, and what fixes it. */
export interface Latest {
  finish: Int32Array
  bounds: (LatestBound | number)[]
}

/**
 * As late as possible: from the deadline backwards, each step ends the working day before the first of those behind it
 * begins, or by a day of its own. A number as bound is the place of that step.
 */
export function latestOf(network: Network, deadlineOn: string, calendar: WorkingCalendar): Latest {
  const { steps, order, behind } = network
  const deadline = lastOn(calendar, deadlineOn)
  const finish = new Int32Array(steps.length)
  const bounds: (LatestBound | number)[] = steps.map(() => ({ by: 'deadline', on: deadlineOn }))
  for (let i = order.length - 1; i >= 0; i--) {
    const place = order[i] ?? 0
    const step = steps[place]
    if (!step) continue
    let best = deadline
    for (const next of behind[place] ?? []) {
      const end = (finish[next] ?? 0) - (steps[next]?.workingDays ?? 0)
      if (end >= best) continue
      best = end
      bounds[place] = next
    }
    const own = ownBound(step, calendar)
    if (own && own.finish <= best) {
      best = own.finish
      bounds[place] = own.bound
    }
    finish[place] = best
  }
  return { finish, bounds }
}

function ownBound(step: Step, calendar: WorkingCalendar): { finish: number; bound: LatestBound } | undefined {
  const { pin, notAfter, workingDays } = step
  const node = notAfter === null ? undefined : lastOn(calendar, notAfter)
  if (pin) {
    const on = calendar.ordinalOf(pin.on)
    const finish = pin.edge === 'finish' ? on : on + workingDays - 1
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
    const end = latest.finish[place] ?? 0
    const found = latest.bounds[place]
    const next = typeof found === 'number' ? dates.get(steps[found]?.id ?? '') : undefined
    const bound = next ? { by: 'step' as const, stepId: next.stepId, on: next.startOn } : found
    if (bound === undefined || typeof bound === 'number') continue
    const [startOn, finishOn] = [calendar.dayAt(end - step.workingDays + 1), calendar.dayAt(end)]
    const reach = next?.reach ?? (bound.on > finishOn ? bound.on : finishOn)
    const tentative = calendar.unpublishedIn(startOn, reach).length > 0
    dates.set(step.id, { stepId: step.id, startOn, finishOn, bound, tentative, reach })
  }
  return all.flatMap(({ id, done }) => {
    if (done) {
      const { startOn, finishOn } = done
      return [{ stepId: id, startOn, finishOn, bound: { by: 'done' as const, ...done }, tentative: false }]
    }
    const found = dates.get(id)
    if (!found) return []
    const { reach: _, ...own } = found
    return [own]
  })
}

/** Recomputes a step's dates from what is said to fix them: an explanation that does not do so is wrong. */
export function datesFrom(
  bound: LatestBound,
  workingDays: number,
  calendar: WorkingCalendar,
): { startOn: string; finishOn: string } {
  if (bound.by === 'done') return { startOn: bound.startOn, finishOn: bound.finishOn }
  const on = calendar.ordinalOf(bound.on)
  const end = bound.by === 'step' ? on - 1 : bound.by === 'pin' && bound.edge === 'start' ? on + workingDays - 1 : on
  return { startOn: calendar.dayAt(end - workingDays + 1), finishOn: calendar.dayAt(end) }
}
