import type { Role } from '#kernel/actor.ts'
import type { PlaceLink } from '#ui/screen.ts'

/** Those who come to see how a programme stands before they do anything. */
const readers: readonly Role[] = ['office', 'agencyHead', 'auditor', 'observer']

/** Places that come before all others for the duty they were made for. */
const own: Partial<Record<Role, string>> = { leader: '/matters', reporter: '/reports', reviewer: '/reports' }

/** Where somebody's work is: a place of theirs, or the home of the running programme; undefined when they have no place. */
export function firstPlaceOf(role: Role, places: readonly PlaceLink[]): string | undefined {
  if (readers.includes(role)) return 'programme'
  const made = places.find(({ to }) => to === own[role])
  return (made ?? places.find(({ to }) => to !== '/'))?.to
}
