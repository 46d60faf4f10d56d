import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import {
  OtherMandate,
  useChooseMandate,
  useMandates,
  useSession,
  useSignOut,
} from '#modules/office/accounts/web/index.tsx'
import { NoticeBell } from '#modules/office/notices/web/index.tsx'
import { AppShell } from '#ui/app-shell.tsx'
import { KnownParts } from '#ui/parts.tsx'
import { Reading } from '#ui/reading.tsx'
import { Redirect } from '#ui/redirect.tsx'
import { EmptyState } from '#ui/states.tsx'
import { parts } from './parts.ts'
import { closedPlaceOf, placesOf, tabsOf } from './places.ts'
import { ToSignIn } from './to-sign-in.tsx'

/** Around every screen; nothing of its own. */
export const Outside = () => <Outlet />

/** The person's other mandates; asked for when the menu is reached for. */
function useOffers() {
  const [isWanted, setWanted] = useState(false)
  const { data = [] } = useMandates(isWanted)
  const { mutate } = useChooseMandate()
  return {
    duties: data.filter(({ current }) => !current),
    onWanted: () => setWanted(true),
    onChoose: (mandateId: string) => mutate({ mandateId }),
  }
}

/** The frame for those who are signed in; everyone else is asked to sign in and comes back here. */
export function Shell() {
  const session = useSession()
  const here = useLocation({ select: (l) => l.href })
  const path = useLocation({ select: (l) => l.pathname })
  const asked = useLocation({ select: (l) => new URLSearchParams(l.searchStr).get('mandate') })
  const signOut = useSignOut()
  const offers = useOffers()
  return (
    <Reading of={session} loading={null}>
      {(present) => {
        if (present === null) return <ToSignIn from={here} />
        const isDue = present.mustChangePassword !== null || present.mustSetSecondFactor !== null
        if (isDue && path !== '/account') return <Redirect href="/account" />
        const { user } = present
        const closed = closedPlaceOf(user.role, path)
        return (
          <AppShell
            // Another person, or the same one in another mandate, begins with nothing the page still holds of before.
            key={`${user.id} ${user.mandateId}`}
            places={placesOf(user.role, path)}
            tenant={user.divisionName}
            person={{
              name: user.name,
              duty: user.hasOthers ? user.title : (user.agencyName ?? user.roleTitle),
              several: user.hasOthers,
            }}
            offers={offers}
            onSignOut={signOut}
            aside={isDue ? null : <NoticeBell />}
          >
            {asked !== null && asked !== user.mandateId ? (
              <Suspense fallback={null}>
                <OtherMandate mandateId={asked} onward={here} />
              </Suspense>
            ) : closed ? (
              <EmptyState
                title={`您的角色（${user.roleTitle}）不能查看“${closed.label}”`}
                action={<Link to="/">回到首页</Link>}
              >
                确有需要，请联系系统管理员调整角色。
              </EmptyState>
            ) : (
              <KnownParts value={{ parts, tabs: tabsOf(user.role) }}>
                <Outlet />
              </KnownParts>
            )}
          </AppShell>
        )
      }}
    </Reading>
  )
}
