import type { Measures } from '../../domain/wall-chart/measures.ts'
import type { PlacedTarget } from '../../domain/wall-chart/row.ts'
import type { Palette } from './palette.ts'

interface ChartTargetProps {
  placed: PlacedTarget
  top: number
  measures: Measures
  palette: Palette
}

/** One target: what, how much of how much, and a small track; a dashed track means nobody has said yet. */
export function ChartTarget({ placed, top, measures, palette }: ChartTargetProps) {
  const { target, x, width, label, figure } = placed
  const { text, pitch, isReached } = measures
  const y = top + placed.y
  const line = y + pitch - text * 0.22
  const middle = y + (pitch - text * 0.4) / 2
  const reached = target.progress === null ? null : Math.min(1, Math.max(0, target.progress))
  return (
    <g>
      <title>{`${target.label}：现值 ${target.valueText}，目标 ${target.targetText} ${target.unit}`}</title>
      <text x={x} y={middle} fontSize={text} fill={palette.text} dominantBaseline="central">
        {label}
      </text>
      <text
        x={x + width}
        y={middle}
        fontSize={text}
        fontWeight={600}
        fill={palette.text}
        textAnchor="end"
        dominantBaseline="central"
      >
        {figure}
      </text>
      <path
        d={`M${x} ${line}H${x + width}`}
        stroke={isReached ? palette.line : palette.hairline}
        strokeWidth={text * 0.06}
        strokeDasharray={isReached && reached === null ? `${text * 0.2} ${text * 0.2}` : undefined}
      />
      {reached !== null && (
        <>
          {reached > 0 && (
            <path d={`M${x} ${line}H${x + width * reached}`} stroke={palette.accent} strokeWidth={text * 0.2} />
          )}
          <path
            d={`M${x + width} ${line - text * 0.25}V${line + text * 0.1}`}
            stroke={palette.text}
            strokeWidth={text * 0.1}
          />
        </>
      )}
    </g>
  )
}
