import { sql } from 'drizzle-orm'
import {
  boolean,
  char,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { Same } from '#kernel/same.ts'
import { divisionCode, keyOfRow, moment, rowId, withinOwner } from '#platform/database/columns.ts'
import { faultErrors } from '#platform/operation/fault-sentences.ts'
import type { UniqueRows } from '#platform/operation/unique-rows.ts'
import type { Feed, HouseRules, MailChannel, Preference, Robot } from '../domain/channel.ts'
import type { Delivery, DeliveryItem } from '../domain/delivery.ts'
import type { DeliveryRules } from '../domain/delivery-rules.ts'
import type { Notice } from '../domain/notice.ts'

export const noticesSchema = pgSchema('notices')

export const notices = noticesSchema.table(
  'notice',
  {
    divisionCode,
    id: rowId,
    userId: text('user_id').notNull(),
    mandateId: uuid('mandate_id'),
    kind: text('kind').$type<Notice['kind']>().notNull(),
    title: text('title').notNull(),
    text: text('text').notNull(),
    link: text('link').notNull(),
    key: text('key').notNull(),
    createdAt: moment('created_at').notNull(),
    readAt: moment('read_at'),
  },
  (t) => [
    keyOfRow(t),
    uniqueIndex('notice_key').on(t.divisionCode, t.userId, t.key),
    index('notice_person').on(t.divisionCode, t.userId, t.id),
    index('notice_unread').on(t.divisionCode, t.userId).where(sql`read_at is null`),
  ],
)
true satisfies Same<typeof notices.$inferSelect, Notice>

export const mailChannels = noticesSchema.table('mail_channel', {
  divisionCode: char('division_code', { length: 6 }).primaryKey(),
  host: text('host').notNull(),
  port: integer('port').notNull(),
  security: text('security').$type<MailChannel['security']>().notNull(),
  checksCertificate: boolean('checks_certificate').notNull(),
  user: text('user'),
  passwordSealed: text('password_sealed'),
  fromAddress: text('from_address').notNull(),
  fromName: text('from_name').notNull(),
  enabled: boolean('enabled').notNull(),
})
true satisfies Same<typeof mailChannels.$inferSelect, MailChannel>

export const houseRules = noticesSchema.table('house_rules', {
  divisionCode: char('division_code', { length: 6 }).primaryKey(),
  rules: jsonb('rules').$type<DeliveryRules>().notNull(),
  publicAddress: text('public_address'),
})
true satisfies Same<typeof houseRules.$inferSelect, HouseRules>

export const robots = noticesSchema.table(
  'robot',
  {
    divisionCode,
    id: rowId,
    kind: text('kind').$type<Robot['kind']>().notNull(),
    title: text('title').notNull(),
    agencyId: uuid('agency_id'),
    kinds: jsonb('kinds').$type<Robot['kinds']>().notNull(),
    addressSealed: text('address_sealed').notNull(),
    addressShown: text('address_shown').notNull(),
    secretSealed: text('secret_sealed'),
    enabled: boolean('enabled').notNull(),
  },
  (t) => [keyOfRow(t)],
)
true satisfies Same<typeof robots.$inferSelect, Robot>

export const preferences = noticesSchema.table(
  'preference',
  {
    divisionCode,
    userId: text('user_id').notNull(),
    byMail: boolean('by_mail').notNull(),
    mailAddress: text('mail_address'),
    onlyInbox: jsonb('only_inbox').$type<Preference['onlyInbox']>().notNull(),
    rules: jsonb('rules').$type<DeliveryRules>(),
  },
  (t) => [primaryKey({ columns: [t.divisionCode, t.userId] })],
)
true satisfies Same<typeof preferences.$inferSelect, Preference>

export const feeds = noticesSchema.table(
  'feed',
  {
    divisionCode,
    userId: text('user_id').notNull(),
    secretHash: text('secret_hash').notNull(),
    createdAt: moment('created_at').notNull(),
    lastReadAt: moment('last_read_at'),
  },
  (t) => [
    primaryKey({ columns: [t.divisionCode, t.userId] }),
    uniqueIndex('feed_secret').on(t.divisionCode, t.secretHash),
  ],
)
true satisfies Same<typeof feeds.$inferSelect, Feed>

export const deliveries = noticesSchema.table(
  'delivery',
  {
    divisionCode,
    id: rowId,
    channel: text('channel').$type<Delivery['channel']>().notNull(),
    recipientId: text('recipient_id').notNull(),
    testAddress: text('test_address'),
    state: text('state').$type<Delivery['state']>().notNull(),
    dueAt: moment('due_at').notNull(),
    attempts: integer('attempts').notNull(),
    mayRepeat: boolean('may_repeat').notNull(),
    lastError: text('last_error'),
    createdAt: moment('created_at').notNull(),
    sentAt: moment('sent_at'),
  },
  (t) => [
    keyOfRow(t),
    // One open message for each recipient and moment: what is told meanwhile joins it.
    uniqueIndex('delivery_open')
      .on(t.divisionCode, t.channel, t.recipientId, t.dueAt)
      .where(sql`state = 'waiting' and test_address is null`),
    index('delivery_recent').on(t.divisionCode, t.createdAt),
  ],
)
true satisfies Same<typeof deliveries.$inferSelect, Delivery>

export const deliveryItems = noticesSchema.table(
  'delivery_item',
  {
    divisionCode,
    recipientId: text('recipient_id').notNull(),
    key: text('key').notNull(),
    deliveryId: uuid('delivery_id').notNull(),
    position: integer('position').notNull().generatedAlwaysAsIdentity(),
    kind: text('kind').$type<Notice['kind']>().notNull(),
    title: text('title').notNull(),
    text: text('text').notNull(),
    link: text('link').notNull(),
  },
  (t) => [
    withinOwner(t, t.deliveryId, deliveries).onDelete('cascade'),
    primaryKey({ columns: [t.divisionCode, t.recipientId, t.key] }),
    index('delivery_item_of').on(t.divisionCode, t.deliveryId),
  ],
)
true satisfies Same<typeof deliveryItems.$inferSelect, DeliveryItem>

/** The program's own book-keeping: who comes second finds what is there and goes on. */
export const noticeRows: UniqueRows = {
  'notices.notice_key': () => faultErrors.already({}),
  'notices.feed_secret': () => faultErrors.already({}),
  'notices.delivery_open': () => faultErrors.already({}),
}
