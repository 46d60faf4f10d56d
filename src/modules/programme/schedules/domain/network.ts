import type { Step } from './step.ts'

/** Steps not yet done, by place, in an order in which each stands behind everything it waits for. */
export interface Network {
  steps: readonly Step[]
  order: readonly number[]
  /** For each step the places of those it waits for and of those that wait for it. */
  before: readonly (readonly number[])[]
  behind: readonly (readonly number[])[]
  /** For each step those it waited for that are done. */
  done: readonly (readonly Step[])[]
}

/** Joins steps by their dependencies; steps that wait for each other in a circle are named instead. */
export function linkSteps(
  all: readonly Step[],
): { network: Network; circle: null } | { network: null; circle: string[] } {
  const steps = all.filter((step) => step.done === null)
  const placeOf = new Map(steps.map((step, place) => [step.id, place]))
  const doneOf = new Map(all.flatMap((step) => (step.done === null ? [] : [[step.id, step] as const])))
  const before = steps.map(({ after }) => present(after.map((id) => placeOf.get(id))))
  const done = steps.map(({ after }) => present(after.map((id) => doneOf.get(id))))
  const behind = steps.map((): number[] => [])
  before.forEach((places, place) => {
    for (const earlier of places) behind[earlier]?.push(place)
  })
  const order = sortByOrder(before, behind)
  if (order.length === steps.length) return { network: { steps, order, before, behind, done }, circle: null }
  const circle = shortestCircle(behind, new Set(order)).map((place) => steps[place]?.id ?? '')
  return { network: null, circle }
}

const present = <T>(values: readonly (T | undefined)[]): T[] => values.filter((value) => value !== undefined)

/** Kahn's ordering; what lies on a circle or behind one is missing from it. */
function sortByOrder(before: readonly (readonly number[])[], behind: readonly (readonly number[])[]): number[] {
  const waiting = before.map((places) => places.length)
  const order = waiting.flatMap((count, place) => (count === 0 ? [place] : []))
  for (let i = 0; i < order.length; i++) {
    for (const next of behind[order[i] ?? -1] ?? []) {
      const left = (waiting[next] ?? 0) - 1
      waiting[next] = left
      if (left === 0) order.push(next)
    }
  }
  return order
}

/** The circle of fewest steps among those that could not be ordered. */
function shortestCircle(behind: readonly (readonly number[])[], ordered: ReadonlySet<number>): number[] {
  let best: number[] = []
  behind.forEach((_, start) => {
    if (ordered.has(start)) return
    const found = circleThrough(start, behind)
    if (found.length > 0 && (best.length === 0 || found.length < best.length)) best = found
  })
  return best
}

function circleThrough(start: number, behind: readonly (readonly number[])[]): number[] {
  const from = new Map<number, number>()
  const queue = [start]
  for (const place of queue) {
    for (const next of behind[place] ?? []) {
      if (next === start) return trace(place, start, from)
      if (from.has(next)) continue
      from.set(next, place)
      queue.push(next)
    }
  }
  return []
}

function trace(last: number, start: number, from: ReadonlyMap<number, number>): number[] {
  const path = [last]
  for (let place = last; place !== start; ) {
    place = from.get(place) ?? start
    path.unshift(place)
  }
  return path
}
