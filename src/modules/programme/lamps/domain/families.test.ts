import { describe, expect, test } from 'vitest'
import { endOfCycle } from './end-of-cycle.ts'
import { aTarget } from './facts.fixture.ts'
import type { TargetFact } from './facts.ts'
import { findFamilies, listPlanned, listPlannedSums } from './families.ts'

const of = (id: string, year: number, value: number, more: Partial<TargetFact> = {}) =>
  aTarget({ id, value, startOn: `${year}-01-01`, endOn: `${year}-12-31`, ...more })
const whole = aTarget({ id: 'whole', value: 6, startOn: '2026-01-01', endOn: '2028-12-31' })

describe('a family', () => {
  const idsOf = (targets: readonly TargetFact[], id: string) =>
    findFamilies(targets)
      .get(id)
      ?.members.map((one) => one.id)
      .sort()

  test('are targets that differ by their time alone, and what repeats one of them', () => {
    const targets = [
      of('a', 2026, 1),
      of('b', 2027, 2),
      of('other', 2026, 1, { unit: '个' }),
      of('again', 2026, 1, { taskId: null, repeats: 'b' }),
    ]
    for (const id of ['a', 'b', 'again']) expect(idsOf(targets, id)).toEqual(['a', 'again', 'b'])
    expect(idsOf(targets, 'other')).toEqual(['other'])
  })

  test('is not made by a repeat of what is not there', () => {
    expect(idsOf([of('a', 2026, 1, { repeats: 'gone' }), of('b', 2026, 1, { taskId: null })], 'a')).toEqual(['a'])
  })
})

describe('the figures a plan names on the way', () => {
  const members = [
    of('y27', 2027, 51, { kind: 'stock' }),
    of('y26', 2026, 42, { kind: 'stock' }),
    of('y28', 2028, 62, { kind: 'stock' }),
  ]

  test('of a level are those of earlier days, in the order of days', () => {
    const [, y26, y28] = members
    expect(listPlanned(y28!, { members })).toEqual([
      { on: '2026-12-31', value: 42 },
      { on: '2027-12-31', value: 51 },
    ])
    expect(listPlanned(y26!, { members })).toEqual([])
    expect(listPlanned({ ...y28!, endOn: null }, { members })).toEqual([])
  })

  test('of what adds up are sums at the end of each year, one that overlaps counted once', () => {
    const years = [of('p27', 2027, 2), of('p26', 2026, 1), of('p28', 2028, 3)]
    const half = aTarget({ id: 'half', value: 9, startOn: '2026-07-01', endOn: '2027-06-30' })
    const before = of('p25', 2025, 7)
    const sums = [
      { on: '2026-12-31', value: 1 },
      { on: '2027-12-31', value: 3 },
    ]
    expect(listPlannedSums(whole, { members: [whole, ...years] })).toEqual(sums)
    expect(listPlannedSums(whole, { members: [whole, ...years, half, before] })).toEqual(sums)
    expect(listPlannedSums(whole, { members: [whole, of('p26', 2026, 1, { kind: 'amount' })] })).toEqual([])
  })
})

test('a cycle ends with its month or its quarter', () => {
  expect(['2026-02', '2026-12', '2026-Q1', '2026-Q4'].map(endOfCycle)).toEqual([
    '2026-02-28',
    '2026-12-31',
    '2026-03-31',
    '2026-12-31',
  ])
})
