import { type Bar, barOf, packLanes } from './bar.ts'
import type { ChartTarget, ChartTask } from './chart.ts'
import { stackLanes } from './lanes.ts'
import type { Measures } from './measures.ts'
import { fitText, headingLines, textWidth } from './text-fit.ts'

export interface PlacedBar extends Bar {
  /** Top of the bar, from the top of its row. */
  y: number
}

export interface PlacedTarget {
  target: ChartTarget
  x: number
  width: number
  y: number
  label: string
  /** `88 / 100` and its unit. */
  figure: string
}

export interface ChartRow {
  key: string
  /** The heading, broken into lines. */
  heading: readonly string[]
  tasks: readonly ChartTask[]
  bars: readonly PlacedBar[]
  targets: readonly PlacedTarget[]
  height: number
  /** The rest of a row that began on the page before. */
  continued: boolean
}

export interface RowInput {
  key: string
  heading: string
  tasks: readonly ChartTask[]
  targets: readonly ChartTarget[]
  continued?: boolean
}

/** A target in words: number reached, number wanted; only the latter while nobody has reported anything. */
const figureOf = ({ valueText, targetText, unit }: ChartTarget, isReached: boolean): string =>
  `${isReached ? `${valueText} / ` : ''}${targetText}${unit === '' ? '' : ` ${unit}`}`

function placeTarget(
  target: ChartTarget,
  at: { x: number; y: number; width: number; more: number },
  { text: size, isReached }: Measures,
): PlacedTarget {
  const figure = fitText(figureOf(target, isReached), at.width * 0.62, size)
  const suffix = at.more > 0 ? ` 等 ${at.more + 1} 项` : ''
  const room = at.width - textWidth(figure, size) - textWidth(suffix, size) - size * 0.8
  return { target, x: at.x, width: at.width, y: at.y, label: fitText(target.label, room, size) + suffix, figure }
}

function placeTargets(
  task: ChartTask,
  targets: readonly ChartTarget[],
  at: { top: number; m: Measures },
): readonly PlacedTarget[] {
  const { top, m } = at
  const own = targets.filter((target) => target.taskId === task.id)
  const shown = own.slice(0, m.targetCap)
  return shown.flatMap((target, i) => {
    const column = m.targetColumns[i % m.targetColumns.length]
    if (!column) return []
    const y = top + Math.floor(i / m.targetColumns.length) * m.pitch
    const more = i === shown.length - 1 ? own.length - shown.length : 0
    const label = task.number === '' ? target.label : `${task.number} ${target.label}`
    return [placeTarget({ ...target, label }, { ...column, y, more }, m)]
  })
}

/** One row of the chart: its heading, its tasks in lanes, the targets of its tasks at the right edge. */
export function layOutRow({ key, heading, tasks, targets, continued = false }: RowInput, m: Measures): ChartRow {
  const drawn = tasks.map((task) => barOf(task, m.axis, m.text))
  const lanes = packLanes(drawn, m.text * 0.8)
  const linesOf = ({ id }: ChartTask) => {
    const count = targets.filter((target) => target.taskId === id).length
    return Math.ceil(Math.min(m.targetCap, count) / Math.max(1, m.targetColumns.length))
  }
  const stack = stackLanes(lanes, tasks.map(linesOf))
  const topOf = (line: number | undefined) => m.pad + (line ?? 0) * m.pitch
  const bars = drawn
    .map((bar, i) => ({ ...bar, y: topOf(stack.barLine[i]) + (m.pitch - m.barHeight) / 2 }))
    .sort((a, b) => a.y - b.y || a.x - b.x)
  const placed = tasks.flatMap((task, i) => placeTargets(task, targets, { top: topOf(stack.targetLine[i]), m }))
  const content = topOf(stack.total)
  const words = continued ? `${heading}（续）` : heading
  const lines = headingLines(words, m.headingWidth, {
    size: m.text,
    maxLines: Math.max(2, Math.floor((content + m.pad) / m.leading)),
  })
  const height = Math.max(content + m.pad, lines.length * m.leading + m.pad * 2)
  return { key, heading: lines, tasks, bars, targets: placed, height, continued }
}

/** The targets of the programme as a whole, in columns over the width of the chart; the last is the column of targets. */
export function layOutOverall(targets: readonly ChartTarget[], m: Measures): ChartRow {
  const gap = m.text * 2
  const across = (m.targetColumns[0]?.x ?? m.axis.right + gap) - gap - m.axis.left
  const inside = Math.max(1, Math.floor(across / (m.text * 20)))
  const width = (across - gap * (inside - 1)) / inside
  const overAxis = Array.from({ length: inside }, (_, i) => ({ x: m.axis.left + i * (width + gap), width }))
  const columns = [...overAxis, ...m.targetColumns]
  const placed = targets.flatMap((target, i) => {
    const column = columns[i % columns.length]
    const y = m.pad + Math.floor(i / columns.length) * m.pitch
    return column ? [placeTarget(target, { ...column, y, more: 0 }, m)] : []
  })
  const height = Math.ceil(targets.length / columns.length) * m.pitch + m.pad * 2
  return { key: 'overall', heading: ['总体目标'], tasks: [], bars: [], targets: placed, height, continued: false }
}
