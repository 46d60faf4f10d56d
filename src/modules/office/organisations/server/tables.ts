import { char, integer, jsonb, pgSchema, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Same } from '#kernel/same.ts'
import { divisionCode } from '#platform/database/columns.ts'
import { registryTables } from '#platform/registry/registry-tables.ts'
import type { Contact } from '../domain/contact.ts'
import type { CountyCalendarYear } from '../domain/county-calendar.ts'
import { agencyRegistry } from '../registry.ts'

export const organisationsSchema = pgSchema('organisations')

export const agencyTables = registryTables(organisationsSchema, 'agency', agencyRegistry)
export const { current: agencies, versions: agencyVersions } = agencyTables

/** Agencies of divisions above that rows of a county name: references across owners, by (division, id). */
export const agenciesAbove = organisationsSchema.table(
  'agency_above',
  {
    divisionCode,
    agencyId: uuid('agency_id').notNull(),
    agencyDivision: char('agency_division', { length: 6 }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.divisionCode, t.agencyId] })],
)

export const contacts = organisationsSchema.table(
  'contact',
  {
    divisionCode,
    agencyId: uuid('agency_id').notNull(),
    name: text('name').notNull(),
    phone: text('phone').notNull(),
    savedBy: text('saved_by').notNull(),
    savedAt: timestamp('saved_at', { withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.divisionCode, t.agencyId] })],
)
true satisfies Same<typeof contacts.$inferSelect, Contact>

export const calendarYears = organisationsSchema.table(
  'calendar_year',
  {
    divisionCode,
    year: integer('year').notNull(),
    holidays: jsonb('holidays').$type<string[]>().notNull(),
    workdays: jsonb('workdays').$type<string[]>().notNull(),
    source: text('source').notNull(),
    enteredBy: text('entered_by').notNull(),
    enteredAt: timestamp('entered_at', { withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.divisionCode, t.year] })],
)
true satisfies Same<typeof calendarYears.$inferSelect, CountyCalendarYear>
