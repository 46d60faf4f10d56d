import { daysBetween } from '#kernel/day.ts'

/** Reminded is three days and one day before, so that a weekend does not swallow both. */
export const isRemindingDay = (today: string, dueOn: string): boolean => [3, 1].includes(daysBetween(today, dueOn))
