import { Link } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense } from 'react'
import { Mark } from './mark.tsx'
import { CurrentTabs, type NavArea } from './navigation.ts'
import { type Offers, PersonMenu } from './person-menu.tsx'
import { useIsPhone } from './phone.ts'
import { AreaPages, Rail } from './rail.tsx'
import { useRemembered } from './remembered.ts'

/** Only a phone loads it. */
const BottomBar = lazy(async () => ({ default: (await import('./bottom-bar.tsx')).BottomBar }))

interface AppShellProps {
  areas: readonly NavArea[]
  /** Whose house this is: 天和县. */
  tenant: string
  /** Who is there; the second line is the duty, which is seen on a phone too where they have `several`. */
  person: { name: string; duty: string; several: boolean }
  offers: Offers
  onSignOut: () => void
  /** Stands beside the mark: what the pages are about. */
  subject?: ReactNode
  /** Stands before the person: search, what has come in, help. */
  aside?: ReactNode
  children: ReactNode
}

/** The frame of every screen: the mark, the areas, the person; on a phone the areas lie under the thumb. */
export function AppShell({ areas, tenant, person, offers, onSignOut, subject, aside, children }: AppShellProps) {
  const phone = useIsPhone()
  const [width, setWidth] = useRemembered('rail')
  const pages = areas.find(({ current }) => current)?.pages ?? []
  return (
    <div className="shell" data-rail={width ?? 'wide'}>
      <a className="skip-link" href="#content">
        跳到正文
      </a>
      <header className="shell-bar no-print">
        <Link to="/" className="shell-mark">
          <Mark />
          <span className="shell-name">挂图</span>
          <span className="shell-tenant">{tenant}</span>
        </Link>
        {subject}
        <div className="shell-asides">{aside}</div>
        <PersonMenu {...{ person, offers, onSignOut }} />
      </header>
      <div className="shell-body">
        {!phone && areas.length > 0 && <Rail areas={areas} narrow={width === 'narrow'} onWidth={setWidth} />}
        <div className="shell-column">
          <AreaPages pages={pages} />
          <main id="content" className="shell-content" tabIndex={-1}>
            <CurrentTabs value={pages.find(({ current }) => current)?.tabs ?? []}>{children}</CurrentTabs>
          </main>
        </div>
      </div>
      {phone && areas.length > 1 && (
        <Suspense fallback={null}>
          <BottomBar areas={areas} />
        </Suspense>
      )}
    </div>
  )
}
