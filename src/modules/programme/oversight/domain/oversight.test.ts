import { expect, test } from 'vitest'
import { isOverseen, maySetOversight, overseenByLeader } from './oversight.ts'

const task = { id: 't1', leads: [{ agencyId: 'a1' }, { agencyId: null }] }

test('a leader follows a task by itself or by an agency that leads it', () => {
  expect(isOverseen({ agencyIds: [], taskIds: ['t1'] }, task)).toBe(true)
  expect(isOverseen({ agencyIds: ['a1'], taskIds: [] }, task)).toBe(true)
  expect(isOverseen({ agencyIds: ['a2'], taskIds: ['t2'] }, task)).toBe(false)
})

test('follows are gathered by leader', () => {
  const row = { divisionCode: '470326', addedBy: '林若溪' }
  const gathered = overseenByLeader([
    { ...row, userId: 'u1', kind: 'agency', subjectId: 'a1' },
    { ...row, userId: 'u1', kind: 'task', subjectId: 't1' },
    { ...row, userId: 'u2', kind: 'task', subjectId: 't2' },
  ])
  expect(gathered.get('u1')).toEqual({ agencyIds: ['a1'], taskIds: ['t1'] })
  expect(gathered.get('u2')).toEqual({ agencyIds: [], taskIds: ['t2'] })
})

test('the office sets follows for every leader, a leader only their own', () => {
  expect(maySetOversight({ role: 'office', userId: 'o' }, 'u1')).toBe(true)
  expect(maySetOversight({ role: 'leader', userId: 'u1' }, 'u1')).toBe(true)
  expect(maySetOversight({ role: 'leader', userId: 'u2' }, 'u1')).toBe(false)
  expect(maySetOversight({ role: 'reporter', userId: 'u1' }, 'u1')).toBe(false)
})
