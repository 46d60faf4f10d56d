import { addDays } from '#kernel/day.ts'
/** The same day of the week before, both `YYYY-MM-DD`: what “本周” is compared with. */
export const weekBefore = (today: string): string => addDays(today, -7)
