import { describe, expect, test } from 'vitest'
import { checkDelegation } from './delegate.ts'
import { listDuties, type ReportedTask } from './duties.ts'
import { findHeld } from './held.ts'
import { readRhythm } from './read-rhythm.ts'

test('a delegation may end on the day it begins, and need not end', () => {
  const given = (toOn: string | null) => () =>
    checkDelegation({ fromAgencyId: 'a', toAgencyId: 'b', fromOn: '2026-05-01', toOn }, { from: ['a'], to: ['b'] })
  expect(given('2026-05-01')).not.toThrow()
  expect(given(null)).not.toThrow()
  expect(given('2026-04-30')).toThrow('早于开始日期')
})

test('measures are reported only where the programme asks for them', () => {
  const cycles = [
    {
      key: '2026-05',
      startOn: '2026-05-01',
      endOn: '2026-05-31',
      opensOn: '2026-05-01',
      dueOn: '2026-05-25',
      dueNote: '',
    },
  ]
  const task = (id: string, kind: ReportedTask['kind']): ReportedTask => ({
    id,
    kind,
    leads: [{ agencyId: 'a' }],
    participants: [],
    since: '2026-01-01',
  })
  const asked = (withMeasures: boolean) =>
    listDuties([task('t', 'task'), task('m', 'measure')], {
      cycles,
      delegations: [],
      asksMeasures: () => withMeasures,
      membersOf: new Map(),
    }).map(({ taskId }) => taskId)
  expect([asked(true), asked(false)]).toEqual([['t', 'm'], ['t']])
})

describe('what is held', () => {
  const held = [
    { words: '牵头单位', where: '任务清单', link: '/tasks' },
    { words: '高企', where: '目标', link: '/t' },
  ]
  test('the very name goes before one that holds it; a question without words asks for nothing', () => {
    expect(findHeld('高企', held)?.link).toBe('/t')
    expect(
      findHeld('高企', [
        { words: '高企数量', where: '', link: '/a' },
        { words: '高企培育', where: '', link: '/b' },
        { words: '高企', where: '', link: '/c' },
      ])?.link,
    ).toBe('/a')
    expect(findHeld('请填写情况', held)).toBeUndefined()
    expect(findHeld('企', [{ words: '企', where: '', link: '/x' }])).toBeUndefined()
  })
})

test.each([
  ['每月5日前报送', 5, 'next'], ['每月10日前报送', 10, 'next'], ['每月11日前报送', 11, 'same'], ['次月15日前报送', 15, 'next'], ['每月31日前报送', 31, 'same'],
  ['每月报送', 25, 'same'], ['每月32日前报送', 25, 'same'],
] as const)('%s is by the %d of the %s month', (text, dueDay, dueIn) => {
  const sentences = [{ what: '报送', every: 'month', span: [0, text.length] as const, ofTask: false }]
  expect(readRhythm(sentences, text)?.rhythm).toEqual({ every: 'month', dueDay, dueIn, restDay: 'after' })
}) // biome-ignore format: a table
