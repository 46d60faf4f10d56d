import { addDays, dayOn, daysBetween } from '#kernel/day.ts'
import type { BoardBar } from './board-lines.ts'

/** A stretch of days drawn from left to right. */
export interface GanttScale {
  from: string
  to: string
  /** Months, or quarters on a long stretch, each with its place in percent. */
  marks: { label: string; at: number; isYear: boolean }[]
}

const firstOfMonth = (day: string, months: number): string => {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return dayOn(year, month + months, 1)
}

/** Percent of the way from the first to the last day; held within them. */
export function placeOn({ from, to }: Pick<GanttScale, 'from' | 'to'>, day: string): number {
  const share = daysBetween(from, day) / (daysBetween(from, to) + 1)
  return Math.min(100, Math.max(0, share * 100))
}

/** Whole months around the days given; at least three. */
export function scaleOf(first: string, last: string): GanttScale {
  const from = firstOfMonth(first, 0)
  const months = Math.max(3, monthsBetween(from, last) + 1)
  const to = addDays(firstOfMonth(from, months), -1)
  const every = months > 40 ? 6 : months > 16 ? 3 : 1
  const marks = Array.from({ length: months }, (_, i) => firstOfMonth(from, i))
    .filter((day) => (Number(day.slice(5, 7)) - 1) % every === 0)
    .map((day) => {
      const isYear = day.endsWith('-01-01')
      return {
        label: isYear ? day.slice(0, 4) : `${Number(day.slice(5, 7))}月`,
        at: placeOn({ from, to }, day),
        isYear,
      }
    })
  return { from, to, marks }
}

const monthsBetween = (a: string, b: string): number => {
  const [y1 = 0, m1 = 0] = a.split('-').map(Number)
  const [y2 = 0, m2 = 0] = b.split('-').map(Number)
  return (y2 - y1) * 12 + m2 - m1
}

/** A bar within the scale: left edge and width in percent, and its lane among those that overlap. */
export interface PlacedBar<B> {
  bar: B
  left: number
  width: number
  lane: number
}

export function placeBars<B extends Pick<BoardBar, 'startOn' | 'finishOn'>>(
  bars: readonly B[],
  scale: GanttScale,
): PlacedBar<B>[] {
  const ends: string[] = []
  return [...bars]
    .sort((a, b) => (a.startOn < b.startOn ? -1 : 1))
    .filter(({ startOn, finishOn }) => finishOn >= scale.from && startOn <= scale.to)
    .map((bar) => {
      const free = ends.findIndex((end) => end < bar.startOn)
      const lane = free < 0 ? ends.length : free
      ends[lane] = bar.finishOn
      const left = placeOn(scale, bar.startOn)
      return { bar, left, width: Math.max(0.25, placeOn(scale, addDays(bar.finishOn, 1)) - left), lane }
    })
}
