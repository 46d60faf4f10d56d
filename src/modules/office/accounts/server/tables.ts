import { sql } from 'drizzle-orm'
import { boolean, char, index, integer, pgSchema, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { Role } from '#kernel/actor.ts'
import type { PartyKind } from '#kernel/party.ts'
import type { Same } from '#kernel/same.ts'
import { divisionCode, keyOfRow, moment, rowId } from '#platform/database/columns.ts'
import { faultErrors } from '#platform/operation/fault-sentences.ts'
import type { UniqueRows } from '#platform/operation/unique-rows.ts'
import type { AccountRules } from '../domain/account-rules.ts'
import { accountErrors } from '../domain/errors.ts'
import type { Grant, GrantState } from '../domain/grant.ts'
import type { MandateRow } from '../domain/mandate.ts'

export const accountsSchema = pgSchema('accounts')

/** Names and shapes of people and credentials are those better-auth 1.7 reads and writes. */
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
  /** Whose administrators look after the account; what its person works on is said by each mandate. */
  divisionCode,
  mustChangePassword: boolean('must_change_password').notNull(),
  passwordChangedAt: moment('password_changed_at').notNull(),
  disabledReason: text('disabled_reason'),
  post: text('post'),
  phone: text('phone'),
  sample: boolean('sample').notNull(),
})

const role = text('role').$type<Role>().notNull()
const party = { partyKind: text('party_kind').$type<PartyKind>(), partyId: uuid('party_id') }
/** Nobody is a party too: two rows for the county are the same one. */
const partyKey = sql`coalesce(party_id::text, '')`

/** In what people may act and might once; one that is over keeps its row. */
export const mandates = accountsSchema.table(
  'mandate',
  {
    divisionCode,
    id: rowId,
    userId: text('user_id').notNull(),
    role,
    ...party,
    beganAt: moment('began_at').notNull(),
    endedAt: moment('ended_at'),
    /** When its person last chose it: the newest is what they find themselves in after signing in. */
    chosenAt: moment('chosen_at'),
  },
  (t) => [
    keyOfRow(t),
    index('mandate_user').on(t.divisionCode, t.userId),
    index('mandate_party').on(t.divisionCode, t.partyId),
    uniqueIndex('mandate_open').on(t.divisionCode, t.userId, t.role, partyKey).where(sql`ended_at is null`),
  ],
)
true satisfies Same<typeof mandates.$inferSelect, MandateRow>

export const sessions = accountsSchema.table(
  'session',
  {
    id: text('id').primaryKey(),
    /** SHA-256 of the token: a copy of the table opens nothing. */
    tokenHash: char('token_hash', { length: 64 }).notNull().unique(),
    ipAddress: text('ip_address').notNull(),
    userAgent: text('user_agent').notNull(),
    beganAt: moment('began_at').notNull(),
    seenAt: moment('seen_at').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    /** In which of their mandates the person acts here. */
    mandateId: uuid('mandate_id').notNull(),
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

/** What was tried in vain lately, by name and by address; rows of nobody's county. */
export const attempts = accountsSchema.table(
  'attempt',
  {
    key: text('key').primaryKey(),
    failures: integer('failures').notNull(),
    lockedUntil: moment('locked_until'),
    lastAt: moment('last_at').notNull(),
  },
  (t) => [index('attempt_last').on(t.lastAt)],
)

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

/** Rights asked and decided, kept as the history of what an account might do when. */
export const grants = accountsSchema.table(
  'grant',
  {
    id: rowId,
    divisionCode,
    userId: text('user_id').notNull(),
    role,
    ...party,
    /** The mandate it takes the place of when it is confirmed. */
    replacesId: uuid('replaces_id'),
    /** The sheet it was asked with; null of one asked for by itself. */
    importId: uuid('import_id'),
    reason: text('reason').notNull(),
    state: text('state').$type<GrantState>().notNull(),
    askedById: text('asked_by_id').notNull(),
    askedByName: text('asked_by_name').notNull(),
    askedAt: moment('asked_at').notNull(),
    decidedById: text('decided_by_id'),
    decidedByName: text('decided_by_name'),
    decidedAt: moment('decided_at'),
    note: text('note'),
  },
  (t) => [
    keyOfRow(t),
    index('grant_state').on(t.divisionCode, t.state),
    index('grant_user').on(t.divisionCode, t.userId),
    // The same is asked once; a newer question takes the place of the one that waits.
    uniqueIndex('grant_pending').on(t.divisionCode, t.userId, t.role, partyKey).where(sql`state = 'pending'`),
  ],
)
true satisfies Same<typeof grants.$inferSelect, Grant>

/** A county without a row follows the first values. */
export const accountRules = accountsSchema.table('rules', {
  divisionCode: char('division_code', { length: 6 }).primaryKey(),
  minLength: integer('min_length').notNull(),
  classes: integer('classes').notNull(),
  remembered: integer('remembered').notNull(),
  maxAgeDays: integer('max_age_days').notNull(),
  failures: integer('failures').notNull(),
  lockMinutes: integer('lock_minutes').notNull(),
  idleMinutes: integer('idle_minutes').notNull(),
  maxHours: integer('max_hours').notNull(),
  singleSession: boolean('single_session').notNull(),
  secondFactorForAdministrators: boolean('second_factor_for_administrators').notNull(),
})
true satisfies Same<typeof accountRules.$inferSelect, AccountRules & { divisionCode: string }>

/** The secret is stored under a key made from the installation's own, so that a copy of the database alone gives no codes. */
export const secondFactors = accountsSchema.table('second_factor', {
  userId: text('user_id')
    .primaryKey()
    .references(() => users.id, { onDelete: 'cascade' }),
  sealedSecret: text('sealed_secret').notNull(),
  begunAt: moment('begun_at').notNull(),
  /** When the first code proved that somebody holds the secret. */
  confirmedAt: moment('confirmed_at'),
  /** The newest step whose code was taken: a code is good once. */
  lastStep: integer('last_step').notNull(),
})

export const recoveryCodes = accountsSchema.table(
  'recovery_code',
  {
    id: uuid('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    hash: char('hash', { length: 64 }).notNull(),
    usedAt: moment('used_at'),
  },
  (t) => [index('recovery_code_user').on(t.userId)],
)

export const accountRows: UniqueRows = {
  'accounts.user_username_unique': () => accountErrors.usernameTaken({ username: null }),
  'accounts.user_email_unique': () => faultErrors.already({}),
  'accounts.session_token_hash_unique': () => faultErrors.already({}),
  'accounts.mandate_open': () => accountErrors.alreadyHeld({ title: null }),
  'accounts.grant_pending': () => faultErrors.crossed({}),
}
