import type { WorkingCalendar } from '#kernel/calendar.ts'
import { momentAt } from '#kernel/day.ts'
import { dayOf } from '#kernel/moment.ts'
import type { DeliveryRules } from './delivery-rules.ts'

const minute = 60_000
const dayLength = 24 * 60 * minute
/** China has kept UTC+8 without summer time since 1992. */
const offset = 8 * 60 * minute
/** Longer than the longest holiday. */
const horizon = 30

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const timeOf = (at: Date): number => Math.floor(((at.getTime() + offset) % dayLength) / minute)

type Calendar = Pick<WorkingCalendar, 'isWorkingDay'>

/** Whether nobody is to be disturbed at this moment. */
export function isQuiet(at: Date, rules: DeliveryRules, calendar: Calendar): boolean {
  if (rules.workingDaysOnly && !calendar.isWorkingDay(dayOf(at))) return true
  const [from, to, time] = [minutesOf(rules.quietFrom), minutesOf(rules.quietTo), timeOf(at)]
  return from <= to ? time >= from && time < to : time >= from || time < to
}

/** Of these times of day the first moment after `at` that is not quiet; undefined when there is none in a month. */
function findNext(at: Date, times: readonly string[], allowed: (moment: Date) => boolean): Date | undefined {
  const sorted = [...times].sort()
  for (let i = 0; i < horizon; i++) {
    const day = dayOf(new Date(at.getTime() + i * dayLength))
    const found = sorted.map((time) => momentAt(day, time)).find((moment) => moment > at && allowed(moment))
    if (found) return found
  }
  return undefined
}

/**
 * When something told at this moment goes out: urgent at once or when quiet hours end, the rest with the next digest.
 * A digest that would fall into quiet hours is left to the next one.
 */
export function sendMoment(
  at: Date,
  urgent: boolean,
  { rules, calendar }: { rules: DeliveryRules; calendar: Calendar },
): Date {
  if (urgent && rules.urgentAnyTime) return at
  const allowed = (moment: Date) => !isQuiet(moment, rules, calendar)
  const digest = urgent ? undefined : findNext(at, rules.digestAt, allowed)
  if (digest) return digest
  return allowed(at) ? at : (findNext(at, ['00:00', rules.quietTo], allowed) ?? at)
}
