import type { ChartInput } from './wall-chart/chart.ts'

export interface ChartFilter {
  /** Tasks a leader looks after; null for everyone's. */
  taskIds: readonly string[] | null
  /** Names of actions; empty for all. */
  actions: readonly string[]
  /** Only what the week changed. */
  changedOnly: boolean
}

/** The chart of the tasks that answer every filter, with their targets; targets of the whole programme only on the whole chart. */
export function filterChart(chart: ChartInput, { taskIds, actions, changedOnly }: ChartFilter): ChartInput {
  const wanted = taskIds === null ? null : new Set(taskIds)
  const tasks = chart.tasks.filter(
    (task) =>
      (wanted === null || wanted.has(task.id)) &&
      (actions.length === 0 || actions.includes(task.action)) &&
      (!changedOnly || task.change !== null),
  )
  if (tasks.length === chart.tasks.length) return chart
  const shown = new Set(tasks.map(({ id }) => id))
  return { ...chart, tasks, targets: chart.targets.filter(({ taskId }) => taskId !== null && shown.has(taskId)) }
}
