import { sql } from 'drizzle-orm'
import { char, index, pgSchema, text, timestamp, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { Same } from '#kernel/same.ts'
import type { Notice } from '../domain/notice.ts'

export const noticesSchema = pgSchema('notices')

const divisionCode = char('division_code', { length: 6 }).notNull()
const moment = (name: string) => timestamp(name, { withTimezone: true })

export const notices = noticesSchema.table(
  'notice',
  {
    divisionCode,
    id: uuid('id').primaryKey(),
    userId: text('user_id').notNull(),
    kind: text('kind').$type<Notice['kind']>().notNull(),
    title: text('title').notNull(),
    text: text('text').notNull(),
    link: text('link').notNull(),
    key: text('key').notNull(),
    createdAt: moment('created_at').notNull(),
    readAt: moment('read_at'),
  },
  (t) => [
    uniqueIndex('notice_key').on(t.divisionCode, t.userId, t.key),
    index('notice_person').on(t.divisionCode, t.userId, t.id),
    index('notice_unread').on(t.divisionCode, t.userId).where(sql`read_at is null`),
  ],
)
true satisfies Same<typeof notices.$inferSelect, Notice>
