import type { ChartChange } from '../../domain/wall-chart/chart.ts'
import type { Palette } from './palette.ts'

interface ChangeSignProps {
  kind: ChartChange['kind']
  cx: number
  cy: number
  /** Size of the text it stands in. */
  size: number
  palette: Palette
}

export const changeWords: Record<ChartChange['kind'], string> = {
  worse: '本周转差',
  better: '本周转好',
  finished: '本周办结',
  moved: '本周调整日期',
}

/** Drawn within a box from −1 to 1: arrow down, arrow up, tick, arrow to the right. */
const shapes: Record<ChartChange['kind'], string> = {
  worse: 'M0 -0.9V0.8M-0.6 0.15L0 0.85L0.6 0.15',
  better: 'M0 0.9V-0.8M-0.6 -0.15L0 -0.85L0.6 -0.15',
  finished: 'M-0.8 0.05L-0.25 0.65L0.85 -0.65',
  moved: 'M-0.9 0H0.8M0.2 -0.55L0.85 0L0.2 0.55',
}

/** What the week did to a task, as a sign that is read without colour too. */
export function ChangeSign({ kind, cx, cy, size, palette }: ChangeSignProps) {
  const colours = {
    worse: palette.bar.red.lamp,
    better: palette.bar.green.lamp,
    finished: palette.bar.green.lamp,
    moved: palette.accent,
  }
  const r = size * 0.42
  return (
    <g transform={`translate(${cx} ${cy}) scale(${r})`}>
      <title>{changeWords[kind]}</title>
      <circle r={1.32} fill={palette.paper} />
      <path
        d={shapes[kind]}
        fill="none"
        stroke={colours[kind]}
        strokeWidth={0.4}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </g>
  )
}
