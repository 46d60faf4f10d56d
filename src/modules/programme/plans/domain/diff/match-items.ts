/** Index pairs `[in before, in after]`, by rising index in before. */
export type Pairs = [before: number, after: number][]

interface Measure<T> {
  /** Items with equal keys are the same thing and are paired first, in order. */
  key: (item: T) => string
  /** How alike two items are; below `threshold` they are strangers. */
  score: (before: T, after: T) => number
  threshold: number
}

/** Pairs what belongs together, the most alike first; every item has at most one partner. */
export function matchItems<T>(before: readonly T[], after: readonly T[], measure: Measure<T>): Pairs {
  const pairs = identical(before, after, measure.key)
  const [freeBefore, freeAfter] = [new Set(before.keys()), new Set(after.keys())]
  for (const [i, j] of pairs) {
    freeBefore.delete(i)
    freeAfter.delete(j)
  }
  for (const { i, j } of candidates(before, after, { freeBefore, freeAfter, measure })) {
    if (!freeBefore.has(i) || !freeAfter.has(j)) continue
    freeBefore.delete(i)
    freeAfter.delete(j)
    pairs.push([i, j])
  }
  return pairs.sort((x, y) => x[0] - y[0])
}

function identical<T>(before: readonly T[], after: readonly T[], key: (item: T) => string): Pairs {
  const waiting = new Map<string, number[]>()
  after.forEach((item, j) => waiting.set(key(item), [...(waiting.get(key(item)) ?? []), j]))
  return before.flatMap((item, i): Pairs => {
    const j = waiting.get(key(item))?.shift()
    return j === undefined ? [] : [[i, j]]
  })
}

function candidates<T>(
  before: readonly T[],
  after: readonly T[],
  free: { freeBefore: ReadonlySet<number>; freeAfter: ReadonlySet<number>; measure: Measure<T> },
) {
  const found: { i: number; j: number; score: number; apart: number }[] = []
  for (const i of free.freeBefore) {
    for (const j of free.freeAfter) {
      const [left, right] = [before[i], after[j]]
      if (left === undefined || right === undefined) continue
      const score = free.measure.score(left, right)
      const apart = Math.abs(i / before.length - j / after.length)
      if (score >= free.measure.threshold) found.push({ i, j, score, apart })
    }
  }
  return found.sort((x, y) => y.score - x.score || x.apart - y.apart || x.i - y.i || x.j - y.j)
}
