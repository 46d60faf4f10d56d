import { boolean, char, index, integer, pgSchema, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import type { Role } from '#kernel/actor.ts'

export const accountsSchema = pgSchema('accounts')

const moment = (name: string) => timestamp(name, { withTimezone: true })

/** Names and shapes of the first four tables are those better-auth 1.7 reads and writes. */
export const users = accountsSchema.table('user', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull().unique(),
  emailVerified: boolean('email_verified').notNull(),
  image: text('image'),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
  username: text('username').notNull().unique(),
  displayUsername: text('display_username'),
  role: text('role').$type<Role>().notNull(),
  divisionCode: char('division_code', { length: 6 }).notNull(),
  agencyId: uuid('agency_id'),
  mustChangePassword: boolean('must_change_password').notNull(),
  passwordChangedAt: moment('password_changed_at').notNull(),
  disabledReason: text('disabled_reason'),
  failures: integer('failures').notNull(),
  lockedUntil: moment('locked_until'),
  sample: boolean('sample').notNull(),
})

export const sessions = accountsSchema.table(
  'session',
  {
    id: text('id').primaryKey(),
    expiresAt: moment('expires_at').notNull(),
    token: text('token').notNull().unique(),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
  },
  (t) => [index('session_user').on(t.userId)],
)

export const credentials = accountsSchema.table(
  'account',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: moment('access_token_expires_at'),
    refreshTokenExpiresAt: moment('refresh_token_expires_at'),
    scope: text('scope'),
    password: text('password'),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (t) => [index('account_user').on(t.userId)],
)

export const verifications = accountsSchema.table('verification', {
  id: text('id').primaryKey(),
  identifier: text('identifier').notNull(),
  value: text('value').notNull(),
  expiresAt: moment('expires_at').notNull(),
  createdAt: moment('created_at').notNull(),
  updatedAt: moment('updated_at').notNull(),
})

/** Hashes of earlier passwords, so that the last five are not taken again. */
export const formerPasswords = accountsSchema.table(
  'former_password',
  {
    id: uuid('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    hash: text('hash').notNull(),
    retiredAt: moment('retired_at').notNull(),
  },
  (t) => [index('former_password_user').on(t.userId)],
)
