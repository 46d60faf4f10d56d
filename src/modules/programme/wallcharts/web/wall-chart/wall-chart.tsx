import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { type ChartInput, type ChartRows, screenSheet } from '../../domain/wall-chart/chart.ts'
import { layOutWallChart } from '../../domain/wall-chart.ts'
import type { TaskLinks } from './chart-bar.tsx'
import { ChartSheet } from './chart-sheet.tsx'
import { light } from './palette.ts'
import './wall-chart.css'

/** Under this width months become too narrow to read; the chart then scrolls sideways in its frame. */
const least = 1080

function useWidth(frame: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(least)
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const watcher = new ResizeObserver(() => setWidth(Math.max(least, Math.round(element.clientWidth))))
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [frame])
  return width
}

interface WallChartProps {
  chart: ChartInput
  rows: ChartRows
  links?: TaskLinks
}

/** The wall chart on a page: as wide as the window, as long as it needs. */
export function WallChart({ chart, rows, links }: WallChartProps) {
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  const model = useMemo(() => layOutWallChart(chart, screenSheet(width), rows), [chart, width, rows])
  return (
    <div className="wall-chart no-print" ref={frame}>
      <div style={{ width }}>
        <ChartSheet model={model} page={0} palette={light} links={links} />
      </div>
    </div>
  )
}
