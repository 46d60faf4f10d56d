import type { WorkingCalendar } from '#kernel/calendar.ts'
import { canHold } from './can-hold.ts'
import type { Conflict, Constraint } from './conflict.ts'
import { type Earliest, earliestOf, type Floor } from './earliest-dates.ts'
import { latestOf } from './latest-dates.ts'
import type { Network } from './network.ts'
import type { EarliestBound, LatestBound, Step } from './step.ts'

interface AskedDays {
  network: Network
  floor: Floor
  deadlineOn: string
  /** Whether what was done, and when, counts. */
  outlook: boolean
}

/**
 * The conflict of fewest steps in a network without circles, made minimal: constraints that cannot hold together while
 * any all but one of them can. Undefined when the plan is possible.
 */
export function findConflict(asked: AskedDays, calendar: WorkingCalendar): Conflict | undefined {
  const chain = shortestChain(asked, calendar)
  if (!chain) return undefined
  const constraints = spare(constraintsOf(chain, asked.network), calendar)
  return { constraints, shortDays: missing(constraints, chain) }
}

/** Working days short with the durations that were needed for the conflict; where none was, the days already gone. */
function missing(constraints: readonly Constraint[], { begin, end, shortDays, lower, upper }: Chain): number {
  if (lower.by === 'pin' || upper.by === 'pin') return shortDays
  const needed = constraints.reduce((sum, one) => sum + (one.kind === 'duration' ? one.workingDays : 0), 0)
  return begin + Math.max(1, needed) - 1 - end
}

/** From a step that cannot begin earlier to one that may not end later, with too much work between. */
interface Chain {
  /** Places, the first step first. */
  places: number[]
  lower: EarliestBound
  upper: LatestBound
  /** Ordinals of the earliest start of the first and the latest finish of the last step. */
  begin: number
  end: number
  shortDays: number
}

/**
 * Layer k holds, for each step, the earliest start that follows from a bound of a step k edges before it. The first
 * layer in which a step ends later than its own bound allows gives the chain of fewest steps.
 */
function shortestChain(asked: AskedDays, calendar: WorkingCalendar): Chain | undefined {
  const { network } = asked
  const own = alone(asked, calendar)
  const parents: Int32Array[] = []
  let layer = own.start
  for (let k = 0; k < network.steps.length; k++) {
    const late = latest(layer, own.finish, network.steps)
    if (late) return traceChain(late, parents, own)
    const next = nextLayer(layer, network)
    parents.push(next.parent)
    layer = next.start
  }
  return undefined
}

interface Alone {
  start: Float64Array
  finish: Int32Array
  lower: Earliest['bounds']
  upper: (LatestBound | number)[]
}

/** Bounds of every step by itself, as if nothing waited for anything. */
function alone({ network, floor, deadlineOn, outlook }: AskedDays, calendar: WorkingCalendar): Alone {
  const none = network.steps.map(() => [])
  const apart: Network = { ...network, before: none, behind: none }
  const earliest = earliestOf(apart, { floor, outlook }, calendar)
  const { finish, bounds } = latestOf(apart, deadlineOn, calendar)
  return { start: Float64Array.from(earliest.start), finish, lower: earliest.bounds, upper: bounds }
}

function latest(start: Float64Array, finish: Int32Array, steps: readonly Step[]) {
  let found: { place: number; shortDays: number } | undefined
  steps.forEach(({ workingDays }, place) => {
    const shortDays = (start[place] ?? 0) + workingDays - 1 - (finish[place] ?? 0)
    if (shortDays > (found?.shortDays ?? 0)) found = { place, shortDays }
  })
  return found
}

function nextLayer(start: Float64Array, { steps, before }: Network) {
  const after = new Float64Array(start.length).fill(-Infinity)
  const parent = new Int32Array(start.length).fill(-1)
  before.forEach((places, place) => {
    for (const earlier of places) {
      const end = (start[earlier] ?? -Infinity) + (steps[earlier]?.workingDays ?? 0)
      if (end <= (after[place] ?? 0)) continue
      after[place] = end
      parent[place] = earlier
    }
  })
  return { start: after, parent }
}

function traceChain(
  { place, shortDays }: { place: number; shortDays: number },
  parents: readonly Int32Array[],
  { lower, upper, start, finish }: Alone,
): Chain | undefined {
  const places = [place]
  for (let k = parents.length - 1; k >= 0; k--) places.unshift(parents[k]?.[places[0] ?? 0] ?? -1)
  const [from, to] = [lower[places[0] ?? -1], upper[place]]
  if (from === undefined || to === undefined || typeof from === 'number' || typeof to === 'number') return undefined
  const [begin, end] = [start[places[0] ?? -1] ?? 0, finish[place] ?? 0]
  return { places, lower: from, upper: to, begin, end, shortDays }
}

function constraintsOf({ places, lower, upper }: Chain, { steps }: Network): Constraint[] {
  const ids = places.map((place) => steps[place]?.id ?? '')
  const [first = '', last = ''] = [ids[0], ids.at(-1)]
  const chain = places.flatMap((place, i): Constraint[] => {
    const [stepId = '', next] = [ids[i], ids[i + 1]]
    const duration = { kind: 'duration' as const, stepId, workingDays: steps[place]?.workingDays ?? 0 }
    return next === undefined ? [duration] : [duration, { kind: 'order', stepId, next }]
  })
  const [begin, end] = [lowerConstraint(lower, first), upperConstraint(upper, last)]
  const isOne = JSON.stringify(begin) === JSON.stringify(end)
  return [...begin, ...chain, ...(isOne ? [] : end)]
}

function lowerConstraint(bound: EarliestBound, stepId: string): Constraint[] {
  if (bound.by === 'floor') return [{ kind: 'floor', why: bound.why, on: bound.on }]
  if (bound.by === 'notBefore') return [{ kind: 'notBefore', stepId, on: bound.on }]
  if (bound.by === 'pin') return [{ kind: 'pin', stepId, edge: bound.edge, on: bound.on }]
  return bound.by === 'done' ? [{ kind: 'done', stepId: bound.stepId, next: stepId, on: bound.on }] : []
}

function upperConstraint(bound: LatestBound, stepId: string): Constraint[] {
  if (bound.by === 'deadline') return [{ kind: 'deadline', on: bound.on }]
  if (bound.by === 'notAfter') return [{ kind: 'notAfter', stepId, on: bound.on }]
  return bound.by === 'pin' ? [{ kind: 'pin', stepId, edge: bound.edge, on: bound.on }] : []
}

const weight = (one: Constraint): number => (one.kind === 'duration' ? one.workingDays : Number.MAX_SAFE_INTEGER)

/** Leaves out, shortest durations first, whatever the conflict can do without; the order of the rest is kept. */
function spare(constraints: readonly Constraint[], calendar: WorkingCalendar): Constraint[] {
  let needed = [...constraints]
  for (const one of [...constraints].sort((a, b) => weight(a) - weight(b))) {
    const without = needed.filter((other) => other !== one)
    if (!canHold(without, calendar)) needed = without
  }
  return needed
}
