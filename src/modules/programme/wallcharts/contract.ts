import { z } from 'zod'
import { staff } from '#kernel/actor.ts'
import { contract } from '#kernel/contract.ts'
import { Moment } from '#kernel/moment.ts'
import { FollowList } from './domain/follow.ts'
import { ChartInput } from './domain/wall-chart/chart.ts'

export { isFollowed } from './domain/follow.ts'

const programmeId = z.uuid()

/** The chart of a programme and when it was read; colours are everybody's, reasons are told to those whose task it is. */
export const ChartView = z.object({
  programmeId,
  chart: ChartInput,
  /** Who looks after what: the filter by leader. */
  leaders: z.array(z.object({ userId: z.string(), name: z.string(), taskIds: z.array(z.string()) })),
  readAt: Moment,
  can: z.object({ saveFollows: z.boolean() }),
})
export type ChartView = z.infer<typeof ChartView>

/** A leader with what they look after, for the page where it is set. */
export const LeaderView = FollowList.extend({
  userId: z.string(),
  name: z.string(),
  can: z.object({ saveFollows: z.boolean() }),
})
export type LeaderView = z.infer<typeof LeaderView>

/** Every leader with what may be chosen for them. */
export const FollowsView = z.object({
  leaders: z.array(LeaderView),
  tasks: z.array(z.object({ id: z.uuid(), title: z.string(), programmeTitle: z.string() })),
})
export type FollowsView = z.infer<typeof FollowsView>

const setters = ['office', 'leader'] as const

export const wallchartContract = contract('wallcharts', {
  getChart: { path: 'GET /programmes/:programmeId/chart', title: '查看挂图', by: staff, input: z.object({ programmeId }), output: ChartView },
  listFollows: { path: 'GET /follows', title: '查看领导分管', by: setters, input: z.object({}), output: FollowsView },
  saveFollows: {
    path: 'PUT /follows/:userId', title: '设置领导分管', by: setters,
    input: FollowList.extend({ userId: z.string().min(1) }), output: FollowsView,
  },
}) // biome-ignore format: one line where it fits
