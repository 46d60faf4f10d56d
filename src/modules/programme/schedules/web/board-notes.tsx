import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { Sheet } from '#ui/page.tsx'
import type { ScheduleBoard } from '../contract.ts'

/** How many conflicts stand open before the rest is asked for. */
const shownFirst = 3

/** Conflicts, each with what would solve it; the first few until the rest is asked for. */
export function Troubles({ board }: { board: ScheduleBoard }) {
  const [all, setAll] = useState(false)
  const troubles = board.tasks.filter(({ failure, late }) => failure !== null || late !== null)
  if (troubles.length === 0) return null
  const folded = all ? 0 : Math.max(0, troubles.length - shownFirst)
  return (
    <Sheet title={`${troubles.length} 项任务的时间有冲突`}>
      <ul className="schedule-troubles">
        {troubles.map(({ taskId, number, title, failure, late }, i) => (
          <li key={taskId} data-folded={i >= troubles.length - folded}>
            <Link to={`/tasks/${taskId}`}>
              {number} {title}
            </Link>
            <p>{failure ?? late}</p>
          </li>
        ))}
      </ul>
      {folded > 0 && (
        <Button type="link" className="no-print" onClick={() => setAll(true)}>
          显示其余 {folded} 项
        </Button>
      )}
    </Sheet>
  )
}

/** Years whose calendar nobody has published, and where it is entered. */
export function CalendarNote({ board }: { board: ScheduleBoard }) {
  const { unpublished } = board
  if (unpublished.length === 0) return null
  return (
    <p className="schedule-note">
      {unpublished.join('、')} 年的放假安排尚未公布，这些年份按周一至周五推算，涉及的日期为暂定。公布后请
      <Link to="/working-calendar">录入放假安排</Link>，工期随即重排。
    </p>
  )
}
