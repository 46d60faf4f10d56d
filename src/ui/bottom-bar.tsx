import { Link } from '@tanstack/react-router'
import { Drawer } from 'antd'
import { useState } from 'react'
import type { NavArea } from './navigation.ts'

/** As many as a thumb can tell apart on 390 px. */
const room = 5

function Entry({ to, title, icon: Icon, current }: NavArea) {
  return (
    <Link
      to={to}
      activeOptions={{ exact: true, includeSearch: false }}
      data-current={current}
      aria-current={current ? 'true' : undefined}
    >
      <span aria-hidden>
        <Icon />
      </span>
      <span>{title}</span>
    </Link>
  )
}

/** The areas of a phone, under the thumb; what does not fit waits in a drawer. */
export function BottomBar({ areas }: { areas: readonly NavArea[] }) {
  const [open, setOpen] = useState(false)
  const fits = areas.length <= room
  const shown = fits ? areas : areas.slice(0, room - 1)
  return (
    <nav className="bottom-bar no-print" aria-label="主导航">
      {shown.map((area) => (
        <Entry key={area.title} {...area} />
      ))}
      {!fits && (
        <button type="button" className="plain-button" onClick={() => setOpen(true)}>
          <b aria-hidden>⋯</b>
          <span>更多</span>
        </button>
      )}
      <Drawer title="更多" placement="bottom" size={280} open={open} onClose={() => setOpen(false)}>
        <div className="more-areas" onClickCapture={() => setOpen(false)}>
          {areas.slice(room - 1).map((area) => (
            <Entry key={area.title} {...area} />
          ))}
        </div>
      </Drawer>
    </nav>
  )
}
