import { char, timestamp } from 'drizzle-orm/pg-core'

/** The jurisdiction that owns the row: first in the keys and indexes of every table of a tenant. */
export const divisionCode = char('division_code', { length: 6 }).notNull()

export const moment = (name: string) => timestamp(name, { withTimezone: true })
