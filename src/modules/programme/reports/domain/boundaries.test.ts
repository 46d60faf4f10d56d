import { describe, expect, test } from 'vitest'
import { addUpBurden, boundSeconds } from './burden.ts'
import { checkAnswer } from './check-answer.ts'
import { type FlaggedTarget, flagReport, type Said } from './flags.ts'
import { isOpen } from './owed.ts'
import type { Answer } from './report.ts'

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
  const figure = {
    targetId: 't',
    label: '科技服务站',
    kind: 'stock' as const,
    unit: '个',
    asking: { ask: 'number' as const, why: null, covers: [], sumOf: [] },
    last: null,
  }
  const answer = (value: number): Answer => ({
    progress: 'progressed',
    text: '已建成',
    needsCoordination: false,
    fileIds: [],
    values: [{ targetId: 't', value }],
  })
  test.each([[Number.NaN], [Infinity], [1e12 + 1], [-1]])('of %d is no figure', (value) =>
    expect(() => checkAnswer(answer(value), [figure])).toThrow('数填得不对'),
  )
  test.each([[0], [1e12], [2.5]])('of %d is one', (value) =>
    expect(checkAnswer(answer(value), [figure])).toEqual([{ targetId: 't', value }]),
  )
})

describe('a flag', () => {
  const said = (value: number): Said => ({
    progress: 'finished',
    text: '',
    evidence: 1,
    values: [{ targetId: 't', value }],
    cycle: '2026-05',
  })
  const target = (op: FlaggedTarget['op'], value: number | null): FlaggedTarget => ({
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
    expect(flagReport(said(value), { before: null, targets: [target(op, wanted)] }).some(({ code }) => code === 'finishedShort')).toBe(short),
  ) // biome-ignore format: a table
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
