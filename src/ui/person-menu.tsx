import { Link } from '@tanstack/react-router'
import { Dropdown } from 'antd'
import type { ReactElement } from 'react'

/** What else the person may act in. */
export interface Offers {
  duties: readonly { id: string; title: string }[]
  onWanted: () => void
  onChoose: (id: string) => void
}

interface PersonMenuProps {
  person: { name: string; duty: string }
  offers: Offers
  onSignOut: () => void
  open: boolean
  onOpen: (open: boolean) => void
  /** The button it hangs on. */
  children: ReactElement
}

/** Who is there, and what is theirs. */
export function PersonMenu({ person, offers, onSignOut, open, onOpen, children }: PersonMenuProps) {
  const duties = offers.duties.map(({ id, title }) => ({ key: id, label: title, onClick: () => offers.onChoose(id) }))
  const items = [
    { key: 'who', label: `${person.name}（${person.duty}）`, disabled: true },
    ...(duties.length > 0 ? [{ key: 'duties', type: 'group' as const, label: '切换身份', children: duties }] : []),
    { key: 'sessions', label: <Link to="/account">账号与登录</Link> },
    { key: 'notices', label: <Link to="/account/notices">消息设置</Link> },
    { key: 'out', label: '退出登录', onClick: onSignOut },
  ]
  return (
    <Dropdown
      menu={{ items }}
      trigger={['click']}
      placement="bottomRight"
      open={open}
      onOpenChange={onOpen}
      // Within the head, so that it lies in a landmark.
      getPopupContainer={(button) => button.parentElement ?? document.body}
    >
      {children}
    </Dropdown>
  )
}
