import { expect, test } from 'vitest'
import { inOrder, nearestOf, shown } from './nearest.ts'

test('the nearest come first, equals keep their order, and those not shown are counted', () => {
  const ranked = [2, 0, 2, 1, 2, 2, 2, 2].map((rank, found) => ({ rank, found }))
  expect(nearestOf('任务', ranked)).toEqual({ title: '任务', rank: 0, total: 8, finds: [1, 3, 0, 2, 4, 5] })
  expect(nearestOf('任务', ranked)?.finds).toHaveLength(shown)
  expect(nearestOf('任务', [])).toBeUndefined()
})

test('the kind with the nearest find leads', () => {
  const groups = [2, 0, 2].map((rank, at) => ({ title: `${at}`, rank, total: 1, finds: [at] }))
  expect(inOrder(groups).map(({ title }) => title)).toEqual(['1', '0', '2'])
})
