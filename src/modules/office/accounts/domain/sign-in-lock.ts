import { firstRules } from './account-rules.ts'

/** How often a name or an address has lately been tried in vain; GB/T 22239-2019 8.1.4.1 b. */
export interface Lock {
  failures: number
  lockedUntil: Date | null
}

/** How many failures lock, and for how long. */
export interface LockRules {
  failures: number
  lockMinutes: number
}

/**
 * Failures from one address, successes never counted: a whole county may stand behind one, so the limit is far above what
 * people mistype and far below what guessing needs.
 */
export const addressRules: LockRules = { failures: 100, lockMinutes: 15 }

export const unlocked: Lock = { failures: 0, lockedUntil: null }

export const isLocked = ({ lockedUntil }: Pick<Lock, 'lockedUntil'>, now: Date): boolean =>
  lockedUntil !== null && lockedUntil > now

/** The lock that holds longest. */
export const longest = (locks: readonly Lock[]): Lock =>
  locks.reduce((one, other) => ((other.lockedUntil ?? 0) > (one.lockedUntil ?? 0) ? other : one), unlocked)

/** Whole minutes until it opens again, at least one. */
export const minutesLeft = ({ lockedUntil }: Pick<Lock, 'lockedUntil'>, now: Date): number =>
  lockedUntil === null ? 0 : Math.max(1, Math.ceil((lockedUntil.getTime() - now.getTime()) / 60_000))

/**
 * The state after one more attempt, which counts as a failure until it is judged; failures before an old lock ran out
 * count no longer.
 */
export function afterFailure(lock: Lock, now: Date, rules: LockRules = firstRules): Lock {
  const expired = lock.lockedUntil !== null && lock.lockedUntil <= now
  const failures = (expired ? 0 : lock.failures) + 1
  const lockedUntil = failures >= rules.failures ? new Date(now.getTime() + rules.lockMinutes * 60_000) : null
  return { failures, lockedUntil }
}
