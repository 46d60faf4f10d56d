import type { ChartInput, Sheet } from './chart.ts'
import { monthsBetween, type TimeAxis, timeAxis } from './time-axis.ts'

/** All lengths of one drawing, in the units of its sheet. */
export interface Measures {
  text: number
  /** From one lane to the next. */
  pitch: number
  barHeight: number
  /** Above the first and below the last lane of a row. */
  pad: number
  leading: number
  targetCap: number
  axis: TimeAxis
  headingLeft: number
  headingWidth: number
  targetLeft: number
  targetWidth: number
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
  /** How far lanes are drawn apart to fill the sheet; 1 is the least. */
  stretch: number
}

/** Measures everything that follows from the sheet, the size of the text and the length of the period. */
export function measure(input: ChartInput, sheet: Sheet, { text, targetCap, stretch }: Choice): Measures {
  const { width, height, margin } = sheet
  const headingColumn = text * 9.5
  const targetWidth = input.targets.some((t) => t.taskId !== null) ? Math.min(text * 23, width * 0.3) : 0
  const left = margin + headingColumn
  const right = width - margin - targetWidth - (targetWidth > 0 ? text * 2.6 : text * 1.6)
  const [titleHeight, axisHeight, legendHeight] = [text * 6, text * 3.5, text * 3]
  return {
    text,
    pitch: text * 1.95 * stretch,
    barHeight: text * Math.min(2.1, 1.55 * Math.sqrt(stretch)),
    pad: text * 0.35 * stretch,
    leading: text * 1.35,
    targetCap,
    axis: timeAxis(monthsBetween(input.programme.period.start, lastDay(input)), left, right),
    headingLeft: margin + text * 0.5,
    headingWidth: headingColumn - text * 1.2,
    targetLeft: width - margin - targetWidth,
    targetWidth: targetWidth === 0 ? 0 : targetWidth - text * 0.5,
    titleHeight,
    axisHeight,
    legendHeight,
    room: height === null ? null : height - margin * 2 - titleHeight - axisHeight - legendHeight,
  }
}
