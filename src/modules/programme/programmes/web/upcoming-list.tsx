import { Link } from '@tanstack/react-router'
import { daysBetween, daysLeftInWords } from '#kernel/day.ts'
import { NameList } from '#ui/name-list.tsx'
import { Sheet } from '#ui/page.tsx'
import type { ProgrammeView } from '../contract.ts'

/** What comes due next, soonest first. */
export function UpcomingList({ programme }: { programme: ProgrammeView }) {
  const { id, upcoming, today } = programme
  const all = (
    <Link to={`/programmes/${id}/tasks`} search={{ sort: 'due', group: 'none' }}>
      全部任务按期限排列
    </Link>
  )
  return (
    <Sheet title="接下来到期" aside={upcoming.length > 0 && all}>
      {upcoming.length === 0 ? (
        <p className="quiet">没有即将到期的任务：没有写明期限，或者都已过期。</p>
      ) : (
        <ol className="upcoming">
          {upcoming.map(({ taskId, title, dueOn, leads }) => (
            <li key={taskId}>
              <time dateTime={dueOn}>{dueOn}</time>
              <Link to={`/tasks/${taskId}`} className="upcoming-title">
                {title}
              </Link>
              <span className="upcoming-lead">
                <NameList names={leads.map(({ name }) => name)} none="未明确牵头单位" />
              </span>
              <span className="upcoming-left" data-soon={daysBetween(today, dueOn) <= 30}>
                {daysLeftInWords(dueOn, today)}
              </span>
            </li>
          ))}
        </ol>
      )}
    </Sheet>
  )
}
