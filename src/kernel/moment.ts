import { z } from 'zod'

/** An instant: a `Date` in the program, ISO 8601 text on the wire; both are taken, a `Date` comes out. */
export const Moment = z.coerce.date()

const shanghai = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' })

/** The calendar day of an instant where every county of China keeps its clock, `2026-11-22`. */
export const dayOf = (moment: Date): string => shanghai.format(moment)

const minute = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })

/** The instant to the minute on the same clock, `2026-11-22 14:05`. */
export const minuteOf = (moment: Date): string => minute.format(moment)
