import { ink } from './ink.ts'

export type LampColour = 'green' | 'yellow' | 'red' | 'grey'
export type Freshness = 'fresh' | 'stale'

const fills: Record<LampColour, string> = { green: ink.green, yellow: ink.yellow, red: ink.red, grey: ink.grey }

interface LampShapeProps {
  colour: LampColour
  cx: number
  cy: number
  /** Diameter of the shape, without the outline. */
  size: number
  freshness?: Freshness
  /** Another ink and paper, for dark grounds. */
  fill?: string
  paper?: string
}

/** The lamp inside a drawing: circle, triangle, square or ring; a dashed outline says that the report behind it is old. */
export function LampShape(props: LampShapeProps) {
  const { colour, cx, cy, size, freshness = 'fresh', paper = '#fff', fill = fills[props.colour] } = props
  const r = size / 2
  const outline = freshness === 'stale' && (
    <circle
      cx={cx}
      cy={cy}
      r={r * 1.5}
      fill="none"
      stroke={fill}
      strokeWidth={size * 0.09}
      strokeDasharray={`${size * 0.22} ${size * 0.17}`}
    />
  )
  return (
    <g>
      {outline}
      {colour === 'green' && <circle cx={cx} cy={cy} r={r} fill={fill} />}
      {colour === 'yellow' && (
        <path d={`M${cx} ${cy - r * 1.05}L${cx + r * 1.12} ${cy + r * 0.88}H${cx - r * 1.12}Z`} fill={fill} />
      )}
      {colour === 'red' && <rect x={cx - r * 0.9} y={cy - r * 0.9} width={r * 1.8} height={r * 1.8} fill={fill} />}
      {colour === 'grey' && <circle cx={cx} cy={cy} r={r * 0.82} fill={paper} stroke={fill} strokeWidth={r * 0.34} />}
    </g>
  )
}

interface LampProps {
  colour: LampColour
  /** The verdict in words, read aloud and shown on hover: “滞后 12 天”. */
  label: string
  freshness?: Freshness
  size?: number
  /** Shows the words beside the shape. */
  withLabel?: boolean
}

/** A lamp in running text; readable in black and white and without colours. */
export function Lamp({ colour, label, freshness = 'fresh', size = 12, withLabel = false }: LampProps) {
  const words = freshness === 'stale' ? `${label}（报送已过期）` : label
  const box = size * 1.7
  return (
    <span className="lamp" title={words}>
      <svg width={box} height={box} role="img" aria-label={words} aria-hidden={withLabel}>
        <LampShape colour={colour} cx={box / 2} cy={box / 2} size={size} freshness={freshness} />
      </svg>
      {withLabel && <span>{label}</span>}
    </span>
  )
}
