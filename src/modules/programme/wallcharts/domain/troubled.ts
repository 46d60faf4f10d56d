import type { ChartInput } from './wall-chart/chart.ts'

/** What a page has to show when it has no room for everything: red, yellow, and what the week changed, without targets. */
export const troubledPart = (chart: ChartInput): ChartInput => ({
  ...chart,
  tasks: chart.tasks.filter(({ lamp, change }) => lamp === 'red' || lamp === 'yellow' || change !== null),
  targets: [],
})
