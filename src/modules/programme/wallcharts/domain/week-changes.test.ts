import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changeOf, type WeekOfTask } from './week-changes.ts'

const aWeek = (given: Partial<WeekOfTask> = {}): WeekOfTask => ({
  taskId: 't1',
  before: 'green',
  now: 'green',
  reason: null,
  finishedOn: null,
  finishBefore: null,
  finishNow: null,
  ...given,
})

describe('a week of a task', () => {
  test('turning red or yellow is said with its reason', () => {
    expect(changeOf(aWeek({ now: 'red', reason: '已过期限 3 天' }))).toEqual({
      kind: 'worse',
      text: '本周由绿转红：已过期限 3 天',
    })
    expect(changeOf(aWeek({ before: 'grey', now: 'yellow' }))?.kind).toBe('worse')
  })

  test('a finish weighs more than the better lamp it brings', () => {
    const week = aWeek({ before: 'red', finishedOn: '2026-11-20' })
    expect(changeOf(week)).toEqual({ kind: 'finished', text: '11月20日办结' })
    expect(changeOf({ ...week, finishedOn: null })).toEqual({ kind: 'better', text: '本周由红转绿' })
  })

  test('a moved date is told with both days', () => {
    const week = aWeek({ finishBefore: '2026-11-30', finishNow: '2026-12-15' })
    expect(changeOf(week)).toEqual({ kind: 'moved', text: '完成日期由11月30日改为12月15日' })
    expect(changeOf({ ...week, finishBefore: null })).toBeNull()
  })

  test('no data is neither better nor worse', () => {
    for (const before of ['green', 'yellow', 'red'] as const)
      expect(changeOf(aWeek({ before, now: 'grey' }))).toBeNull()
    expect(changeOf(aWeek({ before: 'grey', now: 'green' }))).toBeNull()
  })
})

test('what is worse one way round is never worse the other', () => {
  const lamp = fc.constantFrom('green' as const, 'yellow' as const, 'red' as const, 'grey' as const)
  fc.assert(
    fc.property(lamp, lamp, (before, now) => {
      const there = changeOf(aWeek({ before, now }))
      const back = changeOf(aWeek({ before: now, now: before }))
      expect(there?.kind === 'worse' && back?.kind === 'worse').toBe(false)
      if (before === now) expect(there).toBeNull()
    }),
  )
})
