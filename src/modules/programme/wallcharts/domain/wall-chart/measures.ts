import type { ChartInput, Sheet } from './chart.ts'
import { monthsBetween, type TimeAxis, timeAxis } from './time-axis.ts'

/** All lengths of one drawing, in the units of its sheet. */
export interface Measures {
  text: number
  /** Of months and of today's tag. */
  small: number
  /** From one lane to the next. */
  pitch: number
  barHeight: number
  /** Above the first and below the last lane of a row. */
  pad: number
  leading: number
  labelLines: number
  targetCap: number
  axis: TimeAxis
  headingLeft: number
  headingWidth: number
  /** Where targets stand; empty when no task has any. */
  targetColumns: readonly { x: number; width: number }[]
  /** Whether anybody has said yet how far any target is reached; until then only what is wanted is shown. */
  isReached: boolean
  /** Where the title block, the two lines of months and the rows begin, and where the legend begins. */
  titleHeight: number
  axisHeight: number
  legendHeight: number
  /** Height left for rows; null when the sheet grows. */
  room: number | null
}

/** A chart does not run on for more than two years after its period for the sake of one late task. */
const lateMonths = 24

function lastDay({ programme, tasks }: ChartInput): string {
  const end = programme.period.end
  const limit = `${Number(end.slice(0, 4)) + lateMonths / 12}${end.slice(4)}`
  const latest = tasks.reduce((day, { dueOn }) => (dueOn !== null && dueOn > day ? dueOn : day), end)
  return latest < limit ? latest : limit
}

export interface Choice {
  text: number
  targetCap: number
  targetColumns: number
  /** How far lanes are drawn apart to fill the sheet; 1 is the least. */
  stretch: number
}

/** At the right edge, each wide enough for a name and its figures. */
function columnsOf(
  input: ChartInput,
  { width, margin, targetWidth }: Sheet,
  choice: Choice & { isReached: boolean },
): Measures['targetColumns'] {
  if (!input.targets.some((target) => target.taskId !== null)) return []
  const { text, targetColumns: count, isReached } = choice
  const each = Math.min(
    text * (isReached ? targetWidth : targetWidth * 0.8),
    (width * (count > 1 ? 0.44 : 0.3)) / count,
  )
  const gap = text * 1.2
  return Array.from({ length: count }, (_, i) => ({
    x: width - margin - (count - i) * each + gap / 2,
    width: each - gap,
  }))
}

/** Measures everything that follows from the sheet, the size of the text and the length of the period. */
export function measure(input: ChartInput, sheet: Sheet, choice: Choice): Measures {
  const { text, targetCap, stretch } = choice
  const { width, height, margin } = sheet
  const headingColumn = text * 9.5
  const isReached = input.targets.some((target) => target.progress !== null)
  const columns = columnsOf(input, sheet, { ...choice, isReached })
  const left = margin + headingColumn
  const right = (columns[0]?.x ?? width - margin) - text * (columns.length > 0 ? 2.1 : 1.6)
  const [titleHeight, axisHeight, legendHeight] = [text * 6, text * 3.5, text * 3]
  return {
    text,
    small: Math.max(text * 0.85, sheet.smallest),
    pitch: text * 1.95 * stretch,
    barHeight: text * Math.min(2.1, 1.55 * Math.sqrt(stretch)),
    pad: text * 0.35 * stretch,
    leading: text * 1.35,
    labelLines: sheet.labelLines,
    targetCap,
    axis: timeAxis(monthsBetween(input.programme.period.start, lastDay(input)), left, right),
    headingLeft: margin + text * 0.5,
    headingWidth: headingColumn - text * 1.2,
    targetColumns: columns,
    isReached,
    titleHeight,
    axisHeight,
    legendHeight,
    room: height === null ? null : height - margin * 2 - titleHeight - axisHeight - legendHeight,
  }
}
