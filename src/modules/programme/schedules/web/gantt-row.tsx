import { Link } from '@tanstack/react-router'
import { taskMarks } from '#modules/programme/programmes/web/index.tsx'
import { NameList } from '#ui/name-list.tsx'
import { Parts } from '#ui/parts.tsx'
import type { ScheduleSummary } from '../contract.ts'
import type { GanttScale } from '../domain/gantt-scale.ts'
import { GanttTrack } from './gantt-track.tsx'
import { Slack } from './slack.tsx'

interface RowProps {
  line: ScheduleSummary
  scale: GanttScale
  today: string
}

/** The step that comes next, or why there is none. */
export function NextStep({ line, today }: Pick<RowProps, 'line' | 'today'>) {
  const { next, failure } = line
  if (failure !== null) return <span className="schedule-late">排不出</span>
  if (next === null) return <span className="quiet">全部办结</span>
  const isLate = next.finishOn < today
  return (
    <span className="gantt-next" title={next.words}>
      <span>{next.title}</span>
      <small data-late={isLate}>
        {next.startOn > today && !next.mark ? `${next.startOn} 开始` : `${next.finishOn} 前完成`}
        {next.tentative && '（暂定）'}
      </small>
    </span>
  )
}

/** One task: its name, what comes next, how much room is left, its steps in time. */
export function GanttRow({ line, scale, today }: RowProps) {
  const { taskId, number, title, leads } = line
  return (
    <tr>
      <th scope="row">
        <Link to={`/tasks/${taskId}`} className="gantt-title">
          <Parts slot={taskMarks} programmeId={line.programmeId} taskId={taskId} />
          {number} {title}
        </Link>
        <small>
          <NameList names={leads} none="未明确牵头单位" />
        </small>
      </th>
      <td>
        <NextStep line={line} today={today} />
      </td>
      <td className="right">
        <Slack days={line.slackDays} />
      </td>
      <td>
        <GanttTrack line={line} scale={scale} today={today} />
      </td>
    </tr>
  )
}
