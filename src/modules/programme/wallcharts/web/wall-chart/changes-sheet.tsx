import { callTask } from '#modules/programme/programmes/contract.ts'
import { LampShape } from '#ui/lamp.tsx'
import { changesOnPage, type WallPage } from '../../domain/rotation.ts'
import { type ChartInput, type ChartTask, sheets } from '../../domain/wall-chart/chart.ts'
import { wrapText } from '../../domain/wall-chart/text-fit.ts'
import { ChangeSign } from './change-sign.tsx'
import type { Palette } from './palette.ts'

interface ChangesSheetProps {
  input: ChartInput
  page: Extract<WallPage, { kind: 'changes' }>
  palette: Palette
}

const { width, height, margin } = sheets.wall
const size = 26
const top = 176
const pitch = (height - margin - 10 - top) / changesOnPage

interface CellProps {
  words: string
  x: number
  y: number
  width: number
  fill: string
}

/** Words in one line or two around the middle of their entry. */
function Cell({ words, x, y, width: room, fill }: CellProps) {
  const lines = wrapText(words, room, { size, maxLines: 2 })
  return lines.map((line, i) => (
    <text
      key={line}
      x={x}
      y={y + (i - (lines.length - 1) / 2) * size * 1.3}
      fontSize={size}
      fill={fill}
      dominantBaseline="central"
    >
      {line}
    </text>
  ))
}

function Entry({ task, y, palette }: { task: ChartTask; y: number; palette: Palette }) {
  if (!task.change) return null
  const leads = task.leads.join('、') || '未明确牵头单位'
  return (
    <g>
      <path d={`M${margin} ${y + pitch / 2}H${width - margin}`} stroke={palette.line} strokeWidth={1} />
      <LampShape
        colour={task.lamp}
        cx={margin + size}
        cy={y}
        size={size * 0.95}
        freshness={task.isStale ? 'stale' : 'fresh'}
        fill={palette.bar[task.lamp].lamp}
        paper={palette.paper}
      />
      <ChangeSign kind={task.change.kind} cx={margin + size * 2.8} cy={y} size={size} palette={palette} />
      <Cell words={callTask(task)} x={margin + 104} y={y} width={440} fill={palette.text} />
      <Cell words={leads} x={margin + 572} y={y} width={290} fill={palette.secondary} />
      <Cell words={task.change.text} x={margin + 890} y={y} width={width - margin * 2 - 890} fill={palette.text} />
    </g>
  )
}

/** What the week changed, as one picture of the wall. */
export function ChangesSheet({ input, page, palette }: ChangesSheetProps) {
  const { tasks, part, parts } = page
  return (
    <svg className="chart-sheet" viewBox={`0 0 ${width} ${height}`} role="group" aria-label="本周变化">
      <rect width={width} height={height} fill={palette.paper} />
      <g fill={palette.text} dominantBaseline="central">
        <text x={width / 2} y={margin + 40} fontSize={50} fontWeight={700} className="chart-title" textAnchor="middle">
          本周变化
        </text>
        <text x={margin} y={margin + 102} fontSize={size} fill={palette.secondary}>
          {input.programme.title}
        </text>
        <text x={width - margin} y={margin + 102} fontSize={size} fill={palette.secondary} textAnchor="end">
          {`截至 ${input.today}`}
          {parts > 1 && `　第 ${part + 1} 页，共 ${parts} 页`}
        </text>
      </g>
      <path d={`M${margin} ${top}H${width - margin}`} stroke={palette.line} strokeWidth={2} />
      {tasks.map((task, i) => (
        <Entry key={task.id} task={task} y={top + pitch * (i + 0.5)} palette={palette} />
      ))}
    </svg>
  )
}
