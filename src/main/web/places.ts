import type { Role } from '#kernel/actor.ts'
import { may } from '#kernel/contract.ts'
import type { PlaceLink } from '#ui/screen.ts'
import { screens } from './screens.ts'

/** The places of the navigation that a duty may see, in their order. */
export function placesOf(role: Role): readonly PlaceLink[] {
  return screens
    .flatMap(({ path, place }) => (place && may({ role }, place) ? [{ ...place, to: path }] : []))
    .sort((a, b) => a.order - b.order)
}
