import { defineModule } from '#platform/operation/implement.ts'
import { getChart } from './server/get-chart.ts'

/** The chart on the wall (挂图): a programme with its lamps, on a page, on paper, on a screen. */
export const wallcharts = defineModule({
  name: 'wallcharts',
  title: '挂图',
  operations: [getChart],
  listens: [],
})
