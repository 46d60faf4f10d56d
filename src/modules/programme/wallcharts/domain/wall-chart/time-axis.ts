import { daysInMonth } from '#kernel/day.ts'
export interface Month {
  year: number
  /** 1–12 */
  month: number
}

export interface TimeAxis {
  left: number
  right: number
  months: readonly Month[]
  monthWidth: number
}

const monthOf = (day: string): Month => ({ year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)) })
const countOf = ({ year, month }: Month): number => year * 12 + month - 1
const daysIn = ({ year, month }: Month): number => daysInMonth(year, month)

/** Every month from the one of `start` to the one of `end`, both counted. */
export function monthsBetween(start: string, end: string): readonly Month[] {
  const [first, last] = [countOf(monthOf(start)), countOf(monthOf(end))]
  return Array.from({ length: Math.max(1, last - first + 1) }, (_, i) => ({
    year: Math.floor((first + i) / 12),
    month: ((first + i) % 12) + 1,
  }))
}

/** A stretch of time laid between two edges, every month equally wide. */
export function timeAxis(months: readonly Month[], left: number, right: number): TimeAxis {
  return { left, right, months, monthWidth: (right - left) / months.length }
}

function place(axis: TimeAxis, day: string, dayOfMonth: number): number {
  const month = monthOf(day)
  const index = countOf(month) - countOf(axis.months[0] ?? month)
  const x = axis.left + (index + dayOfMonth / daysIn(month)) * axis.monthWidth
  return Math.min(axis.right, Math.max(axis.left, x))
}

/** Where a day begins; days off the axis stop at its edge. */
export const dayStart = (axis: TimeAxis, day: string): number => place(axis, day, Number(day.slice(8, 10)) - 1)

/** Where a day ends: a deadline is its last moment. */
export const dayEnd = (axis: TimeAxis, day: string): number => place(axis, day, Number(day.slice(8, 10)))

export const isOnAxis = (axis: TimeAxis, day: string): boolean => {
  const [first, last] = [axis.months[0], axis.months.at(-1)]
  const at = countOf(monthOf(day))
  return first !== undefined && last !== undefined && at >= countOf(first) && at <= countOf(last)
}

export interface AxisLabel {
  x: number
  width: number
  text: string
}

/** `2026年` over its months; the year alone where there is less room. */
export function yearLabels(axis: TimeAxis, size: number): readonly AxisLabel[] {
  const years = [...new Set(axis.months.map((m) => m.year))]
  return years.map((year) => {
    const first = axis.months.findIndex((m) => m.year === year)
    const width = axis.months.filter((m) => m.year === year).length * axis.monthWidth
    const text = width >= size * 4 ? `${year}年` : width >= size * 2.6 ? String(year) : ''
    return { x: axis.left + first * axis.monthWidth, width, text }
  })
}

/** The number of each month; only quarter heads (1 4 7 10) or half-year heads where the columns are narrow. */
export function monthLabels(axis: TimeAxis, size: number): readonly AxisLabel[] {
  const step = axis.monthWidth >= size * 1.45 ? 1 : axis.monthWidth * 3 >= size * 1.45 ? 3 : 6
  return axis.months.map(({ month }, i) => ({
    x: axis.left + i * axis.monthWidth,
    width: axis.monthWidth,
    text: (month - 1) % step === 0 ? String(month) : '',
  }))
}
