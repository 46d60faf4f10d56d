import { QuestionCircleOutlined } from '@ant-design/icons'
import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Actor } from '#kernel/actor.ts'
import { useSession, useSignOut } from '#modules/office/accounts/web/index.tsx'
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

/** The frame for those who are signed in; everyone else is asked to sign in and comes back here. */
export function Shell() {
  const session = useSession()
  const here = useLocation({ select: (l) => l.href })
  const path = useLocation({ select: (l) => l.pathname })
  const signOut = useSignOut()
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
            // Another person begins with nothing the page still holds of the one before.
            key={user.id}
            areas={isDue ? [] : navigationOf(user, { path, programmeId: now.programmeId })}
            tenant={user.divisionName}
            person={{ name: user.name, duty: user.agencyName ?? user.roleTitle }}
            onSignOut={signOut}
            subject={<Subject now={now} path={path} />}
            aside={isDue ? null : <Asides path={path} programmeId={now.programmeId} person={user} />}
          >
            {closed ? (
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
