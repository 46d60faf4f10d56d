import { customType, date, index, integer, jsonb, pgSchema, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { ComparedRow } from '#kernel/registry/compare-rows.ts'
import type { ImportView } from '#kernel/registry/import-view.ts'
import { divisionCode, moment } from '#platform/database/columns.ts'

export const registrySchema = pgSchema('registry')

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** A sheet on its way into a registry; kept for thirty days. */
export const imports = registrySchema.table(
  'import',
  {
    divisionCode,
    id: uuid('id').notNull(),
    /** What it is brought into: `alliances`. */
    registry: text('registry').notNull(),
    /** The place the records lie in; null where they lie in the county itself. */
    withinId: uuid('within_id'),
    file: text('file').notNull(),
    sha256: text('sha256').notNull(),
    /** Until it was read. */
    bytes: bytea('bytes'),
    state: text('state').$type<ImportView['state']>().notNull(),
    refusal: text('refusal'),
    done: integer('done').notNull(),
    all: integer('all_rows'),
    skipped: jsonb('skipped').$type<ImportView['skipped']>().notNull(),
    remarks: jsonb('remarks').$type<string[]>().notNull(),
    effectiveOn: date('effective_on'),
    basis: text('basis'),
    startedBy: text('started_by').notNull(),
    startedAt: moment('started_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.divisionCode, t.id] }),
    index('import_started').on(t.divisionCode, t.registry, t.startedAt),
  ],
)

/** What became of each row of such a sheet. */
export const importRows = registrySchema.table(
  'import_row',
  {
    divisionCode,
    importId: uuid('import_id').notNull(),
    row: integer('row').notNull(),
    /** Of a row that speaks of several, which of them, from 0. */
    part: integer('part').default(0).notNull(),
    name: text('name').notNull(),
    keyPlain: text('key_plain').notNull(),
    outcome: text('outcome').$type<ComparedRow['outcome']>().notNull(),
    recordId: uuid('record_id'),
    /** Of the stored record when it was compared. */
    version: integer('version').notNull(),
    values: jsonb('values').$type<ComparedRow['values']>(),
    changes: jsonb('changes').$type<ComparedRow['changes']>().notNull(),
    reasons: jsonb('reasons').$type<string[]>().notNull(),
    warnings: jsonb('warnings').$type<string[]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.divisionCode, t.importId, t.row, t.part] }),
    index('import_row_key').on(t.divisionCode, t.importId, t.keyPlain),
    index('import_row_outcome').on(t.divisionCode, t.importId, t.outcome, t.row),
  ],
)
