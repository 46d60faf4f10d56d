import { describe, expect, test } from 'vitest'
import { addUpBurden, boundSeconds } from './burden.ts'
import { checkAnswer } from './check-answer.ts'
import { checkDelegation } from './delegate.ts'
import { listDuties, type ReportedTask } from './duties.ts'
import { type FlaggedTarget, flagStatement, type Said } from './flags.ts'
import { findHeld } from './held.ts'
import { isOpen } from './owed.ts'
import { readRhythm } from './read-rhythm.ts'
import type { Answer } from './statement.ts'

describe('the burden', () => {
  test('is in the order of months, the heaviest agency first within one', () => {
    const asked = [
      { agencyId: 'a', month: '2026-04', cells: 1 }, { agencyId: 'a', month: '2026-03', cells: 1 }, { agencyId: 'b', month: '2026-03', cells: 5 },
      { agencyId: 'a', month: '2026-02', cells: 2 }, { agencyId: 'a', month: '2026-03', cells: 2 },
    ] // biome-ignore format: a list
    expect(addUpBurden({ asked, spent: [{ agencyId: 'b', month: '2026-03', seconds: 90 }, { agencyId: 'c', month: '2026-03', seconds: null }] })).toEqual([
      { agencyId: 'a', month: '2026-02', cells: 2, minutes: null }, { agencyId: 'b', month: '2026-03', cells: 5, minutes: 1.5 },
      { agencyId: 'a', month: '2026-03', cells: 3, minutes: null }, { agencyId: 'a', month: '2026-04', cells: 1, minutes: null },
    ]) // biome-ignore format: a list
  })

  test.each([[null, null], [-1, null], [0, 0], [12.4, 12], [1800, 1800], [1801, 1800]])('%s seconds are %s', (seconds, bounded) =>
    expect(boundSeconds(seconds)).toBe(bounded)) // biome-ignore format: a table
})

describe('an answer', () => {
  const figure = { targetId: 't', label: '科技服务站', kind: 'stock', unit: '个', asking: { ask: 'number' as const, why: null, covers: [], sumOf: [] }, last: null } // biome-ignore format: one line
  const answer = (value: number): Answer => ({
    progress: 'progressed', text: '已建成', needsCoordination: false, fileIds: [], values: [{ targetId: 't', value }],
  }) // biome-ignore format: one line
  test.each([[Number.NaN], [Infinity], [1e12 + 1], [-1]])('of %d is no figure', (value) =>
    expect(() => checkAnswer(answer(value), [figure])).toThrow('数填得不对'),
  )
  test.each([[0], [1e12], [2.5]])('of %d is one', (value) =>
    expect(checkAnswer(answer(value), [figure])).toEqual([{ targetId: 't', value }]),
  )
})

test('a delegation may end on the day it begins, and need not end', () => {
  const given = (toOn: string | null) => () =>
    checkDelegation({ fromAgencyId: 'a', toAgencyId: 'b', fromOn: '2026-05-01', toOn }, { from: ['a'], to: ['b'] })
  expect(given('2026-05-01')).not.toThrow()
  expect(given(null)).not.toThrow()
  expect(given('2026-04-30')).toThrow('早于开始日期')
})

test('measures are reported only where the programme asks for them', () => {
  const cycles = [
    { key: '2026-05', startOn: '2026-05-01', endOn: '2026-05-31', opensOn: '2026-05-01', dueOn: '2026-05-25' },
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

describe('a flag', () => {
  const said = (value: number): Said => ({
    progress: 'finished',
    text: '',
    evidence: 1,
    values: [{ targetId: 't', value }],
    cycle: '2026-05',
  })
  const target = (op: string, value: number | null): FlaggedTarget => ({
    id: 't',
    label: '服务站',
    unit: '个',
    kind: 'stock',
    op,
    value,
    asked: true,
  })
  test.each([
    ['>=', 5, 5, false], ['>=', 5, 4, true], ['>', 5, 5, true], ['>', 5, 6, false], ['=', 5, 4, true], ['=', 5, 5, false], ['<=', 5, 9, false],
    ['>=', null, 0, true], ['>=', null, 1, false],
  ] as const)('op %s of %s: finished with %d is short: %s', (op, wanted, value, short) =>
    expect(flagStatement(said(value), { before: null, targets: [target(op, wanted)] }).some(({ code }) => code === 'finishedShort')).toBe(short),
  ) // biome-ignore format: a table
})

describe('what is held', () => {
  const held = [
    { words: '牵头单位', where: '任务清单', link: '/tasks' },
    { words: '高企', where: '目标', link: '/t' },
  ]
  test('the very name goes before one that holds it; a question without words asks for nothing', () => {
    expect(findHeld('高企', held)?.link).toBe('/t')
    expect(findHeld('高企', [{ words: '高企数量', where: '', link: '/a' }, { words: '高企培育', where: '', link: '/b' }, { words: '高企', where: '', link: '/c' }])?.link).toBe('/a')
    expect(findHeld('请填写情况', held)).toBeUndefined()
    expect(findHeld('企', [{ words: '企', where: '', link: '/x' }])).toBeUndefined()
  }) // biome-ignore format: short
})

test('a word of a cycle nobody knows is not taken, even if it was sent back', () => {
  const duty = { taskId: 't', agencyId: 'a', cycle: '2025-01', opensOn: '2025-01-01', dueOn: '2025-01-25' }
  const cycles = ['2026-03', '2026-04', '2026-05'].map((key) => ({
    key,
    startOn: `${key}-01`,
    endOn: `${key}-28`,
    opensOn: `${key}-01`,
    dueOn: `${key}-25`,
  }))
  const back = { ...duty, status: 'returned' as const, attempt: 1 }
  expect(isOpen(duty, { rows: [back], cycles })).toBe(false)
  const of = (cycle: string, returned = false) =>
    isOpen({ ...duty, cycle }, { rows: returned ? [{ ...back, cycle }] : [], cycles })
  expect([of('2026-05'), of('2026-04'), of('2026-03'), of('2026-03', true)]).toEqual([true, true, false, true])
})

test.each([
  ['每月5日前报送', 5, 'next'], ['每月10日前报送', 10, 'next'], ['每月11日前报送', 11, 'same'], ['次月15日前报送', 15, 'next'], ['每月31日前报送', 28, 'same'],
  ['每月报送', 25, 'same'], ['每月32日前报送', 25, 'same'],
] as const)('%s is by the %d of the %s month', (text, dueDay, dueIn) => {
  const sentences = [{ what: '报送', every: 'month', span: [0, text.length] as const, ofTask: false }]
  expect(readRhythm(sentences, text)?.rhythm).toEqual({ every: 'month', dueDay, dueIn })
}) // biome-ignore format: a table
