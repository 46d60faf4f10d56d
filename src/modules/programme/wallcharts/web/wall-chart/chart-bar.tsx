import type { MouseEvent, ReactNode } from 'react'
import { callTask } from '#modules/programme/programmes/contract.ts'
import { LampShape } from '#ui/lamp.tsx'
import type { Measures } from '../../domain/wall-chart/measures.ts'
import type { PlacedBar } from '../../domain/wall-chart/row.ts'
import { ChangeSign } from './change-sign.tsx'
import { lampWords, type Palette } from './palette.ts'

/** How a mark of the chart leads to its record. */
export interface TaskLinks {
  hrefOf: (taskId: string) => string
  open: (taskId: string) => void
}

interface ChartBarProps {
  bar: PlacedBar
  /** Top of the row. */
  top: number
  measures: Measures
  palette: Palette
  links?: TaskLinks
}

function shapeOf({ x, width, end }: PlacedBar, y: number, m: Measures): string {
  const right = x + width
  const low = y + m.barHeight
  const tip = end === 'open' ? `L${right + m.text * 0.7} ${(y + low) / 2}L${right} ${low}` : `V${low}`
  return `M${x} ${y}H${right}${tip}H${x}Z`
}

const endWords = (bar: PlacedBar): string => {
  if (bar.end === 'open') return '长期'
  return bar.task.dueOn === null ? '未明确期限' : `${bar.task.dueOn} 前`
}

const nameOf = (bar: PlacedBar): string => {
  const { number, title, leads, lamp, isStale, reason, change } = bar.task
  const state = `${lampWords[lamp]}${isStale ? '（报送已过期）' : ''}`
  const facts = [
    callTask({ number, title }),
    leads.join('、') || '未明确牵头单位',
    endWords(bar),
    state,
    reason,
    change?.text,
  ]
  return facts.filter((fact) => fact).join('，')
}

function Linked({
  id,
  name,
  links,
  children,
}: {
  id: string
  name: string
  links: TaskLinks | undefined
  children: ReactNode
}) {
  if (!links) return <g>{children}</g>
  const follow = (e: MouseEvent) => {
    if (e.metaKey || e.ctrlKey || e.shiftKey) return
    e.preventDefault()
    links.open(id)
  }
  return (
    <a href={links.hrefOf(id)} onClick={follow} aria-label={name} className="chart-link">
      {children}
    </a>
  )
}

/** One task: its bar, its lamp, its milestones; the whole leads to the task. */
export function ChartBar({ bar, top, measures, palette, links }: ChartBarProps) {
  const { task, lampX, changeX, ticks, end } = bar
  const { text, barHeight } = measures
  const y = top + bar.y
  const middle = y + barHeight / 2
  const { fill, stroke, lamp } = palette.bar[task.lamp]
  const name = nameOf(bar)
  const dashes = end === 'undated' ? `${text * 0.5} ${text * 0.3}` : undefined
  return (
    <Linked id={task.id} name={name} links={links}>
      <title>{name}</title>
      <path
        d={shapeOf(bar, y, measures)}
        fill={end === 'undated' ? palette.paper : fill}
        stroke={stroke}
        strokeWidth={text * 0.09}
        strokeDasharray={dashes}
      />
      {ticks.map((tick) => (
        <path
          key={`${tick.x}${tick.title}`}
          d={`M${tick.x} ${y + barHeight - text * 0.1}l${text * 0.22} ${text * 0.36}h${-text * 0.44}z`}
          fill={tick.isDone ? palette.text : palette.paper}
          stroke={palette.text}
          strokeWidth={text * 0.07}
        >
          <title>{tick.title}</title>
        </path>
      ))}
      <LampShape
        colour={task.lamp}
        cx={lampX}
        cy={middle}
        size={text * 0.9}
        freshness={task.isStale ? 'stale' : 'fresh'}
        fill={lamp}
        paper={palette.paper}
      />
      {changeX !== null && task.change && (
        <ChangeSign kind={task.change.kind} cx={changeX} cy={middle} size={text} palette={palette} />
      )}
    </Linked>
  )
}

/** The words of a task, above today's line; those beside their bar keep a clear edge. */
export function BarWords({ bar, top, measures, palette }: Omit<ChartBarProps, 'links'>) {
  const { label } = bar
  const edge =
    label.where === 'inside' ? {} : { stroke: palette.paper, strokeWidth: measures.text * 0.35, paintOrder: 'stroke' }
  return (
    <text
      x={label.x}
      y={top + bar.y + measures.barHeight / 2}
      fontSize={measures.text}
      fill={palette.text}
      dominantBaseline="central"
      pointerEvents="none"
      strokeLinejoin="round"
      {...edge}
    >
      {label.text}
    </text>
  )
}
