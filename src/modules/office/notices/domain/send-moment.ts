import type { WorkingCalendar } from '#kernel/calendar.ts'
import { momentAt } from '#kernel/day.ts'
import { dayOf } from '#kernel/moment.ts'
import type { DeliveryRules } from './delivery-rules.ts'

const minute = 60_000
const dayLength = 24 * 60 * minute
/** China has kept UTC+8 without summer time since 1992. */
const offset = 8 * 60 * minute

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const timeOf = (at: Date): number => Math.floor(((at.getTime() + offset) % dayLength) / minute)

interface House {
  rules: DeliveryRules
  calendar: WorkingCalendar
}

/** Whether nobody is to be disturbed at this moment. */
export function isQuiet(at: Date, { rules, calendar }: House): boolean {
  if (rules.workingDaysOnly && !calendar.isWorkingDay(dayOf(at))) return true
  const [from, to, time] = [minutesOf(rules.quietFrom), minutesOf(rules.quietTo), timeOf(at)]
  return from <= to ? time >= from && time < to : time >= from || time < to
}

/** Of these times of day the first moment after `at` that is not quiet, on that day or the next on which anything is sent. */
function findNext(at: Date, times: readonly string[], house: House): Date | undefined {
  const tomorrow = dayOf(new Date(at.getTime() + dayLength))
  const next = house.rules.workingDaysOnly ? house.calendar.onOrAfter(tomorrow) : tomorrow
  return [dayOf(at), next]
    .flatMap((day) => [...times].sort().map((time) => momentAt(day, time)))
    .find((moment) => moment > at && !isQuiet(moment, house))
}

/**
 * When something told at this moment goes out: urgent at once or when quiet hours end, the rest with the next digest.
 * A digest that would fall into quiet hours is left to the next one; what may not wait for one goes when rest is over.
 */
export function sendMoment(at: Date, urgent: boolean, house: House): Date {
  const { rules } = house
  if (urgent && rules.urgentAnyTime) return at
  const digest = urgent ? undefined : findNext(at, rules.digestAt, house)
  if (digest) return digest
  return isQuiet(at, house) ? (findNext(at, ['00:00', rules.quietTo], house) ?? at) : at
}
