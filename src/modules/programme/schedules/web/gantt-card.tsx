import { Link } from '@tanstack/react-router'
import type { ScheduleSummary } from '../contract.ts'
import type { GanttScale } from '../domain/gantt-scale.ts'
import { NextStep } from './gantt-row.tsx'
import { GanttTrack } from './gantt-track.tsx'
import { Slack } from './slack.tsx'

interface CardProps {
  line: ScheduleSummary
  scale: GanttScale
  today: string
}

/** A task on a phone: the next step in words, the whole as a strip. */
export function GanttCard({ line, scale, today }: CardProps) {
  const done = line.bars.filter(({ doneOn }) => doneOn !== null).length
  return (
    <>
      <Link to={`/tasks/${line.taskId}`} className="card-title">
        {line.number} {line.title}
      </Link>
      <div className="card-line">
        <NextStep line={line} today={today} />
        <span>
          机动 <Slack days={line.slackDays} />
        </span>
      </div>
      <GanttTrack line={line} scale={scale} today={today} />
      <div className="card-line">
        <span>
          {line.bars.length} 步，已办结 {done} 步
        </span>
        <span>{line.deadlineOn === null ? '没有期限' : `期限 ${line.deadlineOn}`}</span>
      </div>
    </>
  )
}
