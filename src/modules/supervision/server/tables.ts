import { char, date, index, integer, jsonb, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Same } from '#kernel/same.ts'
import type { Order } from '../domain/order.ts'

export const supervisionSchema = pgSchema('supervision')

export const divisionCode = char('division_code', { length: 6 }).notNull()

export const orders = supervisionSchema.table(
  'order',
  {
    divisionCode,
    id: uuid('id').primaryKey(),
    programmeId: uuid('programme_id').notNull(),
    taskId: uuid('task_id').notNull(),
    agencyId: uuid('agency_id').notNull(),
    assistIds: jsonb('assist_ids').$type<string[]>().notNull(),
    level: text('level').$type<Order['level']>().notNull(),
    state: text('state').$type<Order['state']>().notNull(),
    number: text('number'),
    matter: text('matter').notNull(),
    source: text('source').notNull(),
    requirement: text('requirement').notNull(),
    grounds: jsonb('grounds').$type<Order['grounds']>().notNull(),
    dueOn: date('due_on').notNull(),
    issuedOn: date('issued_on'),
    closedOn: date('closed_on'),
    urges: integer('urges').notNull(),
    rating: text('rating').$type<Order['rating']>(),
    createdAt: timestamp('created_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    index('order_programme').on(t.divisionCode, t.programmeId, t.state),
    index('order_task').on(t.divisionCode, t.taskId),
    index('order_agency').on(t.divisionCode, t.agencyId, t.state),
  ],
)
true satisfies Same<typeof orders.$inferSelect, Order>
