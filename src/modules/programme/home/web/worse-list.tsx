import { Link } from '@tanstack/react-router'
import { Lamp } from '#ui/lamp.tsx'
import { NameList } from '#ui/name-list.tsx'
import { Sheet } from '#ui/page.tsx'
import type { HomeView, TaskNews } from '../contract.ts'
import { lampWords } from './lamp-words.ts'

const shown = 8

function NewsLine({ news }: { news: TaskNews }) {
  const { taskId, title, lamp, before, isStale, reasons, leads } = news
  return (
    <li className="news">
      <Lamp colour={lamp} label={lampWords[lamp]} freshness={isStale ? 'stale' : 'fresh'} size={13} />
      <div>
        <p>
          <Link to={`/tasks/${taskId}`} className="news-title">
            {title}
          </Link>
          <small className="quiet">
            由{lampWords[before]}转{lampWords[lamp]}
          </small>
        </p>
        {reasons.map((reason) => (
          <p key={reason} className="news-reason">
            {reason}
          </p>
        ))}
        <p className="quiet">
          <NameList names={leads} none="未明确牵头单位" />
        </p>
      </div>
    </li>
  )
}

/** What turned worse since a week ago, and why. */
export function WorseList({ home }: { home: HomeView }) {
  const { worse, programmeId } = home
  const isCut = worse.length > shown
  const week = (
    <Link to={`/programmes/${programmeId}/week`} search={{ change: isCut ? 'worse' : undefined }}>
      {isCut ? `全部 ${worse.length} 项` : '本周变化'}
    </Link>
  )
  const title = worse.length === 0 ? '本周没有任务转差' : `本周 ${worse.length} 项任务转差`
  return (
    <Sheet title={title} aside={week}>
      {worse.length === 0 ? (
        <p className="quiet">与一周前相比，没有任务由绿转黄、转红。</p>
      ) : (
        <ul>
          {worse.slice(0, shown).map((news) => (
            <NewsLine key={news.taskId} news={news} />
          ))}
        </ul>
      )}
    </Sheet>
  )
}
