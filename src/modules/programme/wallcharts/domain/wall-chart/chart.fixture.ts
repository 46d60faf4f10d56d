import type { ChartInput, ChartTarget, ChartTask } from './chart.ts'

export const aChartTask = (given: Partial<ChartTask> = {}): ChartTask => ({
  id: 't1',
  number: '1',
  title: '建设科技服务站',
  action: '科技服务行动',
  leads: ['县科技局'],
  startOn: '2026-03-01',
  dueOn: '2026-12-31',
  ongoing: false,
  lamp: 'green',
  isStale: false,
  reason: null,
  change: null,
  milestones: [],
  ...given,
})

export const aChartTarget = (given: Partial<ChartTarget> = {}): ChartTarget => ({
  id: 'g1',
  taskId: 't1',
  label: '科技服务站',
  valueText: '8',
  unit: '个',
  targetText: '12',
  progress: 8 / 12,
  expected: 0.7,
  lamp: 'green',
  asOfOn: '2026-10-31',
  ...given,
})

export const aChart = (given: Partial<ChartInput> = {}): ChartInput => ({
  programme: {
    title: '云溪县科技服务提升行动方案',
    issuer: '云溪县人民政府办公室',
    number: '云政办发〔2026〕8号',
    period: { start: '2026-01-01', end: '2028-12-31' },
  },
  tasks: [aChartTask()],
  targets: [aChartTarget()],
  today: '2026-11-22',
  ...given,
})
