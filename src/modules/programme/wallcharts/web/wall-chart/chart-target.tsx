import { withUnit } from '#kernel/figures.ts'
import { LampShape } from '#ui/lamp.tsx'
import type { Measures } from '../../domain/wall-chart/measures.ts'
import type { PlacedTarget } from '../../domain/wall-chart/target-block.ts'
import type { Palette } from './palette.ts'

interface ChartTargetProps {
  placed: PlacedTarget
  top: number
  measures: Measures
  palette: Palette
}

const sayTarget = ({ label, valueText, targetText, unit, asOfOn }: PlacedTarget['target']): string =>
  `${label}：现值 ${valueText}${asOfOn === null ? '' : `（${asOfOn}）`}，目标 ${withUnit(targetText, unit)}`

const within = (share: number): number => Math.min(1, Math.max(0, share))

/** How far the target is reached, where its path asks it to be today, where it ends; dashed when nobody has said yet. */
function Track({ placed, line, measures, palette }: Omit<ChartTargetProps, 'top'> & { line: number }) {
  const { x, width, target } = placed
  const { text, isReached } = measures
  const { progress, expected, lamp } = target
  const ends = x + width
  if (progress === null)
    return (
      <path
        d={`M${x} ${line}H${ends}`}
        stroke={isReached ? palette.line : palette.hairline}
        strokeWidth={text * 0.06}
        strokeDasharray={isReached ? `${text * 0.2} ${text * 0.2}` : undefined}
      />
    )
  const colour = lamp === 'yellow' || lamp === 'red' ? palette.bar[lamp].lamp : palette.accent
  const ask = expected === null ? null : x + width * within(expected)
  return (
    <g>
      <path d={`M${x} ${line}H${ends}`} stroke={palette.line} strokeWidth={text * 0.06} />
      {progress > 0 && (
        <path d={`M${x} ${line}H${x + width * within(progress)}`} stroke={colour} strokeWidth={text * 0.22} />
      )}
      <path d={`M${ends} ${line - text * 0.25}V${line + text * 0.1}`} stroke={palette.text} strokeWidth={text * 0.1} />
      {ask !== null && (
        <path d={`M${ask} ${line - text * 0.12}l${text * 0.18} ${text * 0.32}h${-text * 0.36}z`} fill={palette.text} />
      )}
    </g>
  )
}

/** One target: what, how much of how much, and a small track under it. */
export function ChartTarget({ placed, top, measures, palette }: ChartTargetProps) {
  const { target, x, width, textX, label, lines, figure } = placed
  const { text, pitch, leading } = measures
  const y = top + placed.y
  const line = y + pitch * lines - text * 0.22
  const last = line - text * 0.22 - (pitch - text * 0.4) / 2
  const lineOf = (i: number) => (lines === 1 ? y + (pitch - text * 0.4) / 2 : last - (label.length - 1 - i) * leading)
  return (
    <g>
      <title>{sayTarget(target)}</title>
      {target.lamp !== 'grey' && (
        <LampShape
          colour={target.lamp}
          cx={x + text * 0.45}
          cy={lineOf(0)}
          size={text * 0.75}
          fill={palette.bar[target.lamp].lamp}
          paper={palette.paper}
        />
      )}
      {label.map((words, i) => (
        <text key={words} x={textX} y={lineOf(i)} fontSize={text} fill={palette.text} dominantBaseline="central">
          {words}
        </text>
      ))}
      <text
        x={x + width}
        y={lineOf(label.length - 1)}
        fontSize={text}
        fontWeight={600}
        fill={palette.text}
        textAnchor="end"
        dominantBaseline="central"
      >
        {figure}
      </text>
      <Track placed={placed} line={line} measures={measures} palette={palette} />
    </g>
  )
}
