import { dayNumber, dayOfNumber } from '#kernel/day.ts'
import { type Approach, expectedOn, type Point } from './course.ts'
import { findStretch } from './judge-target.ts'
import type { Reached } from './series.ts'
import { countReached } from './series.ts'
import { isDoneOrNot, type TargetCase } from './target-case.ts'

export interface ShownTarget {
  series: readonly Reached[]
  course: readonly Point[]
}

/** What a chart of a target draws: the figures of the stretch that is judged, and the course they are held against. */
export function showTarget(of: TargetCase): ShownTarget {
  const stretch = isDoneOrNot(of) ? undefined : findStretch(of)
  if (!stretch) return { series: countReached(of, of.observations), course: [] }
  return { series: stretch.series, course: drawCourse(stretch.approach) }
}

/** The corners of a course: its knots, and with quarters the steps at their ends. */
function drawCourse(approach: Approach): Point[] {
  if (!approach.quarters) return [...approach.knots]
  const [first, last] = [approach.knots[0], approach.knots.at(-1)]
  if (!first || !last) return []
  const ends: string[] = []
  for (let year = Number(first.on.slice(0, 4)); year <= Number(last.on.slice(0, 4)); year++)
    ends.push(`${year}-03-31`, `${year}-06-30`, `${year}-09-30`, `${year}-12-31`)
  const within = ends.filter((end) => end > first.on && end < last.on)
  const days = [first.on, ...within.flatMap((end) => [dayOfNumber(dayNumber(end) - 1), end]), last.on]
  return [...new Set(days)].sort().map((on) => ({ on, value: expectedOn(approach, on) }))
}
