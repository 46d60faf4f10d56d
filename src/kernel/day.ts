/** All reckoning with days `YYYY-MM-DD` and how sentences say them. A day is the same everywhere: the clock of China, UTC+8. */

const dayMs = 86_400_000

/** Whole days since 1970; days are added and compared as these. */
export const dayNumber = (on: string): number => Date.parse(on) / dayMs

export const dayOfNumber = (number: number): string => new Date(number * dayMs).toISOString().slice(0, 10)

/** `2026-11-22` and 15 → `2026-12-07`; negative goes back. */
export const addDays = (on: string, days: number): string => dayOfNumber(dayNumber(on) + days)

/** Whole days from one day to another, negative when the second lies before. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from)

/** Months count from 1; a month or a day beyond the end runs on, day 0 is the last of the month before. */
export const dayOn = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)

export const lastOfMonth = (year: number, month: number): string => dayOn(year, month + 1, 0)
export const daysInMonth = (year: number, month: number): number => Number(lastOfMonth(year, month).slice(8))

export const yearOf = (on: string): string => on.slice(0, 4)
export const yearStart = (on: string): string => `${yearOf(on)}-01-01`
export const yearEnd = (on: string): string => `${yearOf(on)}-12-31`

/** No longer than a year, wherever it begins: from November to October as well. */
export const isOneYear = (period: { start: string; end: string } | null | undefined): boolean =>
  !!period && daysBetween(period.start, period.end) < 366

export const earlier = (a: string, b: string): string => (a < b ? a : b)
export const later = (a: string, b: string): string => (a > b ? a : b)

/** 0 for Monday to 6 for Sunday. */
export const weekdayOf = (on: string): number => (new Date(`${on}T00:00:00Z`).getUTCDay() + 6) % 7

/** The Monday of the day's week. */
export const mondayOf = (on: string): string => addDays(on, -weekdayOf(on))

/** 周一. */
export const weekdayInWords = (on: string): string => `周${'一二三四五六日'.charAt(weekdayOf(on))}`

/** The moment of a day at an hour, `08:30` or `08:30:00`. */
export const momentAt = (on: string, time: string): Date => new Date(`${on}T${time}+08:00`)

/** The last moment of a day: what was known that day was known by then. */
export const endOfDay = (on: string): Date => momentAt(on, '23:59:59.999')

/** 2026年3月2日: Arabic digits without leading zeros (GB/T 9704-2012 7.3.5). */
export const chineseDay = (on: string): string => on.replace(/^(\d{4})-0?(\d{1,2})-0?(\d{1,2})$/, '$1年$2月$3日')

/** 3月2日. */
export const shortDay = (on: string): string => chineseDay(on).slice(5)

/** The day as a sentence says it: 12月31日, with the year when it is another one than today's. */
export const dayInWords = (on: string, today: string): string =>
  yearOf(on) === yearOf(today) ? shortDay(on) : chineseDay(on)

/** 还有 39 天, 今天到期, 已过 12 天. */
export function daysLeftInWords(on: string, today: string, past = '已过'): string {
  const left = daysBetween(today, on)
  if (left === 0) return '今天到期'
  return left > 0 ? `还有 ${left} 天` : `${past} ${-left} 天`
}
