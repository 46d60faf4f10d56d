import { pgSchema, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { Same } from '#kernel/same.ts'
import { divisionCode } from '#platform/database/columns.ts'
import type { Oversight } from '../domain/oversight.ts'

export const oversightSchema = pgSchema('oversight')

/** What each leader looks after. */
export const oversights = oversightSchema.table(
  'oversight',
  {
    divisionCode,
    userId: text('user_id').notNull(),
    kind: text('kind').$type<Oversight['kind']>().notNull(),
    subjectId: uuid('subject_id').notNull(),
    addedBy: text('added_by').notNull(),
  },
  (t) => [primaryKey({ columns: [t.divisionCode, t.userId, t.kind, t.subjectId] })],
)
true satisfies Same<typeof oversights.$inferSelect, Oversight>
