import { Link } from '@tanstack/react-router'
import { Fragment, type ReactNode, useEffect } from 'react'
import { PageTabs } from './page-tabs.tsx'
import { UnderTitle } from './states.tsx'

const product = '挂图'

/** What the browser's tab says: “任务清单 · 天和县创新型县建设 · 挂图”. */
export function useDocumentTitle(...parts: readonly (string | null | undefined)[]): void {
  const title = [...parts, product].filter(Boolean).join(' · ')
  useEffect(() => {
    document.title = title
  }, [title])
}

export interface Crumb {
  label: string
  to: string
}

export interface PageHeaderProps {
  title: string
  /** The page within a thing that has several: 任务清单; stands first in the browser's tab. */
  tab?: string
  /** The places above this one, outermost first. */
  crumbs?: readonly Crumb[]
  /** Facts beside the title: document number, version, state. */
  meta?: ReactNode
  /** What can be done here, the main act last. */
  actions?: ReactNode
}

/** Where one is, what it is called, what can be done. */
export function PageHeader({ title, tab, crumbs = [], meta, actions }: PageHeaderProps) {
  const above = crumbs.at(-1)?.label
  useDocumentTitle(tab, title, above)
  return (
    <header className="page-header">
      {crumbs.length > 0 && (
        <nav className="crumbs no-print" aria-label="所在位置">
          {crumbs.map(({ label, to }, i) => (
            <Fragment key={to}>
              {i > 0 && <span aria-hidden>›</span>}
              <Link to={to}>{label}</Link>
            </Fragment>
          ))}
        </nav>
      )}
      <div className="page-header-line">
        <h1>{title}</h1>
        {meta && <div className="page-meta">{meta}</div>}
        {actions && <div className="page-actions no-print">{actions}</div>}
      </div>
    </header>
  )
}

interface PageProps extends PageHeaderProps {
  children: ReactNode
  /** `reading` keeps lines short; `full` uses the whole window without margins. */
  width?: 'reading' | 'wide' | 'full'
  /** How much is behind each tab of this page. */
  counts?: Readonly<Record<string, number>>
}

/** A screen: header and content on paper. */
export function Page({ children, width = 'wide', counts, ...header }: PageProps) {
  return (
    <div className={`page page-${width}`}>
      <PageHeader {...header} />
      <PageTabs counts={counts} />
      <UnderTitle value>{children}</UnderTitle>
    </div>
  )
}

/** A white sheet with a hairline around it. */
export function Sheet({ title, aside, children }: { title?: ReactNode; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="sheet">
      {title && (
        <div className="sheet-head">
          <h2>{title}</h2>
          {aside}
        </div>
      )}
      {children}
    </section>
  )
}
