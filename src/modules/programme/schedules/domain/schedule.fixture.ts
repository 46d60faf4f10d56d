import type { FigureTarget } from './figure-nodes.ts'
import type { Step } from './step.ts'
import { usualLength } from './template.ts'

/** A step of five working days that waits for nothing. */
export const aStep = (step: Partial<Step> & Pick<Step, 'id'>): Step => ({
  title: `步骤${step.id}`,
  days: 5,
  unit: 'working_day',
  lagDays: 0,
  lagUnit: 'working_day',
  after: [],
  notBefore: null,
  notAfter: null,
  pin: null,
  claim: null,
  done: null,
  ...step,
})

/** So many working days, following at once. */
export const lasting = (days: number) => ({ ...usualLength, days })

/** A target that names 30 家 for the year 2026. */
export const aTarget = (target: Partial<FigureTarget>): FigureTarget => ({
  id: '0196f0a0-0000-7000-8000-000000000001',
  kind: 'new_in_period',
  accrual: 'within',
  period: { start: '2026-01-01', end: '2026-12-31' },
  op: '>=',
  value: 30,
  valueMax: null,
  unit: '家',
  indicator: { text: '新建服务站', code: null },
  repeats: null,
  ...target,
})
