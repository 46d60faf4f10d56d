import { firstRules } from './account-rules.ts'

/** Lock-out after GB/T 22239-2019 8.1.4.1 b. */
interface Lock {
  failures: number
  lockedUntil: Date | null
}

export const isLocked = (lock: Lock, now: Date): boolean => lock.lockedUntil !== null && lock.lockedUntil > now

/** Whole minutes until the account opens again, at least one. */
export const minutesLeft = (lock: Lock, now: Date): number =>
  lock.lockedUntil === null ? 0 : Math.max(1, Math.ceil((lock.lockedUntil.getTime() - now.getTime()) / 60_000))

/** The state after a wrong password; failures before an old lock ran out count no longer. */
export function afterFailure(lock: Lock, now: Date, rules = firstRules): Lock {
  const expired = lock.lockedUntil !== null && lock.lockedUntil <= now
  const failures = (expired ? 0 : lock.failures) + 1
  const lockedUntil = failures >= rules.failures ? new Date(now.getTime() + rules.lockMinutes * 60_000) : null
  return { failures, lockedUntil }
}

export const unlocked: Lock = { failures: 0, lockedUntil: null }
