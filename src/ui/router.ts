import {
  type AnyRoute,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouteComponent,
  redirect,
} from '@tanstack/react-router'
import type { Screen } from './screen.ts'
import { parseSearch, stringifySearch } from './search-words.ts'

interface Frame {
  /** Around every screen: finds out who is there. */
  root: RouteComponent
  /** Around the screens that have navigation. */
  shell: RouteComponent
  notFound: RouteComponent
  failed: (props: { error: unknown }) => React.ReactNode
}

const routeOf = (parent: AnyRoute, { path, page, reworded }: Screen): AnyRoute =>
  createRoute({
    getParentRoute: () => parent,
    path,
    component: lazyRouteComponent(page, 'Page'),
    beforeLoad: ({ params, search }) => {
      const asked = reworded?.(search)
      if (asked) throw redirect({ to: path, params, search: asked, replace: true })
    },
  })

/** An address a screen had before leads to where it stands now, with everything that was asked. */
const formerRoutesOf = (parent: AnyRoute, { path, formerly = [] }: Screen): AnyRoute[] =>
  formerly.map((former) =>
    createRoute({
      getParentRoute: () => parent,
      path: former,
      beforeLoad: ({ params, search }) => {
        throw redirect({ to: path, params, search, replace: true })
      },
    }),
  )

/** The routes of all screens: bare ones directly under the root, the others inside the shell. */
export function routerOf(screens: readonly Screen[], { root, shell, notFound, failed }: Frame) {
  const top = createRootRoute({ component: root, notFoundComponent: notFound, errorComponent: failed })
  const inShell: AnyRoute = createRoute({ getParentRoute: () => top, id: 'shell', component: shell })
  inShell.addChildren(screens.filter((s) => !s.bare).map((s) => routeOf(inShell, s)))
  const bare = screens.filter((s) => s.bare).map((s) => routeOf(top, s))
  const former = screens.flatMap((s) => formerRoutesOf(top, s))
  return createRouter({
    routeTree: top.addChildren([inShell, ...bare, ...former]),
    parseSearch,
    stringifySearch,
    defaultPreload: 'intent',
    defaultErrorComponent: failed,
    defaultNotFoundComponent: notFound,
    scrollRestoration: true,
  })
}
