import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { dayOf, minuteOf } from '#kernel/moment.ts'
import { useWrite } from '#ui/client.ts'
import { type NoticeView, noticeContract } from '../contract.ts'
import { linkInto } from '../domain/notice.ts'

/** Notices under the days they came. */
export function NoticeList({ notices }: { notices: readonly NoticeView[] }) {
  const days = [...new Set(notices.map(({ createdAt }) => dayOf(createdAt)))]
  return days.map((day) => (
    <section key={day}>
      <h2 className="notice-day">{day}</h2>
      <ul className="notice-list">
        {notices
          .filter(({ createdAt }) => dayOf(createdAt) === day)
          .map((notice) => (
            <Entry key={notice.id} notice={notice} />
          ))}
      </ul>
    </section>
  ))
}

function Entry({ notice }: { notice: NoticeView }) {
  const { id, kindTitle, title, text, link, mandate, urgent, createdAt, readAt } = notice
  const read = useWrite(noticeContract.readNotice)
  const unread = readAt === null
  const mark = () => read.mutate({ noticeId: id })
  return (
    <li data-unread={unread}>
      <span className="notice-mark" aria-hidden />
      <div>
        <p className="notice-head">
          <small className="quiet">{kindTitle}</small>
          {urgent && <span className="notice-urgent">需尽快处理</span>}
          <Link
            to={mandate ? linkInto(link, mandate.id) : link}
            className="notice-title"
            onClick={() => unread && mark()}
          >
            {unread && <span className="unseen">未读：</span>}
            {title}
          </Link>
        </p>
        {mandate && <p className="quiet notice-text">发给您的另一身份：{mandate.title}</p>}
        {text !== '' && <p className="notice-text">{text}</p>}
      </div>
      <div className="notice-side">
        <time dateTime={createdAt.toISOString()}>{minuteOf(createdAt).slice(11)}</time>
        {unread && (
          <Button size="small" type="link" className="no-print" loading={read.isPending} onClick={mark}>
            标为已读
          </Button>
        )}
      </div>
    </li>
  )
}
