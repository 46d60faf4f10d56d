import { describe, expect, test } from 'vitest'
import { filterChart } from './filter-chart.ts'
import { aChart, aChartTarget, aChartTask } from './wall-chart/chart.fixture.ts'

const all = { taskIds: null, actions: [], changedOnly: false }
const chart = aChart({
  tasks: [aChartTask(), aChartTask({ id: 't2', action: '企业培育行动', change: { kind: 'worse', text: '本周转红' } })],
  targets: [aChartTarget(), aChartTarget({ id: 'g2', taskId: 't2' }), aChartTarget({ id: 'g3', taskId: null })],
})
const idsOf = (filter: Partial<typeof all> | { taskIds: string[] }) => {
  const { tasks, targets } = filterChart(chart, { ...all, ...filter })
  return [...tasks, ...targets].map(({ id }) => id)
}

describe('a filtered chart', () => {
  test('without filters is the chart itself', () => expect(filterChart(chart, all)).toBe(chart))

  test('of a leader, an action or the week keeps the targets of its own tasks alone', () => {
    expect(idsOf({ taskIds: ['t1'] })).toEqual(['t1', 'g1'])
    expect(filterChart(chart, { ...all, actions: ['企业培育行动'] }).tasks.map(({ id }) => id)).toEqual(['t2'])
    expect(idsOf({ changedOnly: true })).toEqual(['t2', 'g2'])
  })

  test('of a leader without tasks is empty', () => expect(idsOf({ taskIds: [] })).toEqual([]))
})
