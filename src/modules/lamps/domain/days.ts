const dayMs = 86_400_000

/** Whole days since 1970 of a day `YYYY-MM-DD`; days are added and compared as these. */
export const dayNumber = (on: string): number => Date.parse(on) / dayMs

export const dayOfNumber = (number: number): string => new Date(number * dayMs).toISOString().slice(0, 10)

export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from)

export const addDays = (on: string, days: number): string => dayOfNumber(dayNumber(on) + days)

export const yearOf = (on: string): string => on.slice(0, 4)
export const yearStart = (on: string): string => `${yearOf(on)}-01-01`
export const yearEnd = (on: string): string => `${yearOf(on)}-12-31`

export const earlier = (a: string, b: string): string => (a < b ? a : b)
export const later = (a: string, b: string): string => (a > b ? a : b)

/** The last moment of a day where every county keeps its clock (UTC+8): what was known that day was known by then. */
export const endOfDay = (on: string): Date => new Date(`${on}T23:59:59.999+08:00`)

/** The last day of a cycle of reports, `2026-03` or `2026-Q1`. */
export function endOfCycle(cycle: string): string {
  const year = Number(cycle.slice(0, 4))
  const part = cycle.slice(5)
  const month = part.startsWith('Q') ? Number(part.slice(1)) * 3 : Number(part)
  return dayOfNumber(Date.UTC(year, month, 0) / dayMs)
}

/** 11月22日, with the year when it is another one than that of the day spoken on. */
export function inWords(on: string, today: string): string {
  const year = yearOf(on) === yearOf(today) ? '' : `${yearOf(on)}年`
  return `${year}${Number(on.slice(5, 7))}月${Number(on.slice(8, 10))}日`
}
