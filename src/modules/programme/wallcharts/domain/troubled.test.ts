import { expect, test } from 'vitest'
import { troubledPart } from './troubled.ts'
import { aChart, aChartTask } from './wall-chart/chart.fixture.ts'

test('the small chart keeps red, yellow and what the week changed', () => {
  const tasks = [
    aChartTask({ id: 'green' }),
    aChartTask({ id: 'red', lamp: 'red' }),
    aChartTask({ id: 'yellow', lamp: 'yellow' }),
    aChartTask({ id: 'done', change: { kind: 'finished', text: '11月20日办结' } }),
    aChartTask({ id: 'grey', lamp: 'grey' }),
  ]
  const small = troubledPart(aChart({ tasks }))
  expect(small.tasks.map(({ id }) => id)).toEqual(['red', 'yellow', 'done'])
  expect(small.targets).toEqual([])
})
