import type { Wire } from '#platform/operation/implement.ts'
import { readCookie } from './cookies.ts'
import type { Seal } from './one-time-codes.ts'

/**
 * A browser somebody has signed in with bears a mark with their name, sealed, so that nobody else can make it. What
 * strangers try under that name is counted apart from what is tried there: they lock themselves out, not the person
 * (OWASP, "Slow Down Online Guessing Attacks with Device Cookies"). It opens nothing.
 */
const cookieName = 'guatu_known'

/** Half a year: who was away longer is a stranger once more, which is no harm unless somebody floods the name. */
const seconds = 180 * 24 * 60 * 60

const wordsFor = (username: string): string => `known browser ${username}`

export function markBrowser(wire: Wire, username: string, seal: Seal): void {
  const mark = seal.close(Buffer.from(wordsFor(username)))
  wire.setCookie(`${cookieName}=${mark}; Max-Age=${seconds}; Path=/api; HttpOnly; SameSite=Lax`)
}

/** Whether this person has signed in with this browser before. */
export function isKnownBrowser(headers: Headers, username: string, seal: Seal): boolean {
  const mark = readCookie(headers, cookieName)
  if (mark === undefined) return false
  try {
    return Buffer.from(seal.open(mark)).toString() === wordsFor(username)
  } catch {
    return false
  }
}
