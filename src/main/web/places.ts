import type { Role } from '#kernel/actor.ts'
import { may } from '#kernel/contract.ts'
import type { PlaceLink } from '#ui/screen.ts'
import { screens } from './screens.ts'

/** The place an address belongs to when this duty may not see it: `/audit` for a leader. */
export const closedPlaceOf = (role: Role, path: string) =>
  screens.find((screen) => screen.place && !may({ role }, screen.place) && `${path}/`.startsWith(`${screen.path}/`))
    ?.place

/** The places of the navigation that a duty may see, in their order. */
export function placesOf(role: Role): readonly PlaceLink[] {
  return screens
    .flatMap(({ path, place }) => (place && may({ role }, place) ? [{ ...place, to: path }] : []))
    .sort((a, b) => a.order - b.order)
}

/** The pages of one thing that a duty may see, for the frame around them. */
export const tabsOf = (role: Role) =>
  screens.flatMap(({ path, tab }) => (tab && may({ role }, tab) ? [{ ...tab, path }] : []))
