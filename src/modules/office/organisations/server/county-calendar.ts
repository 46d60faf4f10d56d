import { asc, eq } from 'drizzle-orm'
import { type WorkingCalendar, workingCalendar } from '#kernel/calendar.ts'
import { once } from '#platform/database/once.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { CountyCalendarYear } from '../domain/county-calendar.ts'
import { calendarYears } from './tables.ts'

/** The years a county has entered, the earliest first. */
export const listCountyYears = (tx: Tx, divisionCode: string): Promise<CountyCalendarYear[]> =>
  tx.select().from(calendarYears).where(eq(calendarYears.divisionCode, divisionCode)).orderBy(asc(calendarYears.year))

/** The one calendar of a county: the published years and over them those it has entered. */
export const loadCalendar = (tx: Tx, divisionCode: string): Promise<WorkingCalendar> =>
  once(tx, `organisations.calendar ${divisionCode}`, async () =>
    workingCalendar(await listCountyYears(tx, divisionCode)),
  )

/** Enters a year, in the place of what was entered of it before. */
export async function keepCountyYear(tx: Tx, year: CountyCalendarYear): Promise<void> {
  await tx
    .insert(calendarYears)
    .values(year)
    .onConflictDoUpdate({ target: [calendarYears.divisionCode, calendarYears.year], set: year })
}
