import { addDays, dayOn, daysBetween, lastOfMonth, mondayOf } from '#kernel/day.ts'

export type StretchEvery = 'week' | 'ten_days' | 'half_month' | 'month' | 'quarter'

/** A stretch of the calendar with its name; both days are in it. */
export interface Stretch {
  key: string
  startOn: string
  endOn: string
}

const pad = (value: number): string => String(value).padStart(2, '0')

/** Weeks begin on Monday and belong to the year of their Thursday (ISO 8601). */
function weekAt(day: string): Stretch {
  const startOn = mondayOf(day)
  const year = addDays(startOn, 3).slice(0, 4)
  const firstMonday = mondayOf(`${year}-01-04`)
  const number = daysBetween(firstMonday, startOn) / 7 + 1
  return { key: `${year}-W${pad(number)}`, startOn, endOn: addDays(startOn, 6) }
}

/** Parts of a month of so many days; the last takes what is left. */
function partAt(day: string, length: number, mark: 'T' | 'H'): Stretch {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const parts = mark === 'T' ? 3 : 2
  const part = Math.min(parts, Math.ceil(date / length))
  const startOn = dayOn(year, month, (part - 1) * length + 1)
  const endOn = part === parts ? lastOfMonth(year, month) : addDays(startOn, length - 1)
  return { key: `${year}-${pad(month)}-${part}${mark}`, startOn, endOn }
}

/** The stretch a day lies in: 周, 旬, half of a month, month or quarter of the calendar. */
export function stretchAt(every: StretchEvery, day: string): Stretch {
  const [year = 0, month = 0] = day.split('-').map(Number)
  if (every === 'week') return weekAt(day)
  if (every === 'ten_days') return partAt(day, 10, 'T')
  if (every === 'half_month') return partAt(day, 15, 'H')
  const first = every === 'month' ? month : month - ((month - 1) % 3)
  const key = every === 'month' ? `${year}-${pad(month)}` : `${year}-Q${(first + 2) / 3}`
  return { key, startOn: dayOn(year, first, 1), endOn: lastOfMonth(year, every === 'month' ? first : first + 2) }
}

export const nextStretch = (every: StretchEvery, { endOn }: Stretch): Stretch => stretchAt(every, addDays(endOn, 1))
