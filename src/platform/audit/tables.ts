import { char, integer, pgSchema, primaryKey, text } from 'drizzle-orm/pg-core'
import { divisionCode } from '#platform/database/columns.ts'

export const auditSchema = pgSchema('audit')

/** Append-only; `detail` and `at` are text so that the hash is taken over exactly what is stored. */
export const entries = auditSchema.table(
  'entry',
  {
    divisionCode,
    sequence: integer('sequence').notNull(),
    at: text('at').notNull(),
    actorId: text('actor_id').notNull(),
    actorName: text('actor_name').notNull(),
    role: text('role').notNull(),
    operation: text('operation').notNull(),
    title: text('title').notNull(),
    outcome: text('outcome').$type<'done' | 'refused' | 'failed'>().notNull(),
    subject: text('subject').notNull(),
    detail: text('detail').notNull(),
    party: text('party'),
    previousHash: char('previous_hash', { length: 64 }).notNull(),
    hash: char('hash', { length: 64 }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.divisionCode, t.sequence] })],
)

/** The end of each chain; its row lock puts concurrent writers in one order. */
export const heads = auditSchema.table('head', {
  divisionCode: char('division_code', { length: 6 }).primaryKey(),
  sequence: integer('sequence').notNull(),
  hash: char('hash', { length: 64 }).notNull(),
})
