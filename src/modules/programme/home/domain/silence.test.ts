import { expect, test } from 'vitest'
import { listSilent } from './silence.ts'

const duty = (given: Partial<Parameters<typeof listSilent>[0][number]> = {}) => ({
  taskId: 't1',
  agencyId: 'a1',
  dueOn: '2026-11-28',
  ...given,
})
const today = '2026-11-22'

test('who owes a report is silent, with its tasks, each once', () => {
  const owed = [duty(), duty({ taskId: 't2' }), duty({ taskId: 't2', dueOn: '2026-12-28' }), duty({ agencyId: 'a3' })]
  expect(listSilent(owed, today)).toEqual([
    { agencyId: 'a1', taskIds: ['t1', 't2'], dueOn: '2026-11-28', overdue: false },
    { agencyId: 'a3', taskIds: ['t1'], dueOn: '2026-11-28', overdue: false },
  ])
})

test('a day that has passed is overdue and comes first, the day itself is not', () => {
  const owed = [
    duty(),
    duty({ taskId: 't2' }),
    duty({ agencyId: 'a2', dueOn: '2026-10-25' }),
    duty({ agencyId: 'a3', dueOn: today }),
  ]
  expect(listSilent(owed, today).map(({ agencyId, overdue }) => [agencyId, overdue])).toEqual([
    ['a2', true],
    ['a1', false],
    ['a3', false],
  ])
})
