import { Outlet, useLocation } from '@tanstack/react-router'
import { useSession, useSignOut } from '#modules/accounts/web/index.tsx'
import { AppShell } from '#ui/app-shell.tsx'
import { Reading } from '#ui/reading.tsx'
import { Redirect } from '#ui/redirect.tsx'
import { placesOf } from './places.ts'

/** Around every screen; nothing of its own. */
export const Outside = () => <Outlet />

/** The frame for those who are signed in; everyone else is asked to sign in and comes back here. */
export function Shell() {
  const session = useSession()
  const here = useLocation({ select: (l) => l.href })
  const path = useLocation({ select: (l) => l.pathname })
  const signOut = useSignOut()
  return (
    <Reading of={session} loading={null}>
      {(present) => {
        if (present === null)
          return <Redirect href={here === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(here)}`} />
        if (present.mustChangePassword !== null && path !== '/account') return <Redirect href="/account" />
        const { user } = present
        return (
          <AppShell
            places={placesOf(user.role)}
            tenant={user.divisionName}
            person={{ name: user.name, duty: user.agencyName ?? user.roleTitle }}
            onSignOut={signOut}
          >
            <Outlet />
          </AppShell>
        )
      }}
    </Reading>
  )
}
