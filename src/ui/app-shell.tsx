import { Link } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { Mark } from './mark.tsx'
import type { Offers } from './person-menu.tsx'
import { useIsPhone } from './phone.ts'
import type { PlaceLink } from './screen.ts'

const loadMenu = async () => ({ default: (await import('./person-menu.tsx')).PersonMenu })
const LoadedMenu = lazy(loadMenu)
/** Only a phone loads it. */
const BottomBar = lazy(async () => ({ default: (await import('./bottom-bar.tsx')).BottomBar }))

interface AppShellProps {
  places: readonly PlaceLink[]
  /** Whose house this is: 天和县. */
  tenant: string
  /** Who is there; the second line is the duty, which is seen everywhere where they have `several`. */
  person: { name: string; duty: string; several: boolean }
  /** The other duties of the person, once the menu was reached for. */
  offers: Offers
  onSignOut: () => void
  /** Stands before the person: what has come in. */
  aside?: ReactNode
  children: ReactNode
}

/**
 * The menu is loaded when somebody reaches for it, and takes the place of the bare button once that was pressed: a button
 * exchanged under the pointer would lose the press.
 */
function PersonMenu({ person, offers, onSignOut }: Pick<AppShellProps, 'person' | 'offers' | 'onSignOut'>) {
  const [isWanted, setWanted] = useState(false)
  const [open, setOpen] = useState(false)
  const begin = () => {
    setWanted(true)
    offers.onWanted()
    setOpen(true)
  }
  const button = (
    <button
      type="button"
      className="plain-button shell-person"
      data-several={person.several || undefined}
      aria-label={`${person.name}，${person.duty}，账号菜单`}
      aria-haspopup="menu"
      aria-expanded={open}
      {...(!isWanted && { onClick: begin, onPointerEnter: () => void loadMenu().catch(() => undefined) })}
    >
      <span>{person.name}</span>
      <span className="quiet">{person.duty}</span>
    </button>
  )
  if (!isWanted) return button
  return (
    <Suspense fallback={button}>
      <LoadedMenu {...{ person, offers, onSignOut, open }} onOpen={setOpen}>
        {button}
      </LoadedMenu>
    </Suspense>
  )
}

/** The frame of every screen: the mark, the places, the person; on a phone the places lie under the thumb. */
export function AppShell({ places, tenant, person, offers, onSignOut, aside, children }: AppShellProps) {
  const phone = useIsPhone()
  return (
    <div className="shell">
      <a className="skip-link" href="#content">
        跳到正文
      </a>
      <header className="shell-bar no-print">
        <Link to="/" className="shell-mark">
          <Mark />
          <span className="shell-name">挂图</span>
          <span className="shell-tenant">{tenant}</span>
        </Link>
        {!phone && (
          <nav className="shell-places" aria-label="主导航">
            {places.map(({ to, label, current }) => (
              <Link
                key={to}
                to={to}
                aria-current={current ? 'page' : undefined}
                activeOptions={{ exact: to === '/', includeSearch: false }}
                activeProps={{ 'aria-current': 'page' }}
              >
                {label}
              </Link>
            ))}
          </nav>
        )}
        {aside}
        <PersonMenu {...{ person, offers, onSignOut }} />
      </header>
      <main id="content" className="shell-content" tabIndex={-1}>
        {children}
      </main>
      {phone && (
        <Suspense fallback={null}>
          <BottomBar places={places} />
        </Suspense>
      )}
    </div>
  )
}
