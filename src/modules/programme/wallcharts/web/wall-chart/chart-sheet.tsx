import type { ChartRow } from '../../domain/wall-chart/row.ts'
import type { WallChartModel } from '../../domain/wall-chart.ts'
import { ChartAxis, TodayLine } from './chart-axis.tsx'
import { BarWords, ChartBar, type TaskLinks } from './chart-bar.tsx'
import { ChartLegend } from './chart-legend.tsx'
import { ChartTarget } from './chart-target.tsx'
import { ChartTitle } from './chart-title.tsx'
import type { Palette } from './palette.ts'

interface ChartSheetProps {
  model: WallChartModel
  page: number
  palette: Palette
  links?: TaskLinks
}

function Row({ row, top, model, palette, links }: Omit<ChartSheetProps, 'page'> & { row: ChartRow; top: number }) {
  const { measures, sheet } = model
  const bottom = top + row.height
  return (
    <g>
      {row.heading.map((line, i) => (
        <text
          key={line}
          x={measures.headingLeft}
          y={top + row.height / 2 + (i - (row.heading.length - 1) / 2) * measures.leading}
          fontSize={measures.text}
          fontWeight={600}
          fill={palette.text}
          dominantBaseline="central"
        >
          {line}
        </text>
      ))}
      {row.key === 'overall' && (
        <rect
          x={measures.axis.left}
          y={top}
          width={sheet.width - sheet.margin - measures.axis.left}
          height={row.height}
          fill={palette.paper}
        />
      )}
      {row.bars.map((bar) => (
        <ChartBar key={bar.task.id} bar={bar} {...{ top, measures, palette, links }} />
      ))}
      {row.targets.map((placed) => (
        <ChartTarget key={placed.target.id} placed={placed} {...{ top, measures, palette }} />
      ))}
      <path
        d={`M${sheet.margin} ${bottom}H${sheet.width - sheet.margin}`}
        stroke={palette.line}
        strokeWidth={measures.text * 0.06}
      />
    </g>
  )
}

/** The top edge of every row. */
const topsOf = (rows: readonly ChartRow[], first: number): readonly number[] =>
  rows.map((_, i) => rows.slice(0, i).reduce((sum, row) => sum + row.height, first))

/** One page of a wall chart as a drawing; it scales to whatever holds it. */
export function ChartSheet({ model, page, palette, links }: ChartSheetProps) {
  const { sheet, measures, pages, input } = model
  const rows = pages[page] ?? []
  const head = sheet.margin + measures.titleHeight
  const body = head + measures.axisHeight
  const bottom = body + rows.reduce((sum, row) => sum + row.height, 0)
  const height = sheet.height ?? bottom + measures.legendHeight + sheet.margin
  const tops = topsOf(rows, body)
  return (
    <svg
      className="chart-sheet"
      viewBox={`0 0 ${sheet.width} ${height}`}
      role="group"
      aria-label={`${input.programme.title}，任务挂图`}
    >
      <rect width={sheet.width} height={height} fill={palette.paper} />
      <ChartTitle model={model} palette={palette} page={page} />
      <ChartAxis model={model} palette={palette} top={head} bottom={bottom} />
      {rows.map(
        (row, i) =>
          row.key !== 'overall' && <Row key={row.key} row={row} top={tops[i] ?? body} {...{ model, palette, links }} />,
      )}
      <TodayLine model={model} palette={palette} top={head} bottom={bottom} />
      {rows.flatMap((row, i) =>
        row.bars.map((bar) => (
          <BarWords key={`${row.key}${bar.task.id}`} bar={bar} top={tops[i] ?? body} {...{ measures, palette }} />
        )),
      )}
      {rows[0]?.key === 'overall' && <Row row={rows[0]} top={body} {...{ model, palette }} />}
      <ChartLegend
        model={model}
        palette={palette}
        top={sheet.height === null ? bottom : height - sheet.margin - measures.legendHeight}
      />
    </svg>
  )
}
