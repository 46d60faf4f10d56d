import { z } from 'zod'

/** Where a fact stands in a text: `[start, end)` in UTF-16 code units. */
export const Span = z.tuple([z.int().min(0), z.int().min(0)])
export type Span = [start: number, end: number]

export const overlaps = (a: readonly [number, number], b: readonly [number, number]): boolean =>
  a[0] < b[1] && b[0] < a[1]

/** Asks of many spans, over and over, whether any of them overlaps one. */
export function overlapsAny(
  spans: readonly (readonly [number, number])[],
): (span: readonly [number, number]) => boolean {
  const sorted = [...spans].sort((a, b) => a[0] - b[0])
  let furthest = Number.NEGATIVE_INFINITY
  /** How far the spans up to each reach. */
  const reach = sorted.map(([, end]) => {
    furthest = Math.max(furthest, end)
    return furthest
  })
  return ([start, end]) => {
    let low = 0
    let high = sorted.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sorted[middle]?.[0] ?? 0) < end) low = middle + 1
      else high = middle
    }
    return low > 0 && (reach[low - 1] ?? 0) > start
  }
}
