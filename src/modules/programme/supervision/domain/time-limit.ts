import { z } from 'zod'
import type { WorkingCalendar } from '#kernel/calendar.ts'
import { addDays, daysLeftInWords as wordsOfDaysLeft } from '#kernel/day.ts'

const timeUnitTitles = { day: '天', workingDay: '个工作日' } as const

/** So many days from the day something is issued; the day of issue itself does not count (民法典第二百零一条). */
export const TimeLimit = z.object({
  days: z.int().min(1).max(365).meta({ label: '时限' }),
  unit: z.enum(['day', 'workingDay']).meta({ label: '时限单位', titles: timeUnitTitles }),
})
export type TimeLimit = z.infer<typeof TimeLimit>

export const limitInWords = ({ days, unit }: TimeLimit): string => `${days}${timeUnitTitles[unit]}`

/** The last day of the limit. */
export const dueAfter = (on: string, { days, unit }: TimeLimit, calendar: WorkingCalendar): string =>
  unit === 'workingDay' ? calendar.add(on, days) : addDays(on, days)

/** 还有 3 天, 今天到期, 已逾期 12 天. */
export const daysLeftInWords = (dueOn: string, today: string): string => wordsOfDaysLeft(dueOn, today, '已逾期')
