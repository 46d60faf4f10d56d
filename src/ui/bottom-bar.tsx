import { Link } from '@tanstack/react-router'
import { Drawer } from 'antd'
import { useState } from 'react'
import type { PlaceLink } from './screen.ts'

/** As many as a thumb can tell apart on 390 px. */
const room = 5

function Entry({ to, label, icon: Icon, current }: PlaceLink) {
  return (
    <Link
      to={to}
      aria-current={current ? 'page' : undefined}
      activeOptions={{ exact: to === '/', includeSearch: false }}
      activeProps={{ 'aria-current': 'page' }}
    >
      <Icon />
      <span>{label}</span>
    </Link>
  )
}

/** The places of a phone, under the thumb; what does not fit waits in a drawer. */
export function BottomBar({ places }: { places: readonly PlaceLink[] }) {
  const [open, setOpen] = useState(false)
  const fits = places.length <= room
  const shown = fits ? places : places.slice(0, room - 1)
  return (
    <nav className="bottom-bar no-print" aria-label="主导航">
      {shown.map((place) => (
        <Entry key={place.to} {...place} />
      ))}
      {!fits && (
        <button type="button" className="plain-button" onClick={() => setOpen(true)}>
          <b aria-hidden>⋯</b>
          <span>更多</span>
        </button>
      )}
      <Drawer title="更多" placement="bottom" size={280} open={open} onClose={() => setOpen(false)}>
        <div className="more-places" onClickCapture={() => setOpen(false)}>
          {places.slice(room - 1).map((place) => (
            <Entry key={place.to} {...place} />
          ))}
        </div>
      </Drawer>
    </nav>
  )
}
