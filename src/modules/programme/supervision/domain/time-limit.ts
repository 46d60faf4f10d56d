import { z } from 'zod'
import type { WorkingCalendar } from '#kernel/calendar.ts'
import { daysLeftInWords as wordsOfDaysLeft } from '#kernel/day.ts'
import { lastDayOf } from '#kernel/period.ts'

const timeUnitTitles = { day: '天', workingDay: '个工作日' } as const

/** So many days from the day something is issued, counted as `lastDayOf` does. */
export const TimeLimit = z.object({
  days: z.int().min(1).max(365).meta({ label: '时限' }),
  unit: z.enum(['day', 'workingDay']).meta({ label: '时限单位', titles: timeUnitTitles }),
})
export type TimeLimit = z.infer<typeof TimeLimit>

export const limitInWords = ({ days, unit }: TimeLimit): string => `${days}${timeUnitTitles[unit]}`

/** The last day of the limit, a working day. */
export const dueAfter = (on: string, { days, unit }: TimeLimit, calendar: WorkingCalendar): string =>
  lastDayOf(on, { unit: unit === 'workingDay' ? 'working_day' : 'day', n: days }, calendar).lastOn

/** 还有 3 天, 今天到期, 已逾期 12 天. */
export const daysLeftInWords = (dueOn: string, today: string): string => wordsOfDaysLeft(dueOn, today, '已逾期')
