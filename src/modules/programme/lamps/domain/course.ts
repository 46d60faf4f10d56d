import { dayNumber, earlier, later, yearEnd, yearStart } from '#kernel/day.ts'
import type { Course } from './trajectory.ts'

export interface Point {
  on: string
  value: number
}

/** How a target is to be approached: even stretches between knots, oldest first, or by quarters of each year. */
export interface Approach {
  knots: readonly Point[]
  /** Cumulative shares of a year's gain at the ends of its quarters; null when the way is even. */
  quarters: readonly number[] | null
}

const onLine = (a: Point, b: Point, on: string): number => {
  const whole = dayNumber(b.on) - dayNumber(a.on)
  return whole <= 0 ? b.value : a.value + ((b.value - a.value) * (dayNumber(on) - dayNumber(a.on))) / whole
}

function between(knots: readonly Point[], on: string): number {
  const [first, last] = [knots[0], knots.at(-1)]
  if (!first || !last) return 0
  if (on <= first.on) return first.value
  if (on >= last.on) return last.value
  const next = knots.findIndex((knot) => knot.on > on)
  const [a, b] = [knots[next - 1] ?? first, knots[next] ?? last]
  return onLine(a, b, on)
}

const quarterEnds = ['-03-31', '-06-30', '-09-30', '-12-31']

/** How many quarters of its year have ended by a day. */
const quartersEnded = (on: string): number => quarterEnds.filter((end) => on.slice(4) >= end).length

/** The figure that should stand on a day. By quarters it moves at their ends only: nothing is due in between. */
export function expectedOn({ knots, quarters }: Approach, on: string): number {
  const [first, last] = [knots[0], knots.at(-1)]
  if (!quarters || !first || !last || on <= first.on || on >= last.on) return between(knots, on)
  const from = later(yearStart(on), first.on)
  const to = earlier(yearEnd(on), last.on)
  const [start, end] = [between(knots, from), between(knots, to)]
  const ended = quartersEnded(on)
  return ended === 0 ? start : start + (end - start) * (quarters[ended - 1] ?? 1)
}

/** Joins the way set by hand with the start and the end of the stretch. */
export function approachOf(knots: readonly Point[], course: Course | undefined): Approach {
  if (course?.shape === 'quarters') return { knots, quarters: course.shares }
  const [first, last] = [knots[0], knots.at(-1)]
  if (course?.shape !== 'points' || !first || !last) return { knots, quarters: null }
  const within = course.points.filter(({ on }) => on > first.on && on < last.on)
  return { knots: [first, ...within.sort((a, b) => (a.on < b.on ? -1 : 1)), last], quarters: null }
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
