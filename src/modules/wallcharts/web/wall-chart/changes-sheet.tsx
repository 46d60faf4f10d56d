import { LampShape } from '#ui/lamp.tsx'
import { changesOnPage, type WallPage } from '../../domain/rotation.ts'
import { type ChartInput, type ChartTask, sheets } from '../../domain/wall-chart/chart.ts'
import { fitText } from '../../domain/wall-chart/text-fit.ts'
import { ChangeSign } from './change-sign.tsx'
import type { Palette } from './palette.ts'

interface ChangesSheetProps {
  input: ChartInput
  page: Extract<WallPage, { kind: 'changes' }>
  palette: Palette
}

const { width, height, margin } = sheets.wall
const size = 28
const top = 190
const pitch = (height - margin - 40 - top) / changesOnPage

function Line({ task, y, palette }: { task: ChartTask; y: number; palette: Palette }) {
  const text = { fontSize: size, fill: palette.text, dominantBaseline: 'central' as const }
  if (!task.change) return null
  return (
    <g>
      <path d={`M${margin} ${y + pitch / 2}H${width - margin}`} stroke={palette.hairline} strokeWidth={1} />
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
      <text x={margin + size * 4} y={y} {...text}>
        {fitText(`${task.number} ${task.title}`.trim(), 660, size)}
      </text>
      <text x={margin + 800} y={y} {...text} fill={palette.secondary}>
        {fitText(task.leads.join('、') || '未明确牵头单位', 320, size)}
      </text>
      <text x={margin + 1144} y={y} {...text}>
        {fitText(task.change.text, width - margin * 2 - 1144, size)}
      </text>
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
      <path d={`M${margin} ${top - 30}H${width - margin}`} stroke={palette.line} strokeWidth={2} />
      {tasks.map((task, i) => (
        <Line key={task.id} task={task} y={top + pitch * (i + 0.5) - 20} palette={palette} />
      ))}
    </svg>
  )
}
