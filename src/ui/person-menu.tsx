import { Link } from '@tanstack/react-router'
import { MenuButton } from './menu-button.tsx'

/** What else the person may act in; known once the menu was reached for. */
export interface Offers {
  duties: readonly { id: string; title: string }[]
  onWanted: () => void
  onChoose: (id: string) => void
}

interface PersonMenuProps {
  /** Who is there; the second line is the duty. */
  person: { name: string; duty: string; several: boolean }
  offers: Offers
  onSignOut: () => void
}

/** Who is there, and what is theirs. */
export function PersonMenu({ person, offers, onSignOut }: PersonMenuProps) {
  const duties = offers.duties.map(({ id, title }) => ({ key: id, label: title, onClick: () => offers.onChoose(id) }))
  const items = [
    { key: 'who', label: `${person.name}（${person.duty}）`, disabled: true },
    ...(duties.length > 0 ? [{ key: 'duties', type: 'group' as const, label: '切换身份', children: duties }] : []),
    { key: 'sessions', label: <Link to="/account">账号与登录</Link> },
    { key: 'notices', label: <Link to="/account/notices">消息设置</Link> },
    { key: 'help', label: <Link to="/help">帮助</Link> },
    { key: 'out', label: '退出登录', onClick: onSignOut },
  ]
  return (
    <MenuButton
      items={items}
      renderButton={(reach) => (
        <button
          type="button"
          className="plain-button shell-person"
          data-several={person.several || undefined}
          onFocus={offers.onWanted}
          onPointerDown={offers.onWanted}
          aria-label={`${person.name}，${person.duty}，账号菜单`}
          {...reach}
        >
          <span>{person.name}</span>
          <span className="quiet">{person.duty}</span>
        </button>
      )}
    />
  )
}
