import { z } from 'zod'
import { CalendarYear } from '#kernel/calendar.ts'
import { Moment } from '#kernel/moment.ts'

/** A year's calendar as a county entered it, from the notice of 国务院办公厅 once that is out. */
export const CountyCalendarYear = CalendarYear.extend({
  divisionCode: z.string(),
  source: z.string().meta({ label: '依据' }),
  enteredBy: z.string(),
  enteredAt: Moment,
})
export type CountyCalendarYear = z.infer<typeof CountyCalendarYear>
