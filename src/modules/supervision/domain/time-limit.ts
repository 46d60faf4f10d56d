import { z } from 'zod'
import type { WorkingCalendar } from '#kernel/calendar.ts'

/** So many days from the day something is issued; the day of issue itself does not count (民法典第二百零一条). */
export const TimeLimit = z.object({
  days: z.int().min(1).max(365).meta({ label: '时限' }),
  unit: z.enum(['day', 'workingDay']).meta({ label: '时限单位' }),
})
export type TimeLimit = z.infer<typeof TimeLimit>

export const timeUnitTitles: Record<TimeLimit['unit'], string> = { day: '天', workingDay: '个工作日' }

export const limitInWords = ({ days, unit }: TimeLimit): string => `${days}${timeUnitTitles[unit]}`

const dayMs = 86_400_000

/** `2026-11-22` and 15 → `2026-12-07`; negative goes back. */
export const addDays = (on: string, days: number): string =>
  new Date(Date.parse(on) + days * dayMs).toISOString().slice(0, 10)

/** Whole days from one day to another, negative when the second lies before. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / dayMs

/** The last day of the limit. */
export const dueAfter = (on: string, { days, unit }: TimeLimit, calendar: WorkingCalendar): string =>
  unit === 'workingDay' ? calendar.add(on, days) : addDays(on, days)

/** 还有 3 天, 今天到期, 已逾期 12 天. */
export function daysLeftInWords(dueOn: string, today: string): string {
  const left = daysBetween(today, dueOn)
  if (left === 0) return '今天到期'
  return left > 0 ? `还有 ${left} 天` : `已逾期 ${-left} 天`
}

/** The day as a sentence says it: 12月31日, with the year when it is another one than today's. */
export function dayInWords(on: string, today: string): string {
  const [year = '', month = '', day = ''] = on.split('-')
  return `${today.startsWith(year) ? '' : `${year}年`}${Number(month)}月${Number(day)}日`
}
