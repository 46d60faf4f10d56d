import type { Actor } from '#kernel/actor.ts'
import type { NavArea, NavPage, PageLink } from '#ui/navigation.ts'
import { type Screen, screenOf } from '#ui/screen.ts'
import { type AreaPlan, areasOf, type PagePlan } from './areas.ts'
import { mayOpen } from './may-open.ts'
import { screens } from './modules.ts'

type Person = Pick<Actor, 'role'>

/** Where a person is: the address, and the programme that pages of a programme are those of. */
export interface Here {
  path: string
  programmeId: string | undefined
}

/** The screen an address opens when this duty may not see it: `/audit` for a leader. */
export function closedScreenOf(person: Person, path: string): Screen | undefined {
  const screen = screenOf(screens, path)
  return screen && !mayOpen(person, screen) ? screen : undefined
}

/** The address of a screen for this programme; undefined where it asks for more than that. */
export function addressOf({ path }: Pick<Screen, 'path'>, programmeId: string | undefined): string | undefined {
  const address = programmeId === undefined ? path : path.replace('$programmeId', programmeId)
  return address.includes('$') ? undefined : address
}

/** The screen itself, what it is opened from, and so on up. */
export function lineOf(screen: Screen | undefined): readonly Screen[] {
  if (!screen) return []
  return [screen, ...lineOf(screens.find(({ path }) => path === screen.under))]
}

const placesOf = (plan: PagePlan): readonly string[] => (typeof plan === 'string' ? [plan] : plan.tabs)

/** The pages of an area, with those that only name it. */
function pagesOf(area: AreaPlan, person: Person): readonly PagePlan[] {
  if (area.rest === undefined) return area.pages
  const listed = new Set(areasOf[person.role].flatMap(({ pages }) => pages.flatMap(placesOf)))
  const others = screens.flatMap(({ place }) => (place?.startsWith(`${area.rest}/`) && !listed.has(place) ? place : []))
  return [...area.pages, ...others]
}

/** Where the same person goes instead when a page stays: the page of another programme, or the list it belongs to. */
export const inProgramme = (path: string, programmeId: string): string | undefined =>
  lineOf(screenOf(screens, path))
    .filter((screen) => screen.path.includes('$programmeId'))
    .map((screen) => addressOf(screen, programmeId))[0]

/** The areas and pages a person may open, in their order; those they are in are marked. */
export function navigationOf(person: Person, { path, programmeId }: Here): readonly NavArea[] {
  const here = lineOf(screenOf(screens, path)).find(({ place }) => place !== undefined)
  const linkOf = (place: string): (PageLink & { place: string })[] => {
    const screen = screens.find((one) => one.place === place)
    if (!screen || !mayOpen(person, screen)) return []
    const to = addressOf(screen, programmeId)
    return to === undefined ? [] : [{ to, label: screen.label, place }]
  }
  const pageOf = (plan: PagePlan): NavPage[] => {
    const tabs = placesOf(plan).flatMap(linkOf)
    const [first] = tabs
    if (!first) return []
    const title = typeof plan === 'string' || tabs.length === 1 ? first.label : plan.title
    return [{ title, to: first.to, current: tabs.some(({ place }) => place === here?.place), tabs }]
  }
  return areasOf[person.role].flatMap((area) => {
    const pages = pagesOf(area, person).flatMap(pageOf)
    const [first] = pages
    if (!first) return []
    return [{ title: area.title, icon: area.icon, to: first.to, current: pages.some(({ current }) => current), pages }]
  })
}
