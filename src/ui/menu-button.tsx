import type { MenuProps } from 'antd'
import { lazy, type ReactElement, Suspense, useState } from 'react'

const load = async () => ({ default: (await import('./menu.tsx')).Menu })
const Menu = lazy(load)

/** What makes a button the button of a menu. */
interface Reach {
  'aria-haspopup': 'menu'
  'aria-expanded': boolean
  onClick?: () => void
  onPointerEnter?: () => void
}

interface MenuButtonProps {
  items: NonNullable<MenuProps['items']>
  renderButton: (reach: Reach) => ReactElement
}

/**
 * The menu is loaded when somebody reaches for it, and takes the place of the bare button once that was pressed: a button
 * exchanged under the pointer would lose the press.
 */
export function MenuButton({ items, renderButton }: MenuButtonProps) {
  const [isWanted, setWanted] = useState(false)
  const [open, setOpen] = useState(false)
  const begin = () => {
    setWanted(true)
    setOpen(true)
  }
  const aria = { 'aria-haspopup': 'menu', 'aria-expanded': open } as const
  if (!isWanted)
    return renderButton({ ...aria, onClick: begin, onPointerEnter: () => void load().catch(() => undefined) })
  return (
    <Suspense fallback={renderButton(aria)}>
      <Menu items={items} open={open} onOpen={setOpen}>
        {renderButton(aria)}
      </Menu>
    </Suspense>
  )
}
