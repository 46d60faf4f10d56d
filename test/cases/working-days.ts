import { z } from 'zod'
import { calendarOf, type WorkingCalendar } from '#kernel/calendar.ts'
import { addDays, daysBetween } from '#kernel/day.ts'
import { lastDayOf } from '#kernel/period.ts'
import type { Solve } from './sets.ts'

const Facts = z.object({
  calendar: z.object({
    holidays: z.array(z.object({ from: z.iso.date(), to: z.iso.date() })),
    working_weekend_days: z.array(z.iso.date()),
  }),
})

const Input = z.object({
  from: z.iso.date(),
  periods: z.array(
    z.object({
      unit: z.enum(['working_day', 'day', 'month', 'year']),
      n: z.int(),
      start_day_counts: z.boolean().default(false),
    }),
  ),
})

/** Each period begins on the last day of the one before. */
export const workingDays: Solve = (input, file) => {
  const { from, periods } = Input.parse(input)
  const calendar = calendarFrom(Facts.parse({ calendar: input['calendar'] ?? file['calendar'] }))
  let start = from
  const steps = periods.map(({ unit, n, start_day_counts: startDayCounts }) => {
    const { nominalOn, lastOn } = lastDayOf(start, { unit, n, startDayCounts }, calendar)
    start = lastOn
    return { nominal_last_day: nominalOn, last_day: lastOn }
  })
  return { steps }
}

function calendarFrom({ calendar }: z.infer<typeof Facts>): WorkingCalendar {
  const holidays = calendar.holidays.flatMap(({ from, to }) =>
    Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => addDays(from, i)),
  )
  const workdays = calendar.working_weekend_days
  const years = new Set([...holidays, ...workdays].map((day) => Number(day.slice(0, 4))))
  return calendarOf(
    [...years].map((year) => {
      const ofYear = (day: string) => day.startsWith(`${year}-`)
      return { year, holidays: holidays.filter(ofYear), workdays: workdays.filter(ofYear) }
    }),
  )
}
