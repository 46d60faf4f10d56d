import { expect, test } from 'vitest'
import { aPlan, aTarget } from '#compiler/compiled-plan.fixture.ts'
import { listAims } from './aims.ts'

const idsOf = (...targets: Parameters<typeof aTarget>[0][]) =>
  listAims(aPlan({ targets: targets.map((given) => aTarget(given)) })).map((target) => target.id)

test('money offered to applicants is no aim', () => {
  expect(idsOf({ id: 'a' }, { id: 'b', kind: 'benefit' })).toEqual(['a'])
})

test('a goal that a task repeats is counted at the task', () => {
  expect(idsOf({ id: 'goal', taskId: null }, { id: 'own', taskId: 't1', duplicateOf: 'goal' })).toEqual(['own'])
})

test('a goal no task repeats stays, and so does one repeated among the goals only', () => {
  expect(idsOf({ id: 'goal', taskId: null }, { id: 'again', taskId: null, duplicateOf: 'goal' })).toEqual([
    'goal',
    'again',
  ])
})
