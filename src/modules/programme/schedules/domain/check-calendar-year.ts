import type { CalendarYear } from '#kernel/calendar.ts'
import { weekdayOf } from '#kernel/day.ts'
import { scheduleErrors } from './errors.ts'

const sorted = (days: readonly string[]): string[] => [...new Set(days)].sort()

const isWeekend = (day: string): boolean => weekdayOf(day) > 4

/** Sorted, each day once, and free of what cannot be: days of another year, make-up days that are no weekend, both at once. */
export function checkCalendarYear({ year, holidays, workdays }: CalendarYear): CalendarYear {
  const found = { year, holidays: sorted(holidays), workdays: sorted(workdays) }
  if (found.holidays.length === 0) throw scheduleErrors.noDays({})
  if ([...found.holidays, ...found.workdays].some((day) => !day.startsWith(`${year}-`)))
    throw scheduleErrors.yearMismatch({ year })
  const plain = found.workdays.find((day) => !isWeekend(day))
  if (plain !== undefined) throw scheduleErrors.notWeekend({ day: plain })
  const both = found.workdays.find((day) => found.holidays.includes(day))
  if (both !== undefined) throw scheduleErrors.bothWays({ day: both })
  return found
}
