import { Dropdown, type MenuProps } from 'antd'
import type { ReactElement } from 'react'

interface OpenMenuProps {
  items: NonNullable<MenuProps['items']>
  open: boolean
  onOpen: (open: boolean) => void
  /** The button it hangs on. */
  children: ReactElement
}

/** A menu that hangs on a button. */
export function Menu({ items, open, onOpen, children }: OpenMenuProps) {
  return (
    <Dropdown
      menu={{ items }}
      trigger={['click']}
      placement="bottomRight"
      open={open}
      onOpenChange={onOpen}
      // A menu of the head lies in its landmark.
      getPopupContainer={(button) => button.closest('header') ?? document.body}
    >
      {children}
    </Dropdown>
  )
}
