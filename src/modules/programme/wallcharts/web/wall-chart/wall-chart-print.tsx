import { useMemo } from 'react'
import { type ChartInput, type ChartRows, sheets } from '../../domain/wall-chart/chart.ts'
import { layOutWallChart } from '../../domain/wall-chart.ts'
import { ChartSheet } from './chart-sheet.tsx'
import { light } from './palette.ts'
import './wall-chart.css'

export type Paper = 'A3' | 'A0'

/** The sheets that come out of the printer; unseen on screen. The margins belong to the drawing, the paper has none. */
export function WallChartPrint({ chart, rows, paper }: { chart: ChartInput; rows: ChartRows; paper: Paper }) {
  const model = useMemo(() => layOutWallChart(chart, sheets[paper], rows), [chart, rows, paper])
  const { width, height } = sheets[paper]
  return (
    <div className="wall-chart-print" style={{ '--sheet-width': `${width}mm`, '--sheet-height': `${height}mm` }}>
      <style>{`@media print { @page { size: ${width}mm ${height}mm; margin: 0 } }`}</style>
      {model.pages.map((_, page) => (
        <div key={page} className="wall-chart-page">
          <ChartSheet model={model} page={page} palette={light} />
        </div>
      ))}
    </div>
  )
}
