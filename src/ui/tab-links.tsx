import { Link } from '@tanstack/react-router'

export interface TabLink {
  to: string
  label: string
  count?: number
}

/** The pages of one thing side by side; each has its own address. */
export function TabLinks({ label, tabs }: { label: string; tabs: readonly TabLink[] }) {
  return (
    <nav className="tab-links no-print" aria-label={label}>
      {tabs.map(({ to, label: words, count }) => (
        <Link
          key={to}
          to={to}
          activeOptions={{ exact: true, includeSearch: false }}
          activeProps={{ 'aria-current': 'page' }}
        >
          {words}
          {count !== undefined && <small>{count}</small>}
        </Link>
      ))}
    </nav>
  )
}
