import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { aPlan, aTarget, aTask } from '#compiler/compiled-plan.fixture.ts'
import { itemAt, placeOf, readPlace, writePlace } from './place.ts'

const plan = aPlan({
  tasks: [aTask({ id: 't1', span: [120, 200], titleSpan: [120, 130] })],
  targets: [aTarget({ id: 'g1', valueSpan: [150, 155] })],
  cadences: [{ what: '会商', every: 'month', times: 1, taskId: null, span: [160, 170] }],
})

test('what was found at the words of an address', () => {
  expect(itemAt(plan, [120, 130])).toBe('task:t1')
  expect(itemAt(plan, [120, 200])).toBe('task:t1')
  expect(itemAt(plan, [150, 155])).toBe('target:g1')
  expect(itemAt(plan, [160, 170])).toBe('cadence:0')
  expect(itemAt(plan, [121, 130])).toBeUndefined()
})

test('every item leads back to itself by its place', () => {
  for (const item of ['task:t1', 'target:g1', 'cadence:0']) {
    const place = placeOf(plan, [], item)
    expect(place && itemAt(plan, place)).toBe(item)
  }
  expect(placeOf(plan, [], 'task:gone')).toBeUndefined()
  expect(placeOf(plan, [{ code: 'GT101', severity: 'error', message: '', span: [3, 9] }], 'problem:0')).toEqual([3, 9])
})

test('a place survives its address', () => {
  const place = fc.tuple(fc.nat(4000), fc.integer({ min: 1, max: 4000 })).map(([a, b]): [number, number] => [a, a + b])
  fc.assert(
    fc.property(place, (span) => {
      expect(readPlace(writePlace(span), 8000)).toEqual(span)
    }),
  )
})

test.each(['', '5', '9-5', '-1-4', '1-900', 'a-b', '1-2-3'])('%j is no place', (words) => {
  expect(readPlace(words, 100)).toBeUndefined()
})
