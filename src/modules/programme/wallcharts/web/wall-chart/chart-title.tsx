import { chineseDay } from '#kernel/day.ts'
import { textWidth } from '../../domain/wall-chart/text-fit.ts'
import type { WallChartModel } from '../../domain/wall-chart.ts'
import type { Palette } from './palette.ts'

interface ChartTitleProps {
  model: WallChartModel
  palette: Palette
  page: number
}

/** Title, issuer and document number as on the sheet an office hangs up; day and page at the right. */
export function ChartTitle({ model, palette, page }: ChartTitleProps) {
  const { sheet, measures, input, pages, rows } = model
  const { title, issuer, number, period } = input.programme
  const { text } = measures
  const middle = sheet.width / 2
  const size = Math.min(text * 2.1, (sheet.width - sheet.margin * 2) / textWidth(title, 1))
  const origin = [issuer, number, `${chineseDay(period.start)}至${chineseDay(period.end)}`].filter(Boolean).join('　')
  const right = sheet.width - sheet.margin
  const base = sheet.margin + text * 5.2
  return (
    <g fill={palette.text}>
      <text
        x={middle}
        y={sheet.margin + text * 1.5}
        fontSize={size}
        fontWeight={700}
        className="chart-title"
        textAnchor="middle"
        dominantBaseline="central"
      >
        {title}
      </text>
      <text
        x={middle}
        y={sheet.margin + text * 3.5}
        fontSize={text}
        textAnchor="middle"
        dominantBaseline="central"
        fill={palette.secondary}
      >
        {origin}
      </text>
      <text x={sheet.margin} y={base} fontSize={text} fill={palette.secondary}>
        {rows === 'action' ? '任务挂图（按行动）' : '任务挂图（按牵头单位）'}
      </text>
      <text x={right} y={base} fontSize={text} textAnchor="end" fill={palette.secondary}>
        {`截至 ${input.today}`}
        {pages.length > 1 && `　第 ${page + 1} 页，共 ${pages.length} 页`}
      </text>
    </g>
  )
}
