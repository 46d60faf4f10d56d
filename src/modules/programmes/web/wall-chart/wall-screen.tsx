import { type KeyboardEvent, useEffect, useMemo, useState } from 'react'
import { type ChartInput, type ChartRows, sheets } from '../../domain/wall-chart/chart.ts'
import { layOutWallChart } from '../../domain/wall-chart.ts'
import { ChartSheet } from './chart-sheet.tsx'
import { dark, light } from './palette.ts'
import './wall-chart.css'

interface WallScreenProps {
  chart: ChartInput
  rows: ChartRows
  night?: boolean
  /** Seconds a page stays; long enough to read twenty rows. */
  seconds?: number
}

/** The chart on the wall, 1920 × 1080, turning its pages by itself; arrow keys turn, space holds. */
export function WallScreen({ chart, rows, night = false, seconds = 20 }: WallScreenProps) {
  const model = useMemo(() => layOutWallChart(chart, sheets.wall, rows), [chart, rows])
  const [turned, setTurned] = useState(0)
  const [held, setHeld] = useState(false)
  const count = model.pages.length
  const page = ((turned % count) + count) % count
  useEffect(() => {
    if (held || count < 2) return
    const timer = window.setTimeout(() => setTurned(turned + 1), seconds * 1000)
    return () => window.clearTimeout(timer)
  }, [held, count, seconds, turned])
  const steer = (e: KeyboardEvent) => {
    if (e.key === 'ArrowRight' || e.key === 'PageDown') setTurned(turned + 1)
    else if (e.key === 'ArrowLeft' || e.key === 'PageUp') setTurned(turned - 1)
    else if (e.key === ' ') setHeld(!held)
    else return
    e.preventDefault()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the wall is steered by keys and has no other control
    <div
      className="wall-screen"
      data-night={night}
      tabIndex={0}
      onKeyDown={steer}
      role="application"
      aria-label="挂图大屏，左右键翻页，空格键停住"
    >
      <ChartSheet model={model} page={page} palette={night ? dark : light} />
      {held && <p className="wall-held">已停住，按空格键继续</p>}
    </div>
  )
}
