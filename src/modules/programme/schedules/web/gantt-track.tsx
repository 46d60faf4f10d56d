import type { ScheduleSummary } from '../contract.ts'
import { type GanttScale, placeBars, placeOn } from '../domain/gantt-scale.ts'

interface TrackProps {
  line: ScheduleSummary
  scale: GanttScale
  today: string
}

const laneHeight = 12

type Bar = ScheduleSummary['bars'][number]

function stateOfBar({ doneOn, startOn, finishOn }: Bar, today: string): string {
  if (doneOn !== null) return 'done'
  if (finishOn < today) return 'late'
  return startOn <= today ? 'current' : 'ahead'
}

function wordsOfBar({ title, mark, words, startOn, finishOn, doneOn, byFigure, tentative }: Bar): string {
  if (doneOn !== null) return `${title}：${doneOn} ${byFigure ? '达到' : '办结'}（原定 ${finishOn} 前）`
  const when = mark ? `最迟 ${finishOn}` : `最迟 ${startOn} 开始、${finishOn} 完成`
  return `${title}：${when}${tentative ? '（暂定）' : ''}，${words}`
}

/** The bars of one task on the scale; steps that overlap lie below each other. */
export function GanttTrack({ line, scale, today }: TrackProps) {
  const placed = placeBars(line.bars, scale)
  const lanes = Math.max(1, ...placed.map(({ lane }) => lane + 1))
  const { deadlineOn } = line
  return (
    <div className="gantt-track" style={{ height: lanes * laneHeight + 6 }}>
      {placed.map(({ bar, left, width, lane }) => (
        <i
          key={bar.stepId}
          title={wordsOfBar(bar)}
          data-state={stateOfBar(bar, today)}
          data-tentative={bar.tentative}
          data-mark={bar.mark}
          style={{ left: `${left}%`, width: bar.mark ? undefined : `${width}%`, top: lane * laneHeight + 4 }}
        />
      ))}
      {deadlineOn !== null && deadlineOn >= scale.from && deadlineOn <= scale.to && (
        <em style={{ left: `${placeOn(scale, deadlineOn)}%` }} title={`完成期限 ${deadlineOn}`}>
          ◆
        </em>
      )}
    </div>
  )
}
