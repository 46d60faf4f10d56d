import { type KeyboardEvent, useEffect, useMemo, useState } from 'react'
import { rotationOf, turnedTo } from '../../domain/rotation.ts'
import { type ChartInput, type ChartRows, sheets } from '../../domain/wall-chart/chart.ts'
import { layOutWallChart } from '../../domain/wall-chart.ts'
import { ChangesSheet } from './changes-sheet.tsx'
import { ChartSheet } from './chart-sheet.tsx'
import { dark, light } from './palette.ts'
import './wall-chart.css'

interface WallScreenProps {
  chart: ChartInput
  rows: ChartRows
  night: boolean
  /** Seconds a picture stays. */
  seconds: number
  /** Said at the foot: that the connection is lost, and as of when the picture is. */
  warning: string | null
}

function useTurning(count: number, seconds: number) {
  const [turns, setTurns] = useState(0)
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held || count < 2) return
    const timer = window.setTimeout(() => setTurns(turns + 1), seconds * 1000)
    return () => window.clearTimeout(timer)
  }, [held, count, seconds, turns])
  const steer = (e: KeyboardEvent) => {
    if (e.key === 'ArrowRight' || e.key === 'PageDown') setTurns(turns + 1)
    else if (e.key === 'ArrowLeft' || e.key === 'PageUp') setTurns(turns - 1)
    else if (e.key === ' ') setHeld(!held)
    else return
    e.preventDefault()
  }
  return { at: turnedTo(turns, count), held, steer }
}

/** The chart on the wall, 1920 × 1080, turning its pictures by itself; arrow keys turn, space holds. */
export function WallScreen({ chart, rows, night, seconds, warning }: WallScreenProps) {
  const model = useMemo(() => layOutWallChart(chart, sheets.wall, rows), [chart, rows])
  const pictures = useMemo(() => rotationOf(model), [model])
  const { at, held, steer } = useTurning(pictures.length, seconds)
  const picture = pictures[at] ?? { kind: 'chart' as const, page: 0 }
  const palette = night ? dark : light
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
      {picture.kind === 'chart' ? (
        <ChartSheet model={model} page={picture.page} palette={palette} />
      ) : (
        <ChangesSheet input={chart} page={picture} palette={palette} />
      )}
      {held && <p className="wall-held">已停住，按空格键继续</p>}
      {warning !== null && (
        <p className="wall-warning" role="status">
          {warning}
        </p>
      )}
    </div>
  )
}
