import type { WorkingCalendar } from '#kernel/calendar.ts'

/** Reminded is three working days and one before, on working days only, so that no holiday swallows both. */
export const isRemindingDay = (today: string, dueOn: string, calendar: WorkingCalendar): boolean =>
  calendar.isWorkingDay(today) && [3, 1].includes(calendar.between(today, dueOn))
