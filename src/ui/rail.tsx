import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import type { NavArea, NavPage } from './navigation.ts'

/** A page is not in what its address only begins with. */
const exactly = { exact: true, includeSearch: false }

const pageLinks = (pages: readonly NavPage[]) =>
  pages.map(({ title, to, current }) => (
    <li key={to}>
      <Link to={to} activeOptions={exactly} data-current={current} aria-current={current ? 'page' : undefined}>
        {title}
      </Link>
    </li>
  ))

interface RailProps {
  areas: readonly NavArea[]
  narrow: boolean
  onWidth: (width: 'wide' | 'narrow') => void
}

/** The areas down the left side of a desk, under the current one its pages; made narrow, it leaves these to `AreaPages`. */
export function Rail({ areas, narrow, onWidth }: RailProps) {
  const Fold = narrow ? MenuUnfoldOutlined : MenuFoldOutlined
  return (
    <div className="rail no-print">
      <nav aria-label="主导航">
        <ul>
          {areas.map(({ title, icon: Icon, to, current, pages }) => (
            <li key={title}>
              <Link
                to={to}
                className="rail-area"
                activeOptions={exactly}
                data-current={current}
                aria-current={current ? 'true' : undefined}
              >
                <span aria-hidden>
                  <Icon />
                </span>
                <span>{title}</span>
              </Link>
              {current && pages.length > 1 && !narrow && <ul className="rail-pages">{pageLinks(pages)}</ul>}
            </li>
          ))}
        </ul>
      </nav>
      <button
        type="button"
        className="plain-button rail-fold"
        aria-expanded={!narrow}
        aria-label={narrow ? '展开导航' : '收起导航'}
        onClick={() => onWidth(narrow ? 'wide' : 'narrow')}
      >
        <Fold />
        <span>收起</span>
      </button>
    </div>
  )
}

/** The pages of the current area above the content, where the rail does not show them. */
export function AreaPages({ pages }: { pages: readonly NavPage[] }) {
  if (pages.length < 2) return null
  return (
    <nav className="area-pages no-print" aria-label="本区各页">
      <ul>{pageLinks(pages)}</ul>
    </nav>
  )
}
