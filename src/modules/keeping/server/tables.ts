import { char, integer, pgSchema } from 'drizzle-orm/pg-core'
import type { Same } from '#kernel/same.ts'
import type { Retention } from '../domain/retention.ts'

export const keepingSchema = pgSchema('keeping')

/** A county without a row follows the first values. What backups there are is told by their folder, never by a table. */
export const retentions = keepingSchema.table('retention', {
  divisionCode: char('division_code', { length: 6 }).primaryKey(),
  daily: integer('daily').notNull(),
  weekly: integer('weekly').notNull(),
  monthly: integer('monthly').notNull(),
})
true satisfies Same<typeof retentions.$inferSelect, Retention & { divisionCode: string }>
