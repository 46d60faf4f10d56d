import { expect, test } from 'vitest'
import { listSilent } from './silence.ts'

const duty = (given: Partial<Parameters<typeof listSilent>[0][number]> = {}) => ({
  taskId: 't1',
  agencyId: 'a1',
  cycle: '2026-11',
  opensOn: '2026-11-20',
  dueOn: '2026-11-28',
  ...given,
})
const today = '2026-11-22'

test('who owes a statement of this month is silent, with its tasks', () => {
  const duties = [duty(), duty({ taskId: 't2' }), duty({ agencyId: 'a2' }), duty({ agencyId: 'a3' })]
  expect(listSilent(duties, [{ taskId: 't1', agencyId: 'a2', cycle: '2026-11' }], today)).toEqual([
    { agencyId: 'a1', taskIds: ['t1', 't2'], dueOn: '2026-11-28', overdue: false },
    { agencyId: 'a3', taskIds: ['t1'], dueOn: '2026-11-28', overdue: false },
  ])
})

test('a day that has passed in this month is overdue and comes first', () => {
  const found = listSilent([duty(), duty({ taskId: 't2' }), duty({ agencyId: 'a2', dueOn: '2026-11-05' })], [], today)
  expect(found.map(({ agencyId, overdue }) => [agencyId, overdue])).toEqual([
    ['a2', true],
    ['a1', false],
  ])
})

test('neither last month nor a cycle that has not opened counts', () =>
  expect(
    listSilent([duty({ cycle: '2026-09', dueOn: '2026-10-05' }), duty({ opensOn: '2026-11-25' })], [], today),
  ).toEqual([]))

test('what was said of another cycle does not answer this one', () =>
  expect(listSilent([duty()], [{ taskId: 't1', agencyId: 'a1', cycle: '2026-10' }], today)).toHaveLength(1))
