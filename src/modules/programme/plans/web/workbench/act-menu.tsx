import { Dropdown, type MenuProps } from 'antd'
import { type ReactNode, useState } from 'react'

interface ActMenuProps {
  className: string
  label?: string
  children: ReactNode
  /** Asked only when the menu opens: a long plan has thousands of these. */
  items: () => MenuProps['items']
  unsettled?: boolean
}

/** A button that opens a menu of acts. The menu itself comes into being with the first click. */
export function ActMenu({ className, label, children, items, unsettled }: ActMenuProps) {
  const [open, setOpen] = useState<boolean | null>(null)
  const button = (
    <button
      type="button"
      // The button is put in anew when its menu comes into being; without this the keyboard would lose its place.
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- gives focus back, takes none
      autoFocus={open !== null}
      className={`plain-button ${className}`}
      aria-label={label}
      aria-haspopup="menu"
      aria-expanded={open === true}
      data-unsettled={unsettled}
      onClick={open === null ? () => setOpen(true) : undefined}
    >
      {children}
    </button>
  )
  if (open === null) return button
  return (
    <Dropdown
      menu={{ items: open ? items() : [] }}
      open={open}
      onOpenChange={setOpen}
      trigger={['click']}
      placement="bottomRight"
      autoFocus
    >
      {button}
    </Dropdown>
  )
}
