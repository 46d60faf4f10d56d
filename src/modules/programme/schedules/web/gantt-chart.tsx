import { dayOn, shortDay } from '#kernel/day.ts'
import { useIsPhone } from '#ui/media.ts'
import { useUrlWord } from '#ui/url-state.ts'
import type { ScheduleBoard, ScheduleSummary } from '../contract.ts'
import { type GanttScale, placeOn, scaleOf } from '../domain/gantt-scale.ts'
import { GanttCard } from './gantt-card.tsx'
import { GanttRow } from './gantt-row.tsx'

interface GanttProps {
  board: ScheduleBoard
  lines: readonly ScheduleSummary[]
}

const monthsFrom = (day: string, months: number): string => {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return dayOn(year, month + months, 1)
}

function useScale({ board, lines }: GanttProps): GanttScale {
  const range = useUrlWord('range')
  const { on } = board
  if (range === 'year') return scaleOf(`${on.slice(0, 4)}-01-01`, `${on.slice(0, 4)}-12-31`)
  if (range === 'near') return scaleOf(monthsFrom(on, -1), monthsFrom(on, 5))
  const starts = lines.flatMap(({ startOn }) => startOn ?? []).sort()
  const ends = lines.flatMap(({ finishOn, deadlineOn }) => deadlineOn ?? finishOn ?? []).sort()
  const first = [starts[0], board.startOn].filter((day) => day !== undefined && day !== null).sort()[0] ?? on
  return scaleOf(first, ends.at(-1) ?? board.endOn ?? on)
}

function Axis({ scale, today }: { scale: GanttScale; today: string }) {
  const isIn = today >= scale.from && today <= scale.to
  return (
    <div className="gantt-axis" aria-hidden>
      {scale.marks.map(({ label, at, isYear }) => (
        <span key={at} style={{ left: `${at}%` }} data-year={isYear}>
          {label}
        </span>
      ))}
      {isIn && <b style={{ left: `${placeOn(scale, today)}%` }}>{shortDay(today)}</b>}
    </div>
  )
}

function Grid({ scale, today }: { scale: GanttScale; today: string }) {
  const isIn = today >= scale.from && today <= scale.to
  return (
    <div className="gantt-grid" aria-hidden>
      {scale.marks.map(({ at, isYear }) => (
        <i key={at} style={{ left: `${at}%` }} data-year={isYear} />
      ))}
      {isIn && <b style={{ left: `${placeOn(scale, today)}%` }} />}
    </div>
  )
}

/** Tasks down, time across: each step a bar from its latest start to its latest finish, today a thin red line. */
export function GanttChart(props: GanttProps) {
  const { board, lines } = props
  const scale = useScale(props)
  const phone = useIsPhone()
  if (phone)
    return (
      <ul className="card-list">
        {lines.map((line) => (
          <li key={line.taskId} className="card">
            <GanttCard line={line} scale={scale} today={board.on} />
          </li>
        ))}
      </ul>
    )
  return (
    <div className="gantt">
      <Grid scale={scale} today={board.on} />
      <table>
        <caption className="unseen">倒排工期</caption>
        <thead>
          <tr>
            <th scope="col">任务</th>
            <th scope="col">下一步</th>
            <th scope="col">机动</th>
            <th scope="col" className="gantt-track-head">
              <span className="unseen">时间</span>
              <Axis scale={scale} today={board.on} />
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <GanttRow key={line.taskId} line={line} scale={scale} today={board.on} />
          ))}
        </tbody>
      </table>
      <Legend />
    </div>
  )
}

function Legend() {
  return (
    <p className="gantt-legend">
      <span>
        <i data-state="ahead" /> 未到开始
      </span>
      <span>
        <i data-state="ahead" data-tentative="true" /> 未到开始，日期暂定
      </span>
      <span>
        <i data-state="current" /> 应在办
      </span>
      <span>
        <i data-state="late" /> 已过最迟完成日
      </span>
      <span>
        <i data-state="done" /> 已办结
      </span>
      <span>
        <i data-state="ahead" data-mark="true" /> 节点（只有一个日期）
      </span>
      <span>
        <em>◆</em> 完成期限
      </span>
      <span>
        <b /> 今天
      </span>
    </p>
  )
}
