import { withUnit } from '#kernel/figures.ts'
import type { ChartTarget, ChartTask } from './chart.ts'
import type { Measures } from './measures.ts'
import { fitText, textWidth, wrapText } from './text-fit.ts'

export interface PlacedTarget {
  target: ChartTarget
  x: number
  width: number
  y: number
  /** Lines of its name; the figure stands beside the last. */
  label: readonly string[]
  /** Height taken, in lines of the chart. */
  lines: number
  /** Left edge of the words: behind the lamp, if it has one. */
  textX: number
  /** `88 / 100` and its unit. */
  figure: string
}

/** Targets in a block, from its top. */
export interface TargetBlock {
  placed: readonly PlacedTarget[]
  lines: number
}

/** A target in words: number reached, number wanted; only the latter while nobody has reported anything. */
const figureOf = ({ valueText, targetText, unit }: ChartTarget, isReached: boolean): string =>
  `${isReached ? `${valueText} / ` : ''}${withUnit(targetText, unit)}`

/** Lines of the chart that so many lines of words need. */
const linesFor = (words: number, { text, leading, pitch }: Measures): number =>
  words <= 1 ? 1 : Math.ceil(((words - 1) * leading + text * 1.7) / pitch)

/** The name in as few lines as hold it; its last line leaves room for the figure. */
function linesOfName(name: string, widths: { beside: number; whole: number }, m: Measures): readonly string[] {
  const { text: size, labelLines } = m
  if (labelLines === 1 || textWidth(name, size) <= widths.beside) return [fitText(name, widths.beside, size)]
  const lines = wrapText(name, widths.whole, { size, maxLines: labelLines })
  const last = lines.at(-1) ?? ''
  return textWidth(last, size) <= widths.beside ? lines : wrapText(name, widths.beside, { size, maxLines: labelLines })
}

function placeTarget(
  target: ChartTarget,
  { x, width, more }: { x: number; width: number; more: number },
  m: Measures,
): PlacedTarget {
  const { text: size, isReached } = m
  const figure = fitText(figureOf(target, isReached), width * 0.62, size)
  const suffix = more > 0 ? ` 等 ${more + 1} 项` : ''
  const lamp = target.lamp === 'grey' ? 0 : size * 1.3
  const whole = width - lamp
  const beside = whole - textWidth(figure, size) - textWidth(suffix, size) - size * 0.8
  const lines = linesOfName(target.label, { beside, whole }, m)
  const label = lines.map((line, i) => (i === lines.length - 1 ? line + suffix : line))
  return { target, x, width, y: 0, label, lines: linesFor(label.length, m), textX: x + lamp, figure }
}

/** Targets beside and below one another in columns; a line of them is as high as its highest. */
export function placeInColumns(
  targets: readonly ChartTarget[],
  columns: Measures['targetColumns'],
  m: Measures,
  more = 0,
): TargetBlock {
  if (columns.length === 0) return { placed: [], lines: 0 }
  const placed: PlacedTarget[] = []
  let lines = 0
  for (let from = 0; from < targets.length; from += columns.length) {
    const beside = targets.slice(from, from + columns.length).flatMap((target, i) => {
      const column = columns[i]
      const isLast = from + i === targets.length - 1
      return column ? [placeTarget(target, { ...column, more: isLast ? more : 0 }, m)] : []
    })
    placed.push(...lowered(beside, lines * m.pitch))
    lines += Math.max(0, ...beside.map((one) => one.lines))
  }
  return { placed, lines }
}

/** The targets of a task that are written out; the last one says for how many more it stands. */
export function targetBlock(task: ChartTask, own: readonly ChartTarget[], m: Measures): TargetBlock {
  const shown = own.slice(0, m.targetCap).map((target) => {
    return { ...target, label: task.number === '' ? target.label : `${task.number} ${target.label}` }
  })
  return placeInColumns(shown, m.targetColumns, m, own.length - shown.length)
}

export const lowered = (placed: readonly PlacedTarget[], by: number): readonly PlacedTarget[] =>
  placed.map((one) => ({ ...one, y: one.y + by }))
