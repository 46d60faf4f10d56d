import { groupBy } from '#kernel/group-by.ts'
import { type Bar, barOf, packLanes } from './bar.ts'
import type { ChartTarget, ChartTask } from './chart.ts'
import { stackLanes } from './lanes.ts'
import type { Measures } from './measures.ts'
import { lowered, type PlacedTarget, placeInColumns, targetBlock } from './target-block.ts'
import { headingLines } from './text-fit.ts'

export interface PlacedBar extends Bar {
  /** Top of the bar, from the top of its row. */
  y: number
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

/** One row of the chart: its heading, its tasks in lanes, the targets of its tasks at the right edge. */
export function layOutRow({ key, heading, tasks, targets, continued = false }: RowInput, m: Measures): ChartRow {
  const drawn = tasks.map((task) => barOf(task, m.axis, m.text))
  const lanes = packLanes(drawn, m.text * 0.8)
  const ofTask = groupBy(targets, ({ taskId }) => taskId)
  const blocks = tasks.map((task) => targetBlock(task, ofTask.get(task.id) ?? [], m))
  const stack = stackLanes(
    lanes,
    blocks.map(({ lines }) => lines),
  )
  const topOf = (line: number | undefined) => m.pad + (line ?? 0) * m.pitch
  const bars = drawn
    .map((bar, i) => ({ ...bar, y: topOf(stack.barLine[i]) + (m.pitch - m.barHeight) / 2 }))
    .sort((a, b) => a.y - b.y || a.x - b.x)
  const placed = blocks.flatMap(({ placed }, i) => lowered(placed, topOf(stack.targetLine[i])))
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
  const each = m.labelLines === 1 ? 20 : 28
  const inside = Math.max(1, Math.floor(across / (m.text * each)))
  const width = (across - gap * (inside - 1)) / inside
  const overAxis = Array.from({ length: inside }, (_, i) => ({ x: m.axis.left + i * (width + gap), width }))
  const block = placeInColumns(targets, [...overAxis, ...m.targetColumns], m)
  const height = block.lines * m.pitch + m.pad * 2
  const placed = lowered(block.placed, m.pad)
  return { key: 'overall', heading: ['总体目标'], tasks: [], bars: [], targets: placed, height, continued: false }
}
