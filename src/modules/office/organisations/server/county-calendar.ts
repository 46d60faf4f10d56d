import { and, asc, desc, eq, lte } from 'drizzle-orm'
import { type WorkingCalendar, workingCalendar } from '#kernel/calendar.ts'
import { once } from '#platform/database/once.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { CountyCalendarYear } from '../domain/county-calendar.ts'
import { calendarYears } from './tables.ts'

/** The years a county has entered, the earliest first. */
export const listCountyYears = (tx: Tx, divisionCode: string, asOf?: Date): Promise<CountyCalendarYear[]> =>
  tx
    .selectDistinctOn([calendarYears.year])
    .from(calendarYears)
    .where(and(eq(calendarYears.divisionCode, divisionCode), asOf && lte(calendarYears.enteredAt, asOf)))
    .orderBy(asc(calendarYears.year), desc(calendarYears.enteredAt))

/** The one calendar of a county: the published years and over them those it has entered, as known at a moment where one is named. */
export const loadCalendar = (tx: Tx, divisionCode: string, asOf?: Date): Promise<WorkingCalendar> =>
  once(tx, `organisations.calendar ${divisionCode} ${asOf?.getTime()}`, async () =>
    workingCalendar(await listCountyYears(tx, divisionCode, asOf)),
  )

/** Enters a year; what was entered of it before is kept, for the days it was known on. Twice in one moment, the later holds. */
export async function keepCountyYear(tx: Tx, year: CountyCalendarYear): Promise<void> {
  const { divisionCode, year: of, enteredAt } = calendarYears
  await tx
    .insert(calendarYears)
    .values(year)
    .onConflictDoUpdate({ target: [divisionCode, of, enteredAt], set: year })
}
