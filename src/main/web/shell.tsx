import { QuestionCircleOutlined } from '@ant-design/icons'
import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { Suspense, useMemo, useState } from 'react'
import type { Actor } from '#kernel/actor.ts'
import {
  OtherMandate,
  useChooseMandate,
  useMandates,
  useSession,
  useSignOut,
} from '#modules/office/accounts/web/index.tsx'
import { NoticeBell } from '#modules/office/notices/web/index.tsx'
import { SearchButton } from '#modules/office/search/web/index.tsx'
import { useProgrammeNow } from '#modules/programme/programmes/web/index.tsx'
import { AppShell } from '#ui/app-shell.tsx'
import { KnownParts } from '#ui/parts.tsx'
import { Reading } from '#ui/reading.tsx'
import { Redirect } from '#ui/redirect.tsx'
import { screenOf } from '#ui/screen.ts'
import { EmptyState } from '#ui/states.tsx'
import { findablePages } from './findable-pages.ts'
import { parts, screens } from './modules.ts'
import { closedScreenOf, type Here, navigationOf } from './navigation.ts'
import { Subject } from './subject.tsx'
import { ToSignIn } from './to-sign-in.tsx'

/** Around every screen; nothing of its own. */
export const Outside = () => <Outlet />

interface AsidesProps extends Here {
  person: Pick<Actor, 'role'>
}

/** What can be asked of the program itself, on every page. */
function Asides({ path, programmeId, person }: AsidesProps) {
  const of = screenOf(screens, path)?.path
  const pages = useMemo(() => findablePages(person, programmeId), [person, programmeId])
  return (
    <>
      <SearchButton pages={pages} />
      <NoticeBell />
      <Link to="/help" search={of === undefined ? {} : { of }} className="shell-help" aria-label="帮助">
        <QuestionCircleOutlined />
      </Link>
    </>
  )
}

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
  const now = useProgrammeNow(path)
  return (
    <Reading of={session} loading={null}>
      {(present) => {
        if (present === null) return <ToSignIn from={here} />
        const isDue = present.mustChangePassword !== null || present.mustSetSecondFactor !== null
        if (isDue && path !== '/account') return <Redirect href="/account" />
        const { user } = present
        const closed = closedScreenOf(user, path)
        return (
          <AppShell
            // Another person, or the same one in another mandate, begins with nothing the page still holds of before.
            key={`${user.id} ${user.mandateId}`}
            areas={isDue ? [] : navigationOf(user, { path, programmeId: now.programmeId })}
            tenant={user.divisionName}
            person={{
              name: user.name,
              duty: user.hasOthers ? user.title : (user.agencyName ?? user.roleTitle),
              several: user.hasOthers,
            }}
            offers={offers}
            onSignOut={signOut}
            subject={<Subject now={now} path={path} />}
            aside={isDue ? null : <Asides path={path} programmeId={now.programmeId} person={user} />}
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
              <KnownParts value={parts}>
                <Outlet />
              </KnownParts>
            )}
          </AppShell>
        )
      }}
    </Reading>
  )
}
