import { Link } from '@tanstack/react-router'
import { MenuButton } from './menu-button.tsx'

interface PersonMenuProps {
  /** Who is there; the second line is the duty. */
  person: { name: string; duty: string }
  onSignOut: () => void
}

/** Who is there, and what is theirs. */
export function PersonMenu({ person, onSignOut }: PersonMenuProps) {
  const items = [
    { key: 'who', label: `${person.name}（${person.duty}）`, disabled: true },
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
