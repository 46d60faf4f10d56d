import { char, date, jsonb, pgSchema, primaryKey, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { Same } from '#kernel/same.ts'
import { divisionCode, keyOfRow, rowId } from '#platform/database/columns.ts'
import type { UniqueRows } from '#platform/operation/unique-rows.ts'
import type { Agency, AgencyAlias, AgencyKind, FormerName } from '../domain/agency.ts'
import type { Contact } from '../domain/contact.ts'
import { organisationErrors } from '../domain/errors.ts'

export const organisationsSchema = pgSchema('organisations')

export const agencies = organisationsSchema.table(
  'agency',
  {
    divisionCode,
    id: rowId,
    name: text('name').notNull(),
    shortName: text('short_name'),
    kind: text('kind').$type<AgencyKind>().notNull(),
    deptCodes: jsonb('dept_codes').$type<string[]>().notNull(),
    aliases: jsonb('aliases').$type<AgencyAlias[]>().notNull(),
    formerNames: jsonb('former_names').$type<FormerName[]>().notNull(),
    creditCode: char('credit_code', { length: 18 }),
    memberIds: jsonb('member_ids').$type<string[]>().notNull(),
    mergedIntoId: uuid('merged_into_id'),
    initials: text('initials').notNull(),
    validFrom: date('valid_from'),
    validTo: date('valid_to'),
  },
  (t) => [keyOfRow(t), uniqueIndex('agency_name').on(t.divisionCode, t.name)],
)
true satisfies Same<typeof agencies.$inferSelect, Agency>

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

export const agencyRows: UniqueRows = {
  'organisations.agency_name': () => organisationErrors.nameTaken({ name: null }),
}
