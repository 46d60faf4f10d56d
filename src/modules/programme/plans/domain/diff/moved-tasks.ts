import type { CompiledPlan } from '#compiler/compiled-plan.ts'
import { headingOf } from '../task-place.ts'
import type { Pairs } from './match-items.ts'
import { profile, similarity } from './similarity.ts'

/**
 * Which pairs (by position in `pairs`) changed their place: they stand under another action, or their order among the
 * tasks that stayed is another. Tasks pushed along by an insertion have not moved, nor have those whose heading was
 * only reworded.
 */
export function movedTasks(before: CompiledPlan, after: CompiledPlan, pairs: Pairs): Set<number> {
  const places = pairs.map(([i, j]) => {
    const [left, right] = [before.tasks[i], after.tasks[j]]
    return {
      from: left ? headingOf(left) : '',
      to: right ? headingOf(right) : '',
      weight: Math.min(left?.text.length ?? 0, right?.text.length ?? 0) + 1,
    }
  })
  const [destination, origin] = [
    majority(places.map((p) => [p.from, p.to])),
    majority(places.map((p) => [p.to, p.from])),
  ]
  const elsewhere = places.flatMap(({ from, to }, n) => {
    const isSame =
      similarity(profile(from), profile(to)) >= 0.5 || (destination.get(from) === to && origin.get(to) === from)
    return isSame ? [] : [n]
  })
  const settled = heaviestRising(pairs.map(([, j], n) => ({ value: j, weight: places[n]?.weight ?? 1 })))
  const reordered = [...pairs.keys()].filter((n) => !settled.has(n))
  return new Set([...elsewhere, ...reordered])
}

/** Where most tasks of each heading went; among equals the alphabetically first. */
function majority(moves: [string, string][]): Map<string, string> {
  const votes = new Map<string, Map<string, number>>()
  for (const [from, to] of moves) {
    const row = votes.get(from) ?? new Map<string, number>()
    votes.set(from, row.set(to, (row.get(to) ?? 0) + 1))
  }
  return new Map(
    [...votes].map(([from, row]) => [
      from,
      [...row].sort((x, y) => y[1] - x[1] || (x[0] < y[0] ? -1 : 1))[0]?.[0] ?? '',
    ]),
  )
}

/** The positions of the rising subsequence with the greatest total weight. */
function heaviestRising(items: readonly { value: number; weight: number }[]): Set<number> {
  const best: { total: number; from: number }[] = []
  let last = -1
  items.forEach((item, n) => {
    let [total, from] = [0, -1]
    for (let m = 0; m < n; m++) {
      const earlier = best[m]
      if (earlier && (items[m]?.value ?? 0) < item.value && earlier.total > total) [total, from] = [earlier.total, m]
    }
    best.push({ total: total + item.weight, from })
    if (total + item.weight > (best[last]?.total ?? 0)) last = n
  })
  const chosen = new Set<number>()
  for (let n = last; n >= 0; n = best[n]?.from ?? -1) chosen.add(n)
  return chosen
}
