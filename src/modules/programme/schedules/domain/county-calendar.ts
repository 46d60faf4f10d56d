import { z } from 'zod'
import { CalendarYear } from '#kernel/calendar.ts'
import { weekdayOf } from '#kernel/day.ts'
import { Moment } from '#kernel/moment.ts'
import { scheduleErrors } from './errors.ts'

/** A year's calendar as a county entered it, from the notice of 国务院办公厅 once that is out. */
export const CountyCalendarYear = CalendarYear.extend({
  divisionCode: z.string(),
  source: z.string().meta({ label: '依据' }),
  enteredBy: z.string(),
  enteredAt: Moment,
})
export type CountyCalendarYear = z.infer<typeof CountyCalendarYear>

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
