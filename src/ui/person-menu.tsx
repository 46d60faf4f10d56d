import { Link } from '@tanstack/react-router'
import { Dropdown } from 'antd'
import type { ReactElement } from 'react'

interface PersonMenuProps {
  person: { name: string; duty: string }
  onSignOut: () => void
  open: boolean
  onOpen: (open: boolean) => void
  /** The button it hangs on. */
  children: ReactElement
}

/** Who is there, and what is theirs. */
export function PersonMenu({ person, onSignOut, open, onOpen, children }: PersonMenuProps) {
  const items = [
    { key: 'who', label: `${person.name}（${person.duty}）`, disabled: true },
    { key: 'sessions', label: <Link to="/account">账号与登录</Link> },
    { key: 'notices', label: <Link to="/account/notices">消息设置</Link> },
    { key: 'help', label: <Link to="/help">帮助</Link> },
    { key: 'out', label: '退出登录', onClick: onSignOut },
  ]
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight" open={open} onOpenChange={onOpen}>
      {children}
    </Dropdown>
  )
}
