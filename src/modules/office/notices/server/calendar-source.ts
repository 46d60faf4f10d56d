import type { Actor } from '#kernel/actor.ts'
import type { Tx } from '#platform/database/tx.ts'

/** One line of a person's calendar. */
export interface CalendarEntry {
  /** Stays the same when the entry is moved: `order:018f…`. */
  uid: string
  title: string
  text: string
  /** A path of this product. */
  link: string
  /** A whole day (`2026-03-10`), or a moment with an end. */
  when: { on: string } | { at: Date; until: Date }
}

/** The days a calendar shows, and the day it is asked for. */
export interface CalendarSpan {
  from: string
  to: string
  today: string
}

/** A module's entries of this person's calendar between two days. Made with `calendarSource`. */
export interface CalendarSource {
  name: string
  list: (tx: Tx, actor: Actor, span: CalendarSpan) => Promise<CalendarEntry[]>
}

/** Declares what a module puts into people's calendars; it shows them what they may see and no more. */
export const calendarSource = (name: string, list: CalendarSource['list']): CalendarSource => ({ name, list })
