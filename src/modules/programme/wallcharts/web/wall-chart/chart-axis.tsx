import { shortDay } from '#kernel/day.ts'
import type { WallChartModel } from '../../domain/wall-chart.ts'
import type { Palette } from './palette.ts'

interface ChartAxisProps {
  model: WallChartModel
  palette: Palette
  /** Where the two lines of months begin and where the rows end. */
  top: number
  bottom: number
}

/** Years and months on top, their lines through the rows, heads of the two outer columns. */
export function ChartAxis({ model, palette, top, bottom }: ChartAxisProps) {
  const { measures, years, months, sheet, rows } = model
  const { text, axis, axisHeight } = measures
  const body = top + axisHeight
  const edge = { stroke: palette.line, strokeWidth: text * 0.08 }
  const thin = { stroke: palette.hairline, strokeWidth: text * 0.05 }
  const head = { fontSize: text, fill: palette.secondary, dominantBaseline: 'central' as const }
  return (
    <g>
      <rect x={sheet.margin} y={top} width={sheet.width - sheet.margin * 2} height={axisHeight} fill={palette.band} />
      <path
        d={`M${sheet.margin} ${top}H${sheet.width - sheet.margin}M${sheet.margin} ${body}H${sheet.width - sheet.margin}`}
        {...edge}
      />
      {months.map(({ x, width, text: words }, i) => (
        <g key={x}>
          {i > 0 && <path d={`M${x} ${body}V${bottom}`} {...thin} />}
          {words !== '' && (
            <text x={x + width / 2} y={top + axisHeight * 0.73} {...head} fontSize={measures.small} textAnchor="middle">
              {words}
            </text>
          )}
        </g>
      ))}
      {years.map(({ x, width, text: words }) => (
        <g key={x}>
          <path d={`M${x} ${top}V${bottom}`} stroke={palette.line} strokeWidth={text * 0.05} />
          <text
            x={x + width / 2}
            y={top + axisHeight * 0.28}
            {...head}
            fill={palette.text}
            fontWeight={600}
            textAnchor="middle"
          >
            {words}
          </text>
        </g>
      ))}
      <path d={`M${axis.right} ${top}V${bottom}`} stroke={palette.line} strokeWidth={text * 0.05} />
      <text x={measures.headingLeft} y={top + axisHeight / 2} {...head}>
        {rows === 'action' ? '行动' : '牵头单位'}
      </text>
      {measures.targetColumns.map(({ x, width }) => (
        <g key={x}>
          <text x={x} y={top + axisHeight / 2} {...head}>
            目标
          </text>
          <text x={x + width} y={top + axisHeight / 2} {...head} textAnchor="end">
            {measures.isReached ? '现值 / 目标值' : '目标值'}
          </text>
        </g>
      ))}
    </g>
  )
}

/** Today, a thin red line through everything, named at its head. */
export function TodayLine({ model, palette, top, bottom }: ChartAxisProps) {
  const { todayX, measures, input } = model
  if (todayX === null) return null
  const size = measures.small
  const width = size * 2.8
  const y = top - size * 0.95
  const words = shortDay(input.today)
  return (
    <g>
      <title>{`今天 ${words}`}</title>
      <path d={`M${todayX} ${y}V${bottom}`} stroke={palette.today} strokeWidth={measures.text * 0.11} />
      <rect
        x={todayX - width / 2}
        y={y - size * 0.75}
        width={width}
        height={size * 1.5}
        rx={size * 0.2}
        fill={palette.today}
      />
      <text x={todayX} y={y} fontSize={size} fill={palette.paper} textAnchor="middle" dominantBaseline="central">
        今天
      </text>
    </g>
  )
}
