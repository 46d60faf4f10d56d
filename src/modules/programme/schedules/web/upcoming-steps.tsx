import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { NameList } from '#ui/name-list.tsx'
import { Sheet } from '#ui/page.tsx'
import type { ScheduleBoard } from '../contract.ts'
import { type BoardLine, listUpcoming } from '../domain/board-lines.ts'

const days = 14
const shownFirst = 5

/** Steps that are late, under way or begin within two weeks, those due soonest first. */
export function UpcomingSteps({ board, lines }: { board: ScheduleBoard; lines: readonly BoardLine[] }) {
  const [all, setAll] = useState(false)
  const found = listUpcoming(lines, { today: board.on, days })
  if (found.length === 0) return null
  const shown = all ? found : found.slice(0, shownFirst)
  return (
    <Sheet
      title={`在办和两周内开始的步骤 ${found.length} 个`}
      aside={
        found.length > shownFirst && (
          <Button type="link" size="small" className="no-print" onClick={() => setAll(!all)}>
            {all ? '收起' : '全部显示'}
          </Button>
        )
      }
    >
      <ol className="schedule-upcoming">
        {shown.map(({ line, bar }) => (
          <li key={`${line.taskId}-${bar.stepId}`}>
            <time dateTime={bar.finishOn} data-late={bar.finishOn < board.on}>
              {bar.finishOn}
            </time>
            <span className="schedule-upcoming-step">
              {bar.title}
              {bar.finishOn < board.on && <span className="schedule-late">已过最迟完成日</span>}
              <span className="quiet">
                {bar.startOn > board.on && !bar.mark && `${bar.startOn} 开始，`}
                {bar.words}
              </span>
            </span>
            <span className="schedule-upcoming-task">
              <Link to={`/tasks/${line.taskId}`}>
                {line.number} {line.title}
              </Link>
              <span className="quiet">
                <NameList names={line.leads} none="未明确牵头单位" />
              </span>
            </span>
          </li>
        ))}
      </ol>
    </Sheet>
  )
}
