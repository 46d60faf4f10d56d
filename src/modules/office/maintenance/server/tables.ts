import { char, integer, pgSchema, text, timestamp } from 'drizzle-orm/pg-core'
import type { Same } from '#kernel/same.ts'
import type { Recipient } from '../domain/recipient.ts'
import type { Retention } from '../domain/retention.ts'

export const maintenanceSchema = pgSchema('keeping')

/** A county without a row follows the first values. What backups there are is told by their folder, never by a table. */
export const retentions = maintenanceSchema.table('retention', {
  divisionCode: char('division_code', { length: 6 }).primaryKey(),
  daily: integer('daily').notNull(),
  weekly: integer('weekly').notNull(),
  monthly: integer('monthly').notNull(),
})
true satisfies Same<typeof retentions.$inferSelect, Retention & { divisionCode: string }>

/** The public half of the key pair backups are sealed to; the private half was never here. */
export const recipients = maintenanceSchema.table('recipient', {
  divisionCode: char('division_code', { length: 6 }).primaryKey(),
  recipient: text('recipient').notNull(),
  setAt: timestamp('set_at', { withTimezone: true }).notNull(),
  setByName: text('set_by_name').notNull(),
})
true satisfies Same<typeof recipients.$inferSelect, Recipient & { divisionCode: string }>
