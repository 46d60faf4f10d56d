import { char, pgSchema, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { Same } from '#kernel/same.ts'
import type { Oversight } from '../domain/oversight.ts'

export const wallchartsSchema = pgSchema('wallcharts')

/** What each leader looks after. */
export const follows = wallchartsSchema.table(
  'follow',
  {
    divisionCode: char('division_code', { length: 6 }).notNull(),
    userId: text('user_id').notNull(),
    kind: text('kind').$type<Oversight['kind']>().notNull(),
    subjectId: uuid('subject_id').notNull(),
    addedBy: text('added_by').notNull(),
  },
  (t) => [primaryKey({ columns: [t.divisionCode, t.userId, t.kind, t.subjectId] })],
)
true satisfies Same<typeof follows.$inferSelect, Oversight>
