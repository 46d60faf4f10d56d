import { groupBy } from '#kernel/group-by.ts'
import type { ChartInput, ChartRows, ChartTask, Sheet } from './wall-chart/chart.ts'
import { type Choice, type Measures, measure } from './wall-chart/measures.ts'
import { type ChartPage, paginate } from './wall-chart/pages.ts'
import { layOutOverall, layOutRow, type RowInput } from './wall-chart/row.ts'
import { type AxisLabel, dayStart, isOnAxis, monthLabels, yearLabels } from './wall-chart/time-axis.ts'

export interface WallChartModel {
  input: ChartInput
  rows: ChartRows
  sheet: Sheet
  measures: Measures
  pages: readonly ChartPage[]
  years: readonly AxisLabel[]
  months: readonly AxisLabel[]
  /** Where today's line stands; null when today lies outside the chart. */
  todayX: number | null
  counts: Record<ChartTask['lamp'], number>
}

const withoutLead = '未明确牵头单位'
const withoutAction = '其他任务'

/** Rows in the order the plan names them; a task of two lead agencies stands in both their rows. */
function rowsOf({ tasks, targets }: ChartInput, by: ChartRows): readonly RowInput[] {
  const namesOf = (task: ChartTask): readonly string[] => {
    if (by === 'action') return [task.action === '' ? withoutAction : task.action]
    return task.leads.length === 0 ? [withoutLead] : [...new Set(task.leads)]
  }
  const pairs = tasks.flatMap((task) => namesOf(task).map((name) => ({ name, task })))
  const tasksOf = groupBy(pairs, ({ name }) => name)
  const namesOfTask = groupBy(pairs, ({ task }) => task.id)
  const targetsOf = groupBy(
    targets.flatMap((target) => (namesOfTask.get(target.taskId ?? '') ?? []).map(({ name }) => ({ name, target }))),
    ({ name }) => name,
  )
  const names = [...tasksOf.keys()]
  const ordered = [...names.filter((n) => n !== withoutLead), ...names.filter((n) => n === withoutLead)]
  return ordered.map((name) => ({
    key: name,
    heading: name,
    tasks: (tasksOf.get(name) ?? []).map(({ task }) => task),
    targets: (targetsOf.get(name) ?? []).map(({ target }) => target),
  }))
}

interface Drawing {
  measures: Measures
  pages: readonly ChartPage[]
}

function draw(input: ChartInput, on: { by: ChartRows; sheet: Sheet }, choice: Choice): Drawing {
  const measures = measure(input, on.sheet, choice)
  const overall = input.targets.filter((t) => t.taskId === null)
  const first = overall.length === 0 ? [] : [layOutOverall(overall, measures)]
  return { measures, pages: paginate(rowsOf(input, on.by), first, measures) }
}

/** Whether all rows stand on one page; asked of every choice, so nothing is set on pages for it. */
function fitsOnePage(input: ChartInput, on: { by: ChartRows; sheet: Sheet }, choice: Choice): boolean {
  const measures = measure(input, on.sheet, choice)
  const { room } = measures
  if (room === null) return true
  const overall = input.targets.filter((t) => t.taskId === null)
  let height = overall.length === 0 ? 0 : layOutOverall(overall, measures).height
  return rowsOf(input, on.by).every((row) => {
    height += layOutRow(row, measures).height
    return height <= room
  })
}

/** The largest text, then the most targets, that keep the chart on one page; else the smallest text on several. */
function choose(input: ChartInput, on: { by: ChartRows; sheet: Sheet }): Choice {
  const { texts, targetCaps, targetColumns, severalCap } = on.sheet
  const choices = targetCaps.flatMap(({ cap, from }) =>
    texts
      .filter((text) => text >= from)
      .flatMap((text) =>
        targetColumns.map((columns) => ({ text, targetCap: cap, targetColumns: columns, stretch: 1 })),
      ),
  )
  const several = {
    text: texts.at(-1) ?? 1,
    targetCap: severalCap,
    targetColumns: targetColumns.at(-1) ?? 1,
    stretch: 1,
  }
  return choices.find((choice) => fitsOnePage(input, on, choice)) ?? several
}

/** Lanes drawn apart until the fullest page is full, as far as it still looks like one chart. */
function fillSheet(input: ChartInput, on: { by: ChartRows; sheet: Sheet }, choice: Choice): Drawing {
  const plain = draw(input, on, choice)
  const room = plain.measures.room
  if (room === null) return plain
  const fullest = Math.max(1, ...plain.pages.map((page) => page.reduce((sum, row) => sum + row.height, 0)))
  const wanted = Math.min(1.7, Math.max(1, room / fullest))
  const tries = [0.999, 0.97, 0.93].map((share) => draw(input, on, { ...choice, stretch: Math.max(1, wanted * share) }))
  return tries.find((drawing) => drawing.pages.length === plain.pages.length) ?? plain
}

/**
 * Lays a wall chart out on a sheet: rows are actions or lead agencies, columns are months, tasks are bars with their
 * titles, targets stand at the right edge. Everything is in the units of the sheet; drawing needs no further reckoning.
 */
export function layOutWallChart(input: ChartInput, sheet: Sheet, rows: ChartRows): WallChartModel {
  const on = { by: rows, sheet }
  const { measures, pages } = fillSheet(input, on, choose(input, on))
  const counts = { green: 0, yellow: 0, red: 0, grey: 0 }
  for (const { lamp } of input.tasks) counts[lamp] += 1
  return {
    input,
    rows,
    sheet,
    measures,
    pages: pages.length === 0 ? [[]] : pages,
    years: yearLabels(measures.axis, measures.text),
    months: monthLabels(measures.axis, measures.small),
    todayX: isOnAxis(measures.axis, input.today) ? dayStart(measures.axis, input.today) : null,
    counts,
  }
}
