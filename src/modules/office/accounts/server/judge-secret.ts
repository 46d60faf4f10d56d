import { hashPassword, verifyPassword } from 'better-auth/crypto'
import { eq, sql } from 'drizzle-orm'
import { administrators } from '#kernel/actor.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Preparing } from '#platform/operation/implement.ts'
import { createTurns } from '#platform/operation/turns.ts'
import type { AccountRules } from '../domain/account-rules.ts'
import { accountErrors } from '../domain/errors.ts'
import { addressRules, isLocked, type Lock, minutesLeft, unlocked } from '../domain/sign-in-lock.ts'
import { byAddress, byKnownBrowser, byName, countAttempt, findLock, forgetAttempts, restoreLock } from './attempts.ts'
import { isKnownBrowser } from './known-browser.ts'
import { findPasswordHash } from './passwords.ts'
import type { AccountPorts } from './ports.ts'
import { loadRules } from './rules.ts'
import { findFactor, isOn, takeCode } from './second-factor.ts'
import { users } from './tables.ts'

type UserRow = typeof users.$inferSelect

/** What somebody shows to prove who they are; at least one of the two. */
interface Shown {
  password?: string
  code?: string | undefined
}

/** Whether the person keeps the house, in any of their mandates. */
const isAdministrator = sql<boolean>`exists (select 1 from accounts.mandate m where m.division_code = "user".division_code
  and m.user_id = "user".id and m.ended_at is null and m.role in ${[...administrators]})`

/** What is right to be shown: at the sign-in a code is asked of whoever has a second factor. */
interface Asking {
  username: string
  shown: Shown
  atSignIn?: true
}

type Call = Pick<Preparing<unknown>, 'transaction' | 'now' | 'actor' | 'wire'>

interface Opened {
  attempt: Attempt
  /** What counts failures from the address; undefined for whom it does not shut. */
  addressKey: string | undefined
  user: UserRow | undefined
  rules: AccountRules
  hash: string
  /** The lock as it was before this attempt was counted. */
  before: Lock
  now: Lock
}

/** Under what an attempt is counted, and whether by a browser that knows the person. */
interface Attempt {
  key: string
  isKnown: boolean
}

/** One name is tried by one caller at a time, so that many right sign-ins of one person do not look like guessing. */
const names = createTurns({ atOnce: 1, waiting: 200 })
/** Hashing takes a tenth of a second of a whole core: the others are for everybody else. */
const hashing = createTurns({ atOnce: 1, waiting: 2000 })

/** What a name nobody has is judged against, so that the answer takes as long. */
let nobodysHash: Promise<string> | undefined

/**
 * Judges a password and a code, at the sign-in and within a session alike. The attempt is counted before it is judged and
 * forgotten when it was right; what is counted stands although the refusal undoes everything else.
 * @returns the account
 * @throws locked, wrongPassword, codeRequired, wrongCode; the same ones, and as late, for a name nobody has
 */
export function judgeSecret(call: Call, asking: Asking, ports: AccountPorts): Promise<UserRow> {
  const isKnown = isKnownBrowser(call.wire.headers, asking.username, ports.seal)
  const key = isKnown ? byKnownBrowser(asking.username) : byName(asking.username)
  return names.run(key, async () => {
    const opened = await call.transaction((tx) => open(tx, { call, asking, attempt: { key, isKnown } }))
    const { password } = asking.shown
    if (password !== undefined) {
      const isRight = await hashing.run('', () => verify(call, opened, password), { ahead: isKnown })
      if (!isRight) throw refuseWrong(asking, opened)
    }
    const { user } = opened
    if (!user) throw refuseWrong(asking, opened)
    const refusal = await call.transaction((tx) => judgeCode(tx, { call, asking, opened, user, ports }))
    if (refusal) throw refusal
    return user
  })
}

interface Opening {
  call: Call
  asking: Asking
  attempt: Attempt
}

/** Counts the attempt, unless name or address are locked. */
async function open(tx: Tx, { call, asking, attempt }: Opening): Promise<Opened> {
  const { now, actor, wire } = call
  const { username } = asking
  const [found] = await tx.select({ user: users, isAdministrator }).from(users).where(eq(users.username, username))
  const user = found?.user
  const rules = await loadRules(tx, user?.divisionCode ?? actor.divisionCode)
  // Whoever floods an address keeps out neither the three, who can put an end to it, nor who has been here before.
  const exempt = found?.isAdministrator || attempt.isKnown || wire.address === ''
  const addressKey = exempt ? undefined : byAddress(wire.address)
  await refuseShutAddress(tx, addressKey, now)
  const before = await findLock(tx, attempt.key)
  if (isLocked(before, now)) throw accountErrors.locked({ minutes: minutesLeft(before, now) })
  const counted = await countAttempt(tx, attempt.key, { rules, now })
  nobodysHash ??= hashPassword('nobody')
  const hash = user ? await findPasswordHash(tx, user.id) : undefined
  return { attempt, addressKey, user, rules, hash: hash ?? (await nobodysHash), before, now: counted }
}

async function refuseShutAddress(tx: Tx, addressKey: string | undefined, now: Date): Promise<void> {
  const lock = addressKey === undefined ? unlocked : await findLock(tx, addressKey)
  if (isLocked(lock, now)) throw accountErrors.addressLocked({ minutes: minutesLeft(lock, now) })
}

/** Others from the address may have guessed on while this one waited: then it is not judged, and counts for nothing. */
async function verify(
  call: Call,
  { attempt, addressKey, user, hash, before }: Opened,
  password: string,
): Promise<boolean> {
  const { transaction, now } = call
  await transaction((tx) => refuseShutAddress(tx, addressKey, now)).catch(async (refusal: unknown) => {
    await transaction((tx) => restoreLock(tx, attempt.key, before))
    throw refusal
  })
  const isRight = (await verifyPassword({ hash, password })) && user !== undefined
  // Before the turn is given on: the next one of this address is judged by it.
  if (!isRight && !attempt.isKnown) await countAddress(call)
  return isRight
}

function refuseWrong({ atSignIn }: Asking, { rules, now: { failures } }: Opened) {
  const left = Math.max(0, rules.failures - failures)
  return atSignIn
    ? accountErrors.wrongPassword({ left, minutes: rules.lockMinutes })
    : accountErrors.oldPasswordWrong({ left, minutes: rules.lockMinutes })
}

async function countAddress({ wire, transaction, now }: Call): Promise<void> {
  if (wire.address !== '')
    await transaction((tx) => countAttempt(tx, byAddress(wire.address), { rules: addressRules, now }))
}

interface Judging {
  call: Call
  asking: Asking
  opened: Opened
  user: UserRow
  ports: AccountPorts
}

/** @returns why not; what was counted or taken is committed either way */
async function judgeCode(tx: Tx, { call, asking, opened, user, ports }: Judging) {
  const { code } = asking.shown
  const { key } = opened.attempt
  const factor = await findFactor(tx, user.id)
  const asked = asking.atSignIn ? isOn(factor) : code !== undefined
  if (!asked) return void (await forgetAttempts(tx, key))
  if (code === undefined) {
    await restoreLock(tx, key, opened.before)
    return accountErrors.codeRequired({})
  }
  if (factor && (await takeCode(tx, factor, { code, now: call.now, seal: ports.seal })))
    return void (await forgetAttempts(tx, key))
  return factor ? accountErrors.wrongCode({}) : accountErrors.secondFactorOff({})
}
