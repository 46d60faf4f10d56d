import type { WorkingCalendar } from './calendar.ts'
import { addDays, dayOn, daysInMonth } from './day.ts'

/**
 * Counting of periods by 民法典 (2020) articles 201 to 204, the one place in which a last day is worked out:
 * 201 the day a period begins on does not count; 202 a period of months or years ends on the same day of the month, on its
 * last day where there is none; 203 a last day that is 法定休假日 gives way to the day after the rest (顺延); 204 a rule that
 * counts otherwise goes before. Saturdays and Sundays not worked and days off by 调休 count as 法定休假日, as is usual.
 */
export interface LegalPeriod {
  unit: 'working_day' | 'day' | 'month' | 'year'
  n: number
  /** The rule itself counts the day it begins on (article 204); says nothing of months and years, whose day is the same. */
  startDayCounts?: boolean
}

export interface LastDay {
  /** Before 顺延; for working days the last day itself. */
  nominalOn: string
  lastOn: string
}

/** The last day of a period that begins with what happened on `from`; days `YYYY-MM-DD`. */
export function lastDayOf(from: string, period: LegalPeriod, calendar: WorkingCalendar): LastDay {
  const nominalOn = nominalDay(from, period, calendar)
  return { nominalOn, lastOn: period.unit === 'working_day' ? nominalOn : movedOn(nominalOn, calendar) }
}

/** The other way round: the latest day something may happen on whose period of days is over by a day. */
export function latestBefore(
  by: string,
  { unit, n }: { unit: 'working_day' | 'day'; n: number },
  calendar: WorkingCalendar,
): string {
  const last = calendar.onOrBefore(by)
  return unit === 'working_day' ? calendar.add(last, -n) : addDays(last, -n)
}

/** 顺延 (article 203): where a last day named or counted is a rest day, the working day after it. */
export const movedOn = (nominalOn: string, calendar: WorkingCalendar): string => calendar.onOrAfter(nominalOn)

function nominalDay(from: string, { unit, n, startDayCounts = false }: LegalPeriod, calendar: WorkingCalendar): string {
  if (unit === 'working_day') return calendar.add(startDayCounts ? addDays(from, -1) : from, n)
  if (unit === 'day') return addDays(from, startDayCounts ? n - 1 : n)
  return monthsAfter(from, unit === 'year' ? 12 * n : n)
}

/** The same day of the month so many months later, the last of that month where it has none. */
export function monthsAfter(from: string, months: number): string {
  const [year = 0, month = 0, date = 0] = from.split('-').map(Number)
  const index = year * 12 + month - 1 + months
  const [inYear, inMonth] = [Math.floor(index / 12), (index % 12) + 1]
  return dayOn(inYear, inMonth, Math.min(date, daysInMonth(inYear, inMonth)))
}

/** What is said where 顺延 moved a day: 因3月21日为休息日，顺延至3月23日; empty where it did not. */
export function movedInWords({ nominalOn, lastOn }: LastDay, say: (on: string) => string): string {
  if (nominalOn === lastOn) return ''
  return lastOn > nominalOn
    ? `因${say(nominalOn)}为休息日，顺延至${say(lastOn)}`
    : `因${say(nominalOn)}为休息日，提前至${say(lastOn)}`
}
