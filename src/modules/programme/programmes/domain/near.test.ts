import { describe, expect, test } from 'vitest'
import { type LinkedTarget, reachNear } from './near.ts'

const target = (id: string, taskId: string | null, duplicateOf: string | null = null): LinkedTarget => ({
  id,
  taskId,
  planTargetId: `plan-${id}`,
  duplicateOf: duplicateOf && `plan-${duplicateOf}`,
  indicator: '科技服务站',
  kind: 'stock',
  unit: '个',
})
const of = (...taskIds: string[]) => ({ taskIds, overall: [] })

describe('what one figure ties together', () => {
  test('is a task alone where nothing repeats it', () => {
    expect(reachNear([target('a', 'one'), target('b', 'two')], of('one'))).toEqual({ taskIds: ['one'], overall: [] })
  })

  test('is found along repeats in both directions, however many', () => {
    const chain = [target('a', 'one'), target('b', 'two', 'a'), target('c', 'three', 'b'), target('d', 'four')]
    for (const from of ['one', 'two', 'three'])
      expect(reachNear(chain, of(from)).taskIds.sort()).toEqual(['one', 'three', 'two'])
  })

  test('goes through a goal of no task, which brings those that speak of the same thing', () => {
    const found = reachNear([target('a', null), target('b', null), target('c', 'one', 'a')], of('one'))
    expect(found).toEqual({ taskIds: ['one'], overall: ['a', 'b'] })
    expect(reachNear([target('a', null), target('c', 'one', 'a')], { taskIds: [], overall: ['a'] })).toEqual({
      taskIds: ['one'],
      overall: ['a'],
    })
  })
})
