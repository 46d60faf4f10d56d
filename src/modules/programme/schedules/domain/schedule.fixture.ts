import type { Step } from './step.ts'

/** A step of five working days that waits for nothing. */
export const aStep = (step: Partial<Step> & Pick<Step, 'id'>): Step => ({
  title: `步骤${step.id}`,
  workingDays: 5,
  after: [],
  notBefore: null,
  notAfter: null,
  pin: null,
  done: null,
  ...step,
})
