import { BellOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { useRead } from '#ui/client.ts'
import { noticeContract } from '../contract.ts'
import './notices.css'

/**
 * How much has not been read, in the head of every page. It is asked again when a page is written to or returned to, not
 * by the minute: that would keep a session alive that nobody sits at.
 */
export function NoticeBell() {
  const { data } = useRead(noticeContract.countUnread, {})
  const unread = data?.unread ?? 0
  return (
    <Link to="/notices" className="notice-bell" aria-label={unread > 0 ? `消息，${unread} 条未读` : '消息'}>
      <BellOutlined />
      {unread > 0 && <b className="notice-count">{unread > 99 ? '99+' : unread}</b>}
    </Link>
  )
}
