import { isOneYear, lastOfMonth, yearOf } from '#kernel/day.ts'
import type { Period } from '../../compiled-plan.ts'
import { planYear, type QuantityContext } from './context.ts'
import type { TimeWord } from './times.ts'

const iso = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

/** A day some calendar days, months or years after another. */
function after(day: string, length: NonNullable<TimeWord['length']>): string {
  const date = new Date(`${day}T00:00:00Z`)
  if (length.unit === 'year') date.setUTCFullYear(date.getUTCFullYear() + length.count)
  else if (length.unit === 'month') date.setUTCMonth(date.getUTCMonth() + length.count)
  // Five workdays fill a week; holidays are not counted.
  else
    date.setUTCDate(date.getUTCDate() + (length.unit === 'workday' ? Math.ceil((length.count * 7) / 5) : length.count))
  if (length.unit === 'year' || length.unit === 'month') date.setUTCDate(date.getUTCDate() - 1)
  return date.toISOString().slice(0, 10)
}

/** A month named without a year lies in the plan's year, or in the year after when it was already over at issue. */
function yearFor(word: TimeWord, context: QuantityContext): number | null {
  const { titleYear, issuedOn, period } = context
  if (word.year !== null) return word.year
  if (period && isOneYear(period))
    return Number(yearOf(lastMonth(word) < Number(period.start.slice(5, 7)) ? period.end : period.start))
  if (titleYear !== null) return titleYear
  const first = issuedOn ? Number(yearOf(issuedOn)) : planYear(context)
  return first !== null && issuedOn && lastOfMonth(first, lastMonth(word)) < issuedOn ? first + 1 : first
}

function lastMonth(word: TimeWord): number {
  if (word.month !== null) return word.month
  if (word.quarter !== null) return word.quarter * 3
  return word.half === 1 ? 6 : 12
}

/** How many calendar years a period touches. */
export const yearsOf = ({ start, end }: Period): number => Number(yearOf(end)) - Number(yearOf(start)) + 1

/** The last day a word of time allows; null when the plan does not tell the year. */
export function lastDay(word: TimeWord, context: QuantityContext): string | null {
  if (word.length) return context.issuedOn ? after(context.issuedOn, word.length) : null
  if (word.kind === 'span') return word.endYear === null ? null : iso(word.endYear, 12, 31)
  const year = yearFor(word, context)
  if (year === null) return null
  const month = lastMonth(word)
  if (month < 1 || month > 12) return null
  const third = word.text.includes('上旬') ? 10 : word.text.includes('中旬') ? 20 : null
  if (third !== null) return iso(year, month, third)
  return word.day !== null && word.day >= 1 && word.day <= 31 ? iso(year, month, word.day) : lastOfMonth(year, month)
}

/** The stretch of time a target under this word is about; 到2025年 starts with the plan. */
export function periodOf(word: TimeWord, context: QuantityContext): Period | null {
  const end = lastDay(word, context)
  if (end === null) return null
  const year = word.year ?? Number(yearOf(end))
  const planStart = context.period?.start ?? context.issuedOn
  const open = word.cue === 'by' || word.closed || word.kind === 'relative'
  if (open && planStart && planStart <= end) return { start: planStart, end }
  return { start: iso(year, 1, 1), end }
}
