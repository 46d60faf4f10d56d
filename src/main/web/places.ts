import type { Role } from '#kernel/actor.ts'
import { may } from '#kernel/contract.ts'
import type { PlaceLink } from '#ui/screen.ts'
import { screens } from './screens.ts'

/** The place an address belongs to when this duty may not see it: `/audit` for a leader. */
export const closedPlaceOf = (role: Role, path: string) =>
  screens.find((screen) => screen.place && !may({ role }, screen.place) && `${path}/`.startsWith(`${screen.path}/`))
    ?.place

/** `/tasks/$taskId` covers `/tasks/0192…`. */
const covers = (pattern: string, path: string): boolean => {
  const [want, have] = [pattern.split('/'), path.split('/')]
  return want.length === have.length && want.every((part, at) => part.startsWith('$') || part === have[at])
}

/** The places of the navigation that a duty may see, in their order; the one `path` belongs to is marked. */
export function placesOf(role: Role, path: string): readonly PlaceLink[] {
  const within = screens.find((screen) => screen.within && covers(screen.path, path))?.within
  return screens
    .flatMap(({ path: to, place }) => (place && may({ role }, place) ? [{ ...place, to, current: to === within }] : []))
    .sort((a, b) => a.order - b.order)
}

/** The pages of one thing that a duty may see, for the frame around them. */
export const tabsOf = (role: Role) =>
  screens.flatMap(({ path, tab }) => (tab && may({ role }, tab) ? [{ ...tab, path }] : []))
