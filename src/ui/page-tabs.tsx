import { Link, useLocation } from '@tanstack/react-router'
import { useContext } from 'react'
import { CurrentTabs } from './navigation.ts'

/**
 * The tabs of the page this screen stands on, each with its own address; a screen opened from one of them has none.
 * @param counts how much is behind a tab, by the end of its address: `{ tasks: 47 }`
 */
export function PageTabs({ counts = {} }: { counts?: Readonly<Record<string, number>> | undefined }) {
  const tabs = useContext(CurrentTabs)
  const path = useLocation({ select: (l) => l.pathname })
  if (tabs.length < 2 || !tabs.some(({ to }) => to === path)) return null
  return (
    <nav className="tab-links no-print" aria-label="本页各栏">
      {tabs.map(({ to, label }) => {
        const count = counts[to.split('/').at(-1) ?? '']
        return (
          <Link
            key={to}
            to={to}
            activeOptions={{ exact: true, includeSearch: false }}
            activeProps={{ 'aria-current': 'page' }}
          >
            {label}
            {count !== undefined && <small>{count}</small>}
          </Link>
        )
      })}
    </nav>
  )
}
