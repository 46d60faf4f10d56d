import type { WorkingCalendar } from '#kernel/calendar.ts'
import type { Network } from './network.ts'
import type { EarliestBound, Step, StepSlack } from './step.ts'
import { endOf, firstOn, follows, followsDay, startFor } from './step-days.ts'

/** No undone step begins before this day: the plan's own start, or today. */
export interface Floor {
  why: 'start' | 'today'
  on: string
}

/** Earliest start of every step as ordinals of working days, and what fixes it; a number is the place of a step. */
export interface Earliest {
  start: Int32Array
  bounds: (EarliestBound | number)[]
}

/**
 * As early as possible from the floor on.
 * @param outlook whether what was done, and when, holds back what follows; a plan itself is made without it
 */
export function earliestOf(
  network: Network,
  { floor, outlook }: { floor: Floor; outlook: boolean },
  calendar: WorkingCalendar,
): Earliest {
  const { steps, order, before, done } = network
  const begin = firstOn(calendar, floor.on)
  const start = new Int32Array(steps.length)
  const bounds: (EarliestBound | number)[] = steps.map(() => ({ by: 'floor', ...floor }))
  for (const place of order) {
    const step = steps[place]
    if (!step) continue
    let best = begin
    const raise = (ordinal: number, bound: EarliestBound | number) => {
      if (ordinal <= best) return
      best = ordinal
      bounds[place] = bound
    }
    for (const earlier of before[place] ?? []) {
      const forerunner = steps[earlier]
      if (forerunner) raise(follows(step, endOf(forerunner, start[earlier] ?? 0, calendar), calendar), earlier)
    }
    if (outlook)
      for (const { id, done: was } of done[place] ?? [])
        if (was) raise(followsDay(step, was.on, calendar), { by: 'done', stepId: id, on: was.on })
    for (const own of ownFloors(step, calendar)) raise(own.start, own.bound)
    start[place] = best
  }
  return { start, bounds }
}

function ownFloors(step: Step, calendar: WorkingCalendar): { start: number; bound: EarliestBound }[] {
  const { pin, notBefore } = step
  const found: { start: number; bound: EarliestBound }[] = []
  if (notBefore !== null) found.push({ start: firstOn(calendar, notBefore), bound: { by: 'notBefore', on: notBefore } })
  if (pin) {
    const on = calendar.ordinalOf(pin.on)
    const start = pin.edge === 'start' ? on : startFor(step, on, calendar)
    found.push({ start, bound: { by: 'pin', edge: pin.edge, on: pin.on } })
  }
  return found
}

/** How early each step can be, against how late it may be. */
export function slackOf(
  network: Network,
  { earliest, latestStart }: { earliest: Earliest; latestStart: Int32Array },
  calendar: WorkingCalendar,
): StepSlack[] {
  return network.steps.map((step, place) => {
    const start = earliest.start[place] ?? 0
    const found = earliest.bounds[place]
    const bound = typeof found === 'number' ? stepBound(network, earliest, found, calendar) : found
    return {
      stepId: step.id,
      startOn: calendar.dayAt(start),
      finishOn: calendar.dayAt(endOf(step, start, calendar)),
      bound: bound ?? { by: 'floor', why: 'start', on: calendar.dayAt(start) },
      slackDays: (latestStart[place] ?? 0) - start,
    }
  })
}

function stepBound(network: Network, { start }: Earliest, place: number, calendar: WorkingCalendar): EarliestBound {
  const step = network.steps[place]
  const end = step ? endOf(step, start[place] ?? 0, calendar) : 0
  return { by: 'step', stepId: step?.id ?? '', on: calendar.dayAt(end) }
}
