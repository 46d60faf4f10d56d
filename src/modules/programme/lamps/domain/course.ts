import { earlier, later, yearEnd, yearStart } from '#kernel/day.ts'
import { type Point, pointOn } from '#modules/programme/plans/contract.ts'
import type { Course } from './trajectory.ts'

export type { Point }

/** How a target is to be approached: even stretches between knots, oldest first, or by quarters of each year. */
export interface Approach {
  knots: readonly Point[]
  /** Cumulative shares of a year's gain at the ends of its quarters; null when the way is even. */
  quarters: readonly number[] | null
}

const quarterEnds = ['-03-31', '-06-30', '-09-30', '-12-31']

/** How many quarters of its year have ended by a day. */
const quartersEnded = (on: string): number => quarterEnds.filter((end) => on.slice(4) >= end).length

/** The figure that should stand on a day. By quarters it moves at their ends only: nothing is due in between. */
export function expectedOn({ knots, quarters }: Approach, on: string): number {
  const [first, last] = [knots[0], knots.at(-1)]
  if (!quarters || !first || !last || on <= first.on || on >= last.on) return pointOn(knots, on)
  const from = later(yearStart(on), first.on)
  const to = earlier(yearEnd(on), last.on)
  const [start, end] = [pointOn(knots, from), pointOn(knots, to)]
  const ended = quartersEnded(on)
  return ended === 0 ? start : start + (end - start) * (quarters[ended - 1] ?? 1)
}

/**
 * Joins the way set by hand with the start and the end of the stretch.
 * @param startKnown whether the first knot is where the way begins
 */
export function approachOf(knots: readonly Point[], course: Course | undefined, startKnown = true): Approach {
  if (course?.shape === 'quarters') return { knots, quarters: course.shares }
  const [first, last] = [knots[0], knots.at(-1)]
  if (course?.shape !== 'points' || !first || !last) return { knots, quarters: null }
  const within = course.points.filter(({ on }) => (!startKnown || on > first.on) && on < last.on)
  within.sort((a, b) => (a.on < b.on ? -1 : 1))
  return { knots: [...(startKnown ? [first] : []), ...within, last], quarters: null }
}

/** What is wrong with a course for a stretch of time; undefined when it fits. */
export function complaintOfCourse(course: Course, stretch: { startOn: string; endOn: string }): string | undefined {
  if (course.shape === 'quarters') {
    const rises = course.shares.every((share, i) => i === 0 || share >= (course.shares[i - 1] ?? 0))
    if (!rises || course.shares.at(-1) !== 1) return '四个季度的累计比例应逐季不减，第四季度为 100%。'
  }
  if (course.shape === 'points') {
    const outside = course.points.find(({ on }) => on < stretch.startOn || on > stretch.endOn)
    if (outside) return `${outside.on} 不在目标期限（${stretch.startOn} 至 ${stretch.endOn}）内。`
    if (new Set(course.points.map(({ on }) => on)).size < course.points.length) return '同一天写了两个数。'
  }
  return undefined
}
