import { expect, test } from 'vitest'
import { lastValues } from './last-values.ts'
import type { ReportFact } from './report-fact.ts'

const said = (cycle: string, values: Record<string, number>, more: Partial<ReportFact> = {}): ReportFact => ({
  id: cycle,
  taskId: 'task',
  agencyId: 'science',
  cycle,
  state: 'progressed',
  text: '',
  evidence: 0,
  needsCoordination: false,
  submittedOn: '2026-06-30',
  signedOn: null,
  values: Object.entries(values).map(([targetId, value]) => ({ targetId, value, on: '2026-06-30' })),
  ...more,
})
const cycles = ['2026-03', '2026-04', '2026-Q3', '2026-Q4'].map((key) => ({ key }))
const lastBefore = (key: string, valid: readonly ReportFact[]) =>
  Object.fromEntries(lastValues(valid, { taskId: 'task', agencyId: 'science', before: { key }, cycles }))

test('the last figure is that of the newest cycle before, in whatever order they were handed in', () => {
  const valid = [
    said('2026-Q3', { a: 7 }),
    said('2026-04', { a: 5, b: 2 }),
    said('2026-03', { a: 3 }),
    said('2026-Q4', { a: 9 }),
  ]
  expect(lastBefore('2026-Q4', valid)).toEqual({ a: { value: 7, cycle: '2026-Q3' }, b: { value: 2, cycle: '2026-04' } })
  expect(lastBefore('2026-04', valid)).toEqual({ a: { value: 3, cycle: '2026-03' } })
  expect(lastBefore('2026-03', valid)).toEqual({})
  expect(lastBefore('2026-Q4', [...valid].reverse())).toEqual(lastBefore('2026-Q4', valid))
})

test('what another agency or another task said is nobody’s last figure here', () => {
  const valid = [said('2026-03', { a: 3 }, { agencyId: 'finance' }), said('2026-03', { a: 4 }, { taskId: 'other' })]
  expect(lastBefore('2026-04', valid)).toEqual({})
})
