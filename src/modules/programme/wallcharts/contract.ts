import { z } from 'zod'
import { staff } from '#kernel/actor.ts'
import { contract } from '#kernel/contract.ts'
import { Moment } from '#kernel/moment.ts'
import { ChartInput } from './domain/wall-chart/chart.ts'

const programmeId = z.uuid()

/** The chart of a programme and when it was read; colours are everybody's, reasons are told to those whose task it is. */
export const ChartView = z.object({
  programmeId,
  chart: ChartInput,
  /** Who looks after what: the filter by leader. */
  leaders: z.array(z.object({ userId: z.string(), name: z.string(), taskIds: z.array(z.string()) })),
  readAt: Moment,
  can: z.object({ saveOversight: z.boolean() }),
})
export type ChartView = z.infer<typeof ChartView>

export const wallchartContract = contract('wallcharts', {
  getChart: {
    path: 'GET /programmes/:programmeId/chart',
    title: '查看挂图',
    by: staff,
    input: z.object({ programmeId }),
    output: ChartView,
  },
})
