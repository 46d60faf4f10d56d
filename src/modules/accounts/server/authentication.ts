import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { username } from 'better-auth/plugins'
import { newId } from '#kernel/ids.ts'
import type { Db } from '#platform/database/tx.ts'
import { Username } from '../domain/user.ts'
import { credentials, sessions, users, verifications } from './tables.ts'

/** Columns of ours in its user table: named so that it knows who fills them; it never takes them from a request. */
const ours = <T extends 'string' | 'boolean' | 'number' | 'date'>(type: T) =>
  ({ type, required: true, input: false }) as const
const ownFields = {
  role: ours('string'), divisionCode: ours('string'), mustChangePassword: ours('boolean'), passwordChangedAt: ours('date'),
  failures: ours('number'), sample: ours('boolean'), awaitingGrant: ours('boolean'),
} // biome-ignore format: two lines

/**
 * Sessions and password checks by better-auth; accounts are made by our own operations, so everything of it that
 * creates or changes one is off, and none of its routes is mounted.
 * @param secret signs the session cookie
 */
export function createAuthentication(db: Db, secret: string) {
  return betterAuth({
    secret,
    // Never used to build an address: cookies carry no domain and there are no mails.
    baseURL: 'http://guatu.invalid',
    database: drizzleAdapter(db, {
      provider: 'pg',
      schema: { user: users, session: sessions, account: credentials, verification: verifications },
    }),
    advanced: {
      // Set by our own server from the connection, never taken from the caller.
      ipAddress: { ipAddressHeaders: ['x-guatu-address'] },
      database: { generateId: () => newId() },
      cookiePrefix: 'guatu',
      useSecureCookies: false,
      disableCSRFCheck: true,
      disableOriginCheck: true,
    },
    emailAndPassword: { enabled: true, disableSignUp: true },
    // The longest a county may allow; when a session is over before, our own clock and rules say (find-actor.ts).
    session: { expiresIn: 24 * 60 * 60, disableSessionRefresh: true },
    user: { additionalFields: ownFields },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // Failures are counted and traced by our own operation.
    logger: { disabled: true },
    plugins: [
      username({
        minUsernameLength: 2,
        maxUsernameLength: 30,
        usernameValidator: (name) => Username.safeParse(name).success,
      }),
    ],
  })
}

export type Authentication = ReturnType<typeof createAuthentication>
