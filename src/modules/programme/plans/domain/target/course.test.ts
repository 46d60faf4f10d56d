import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { TargetAccrual, TargetKind } from '#compiler/compiled-plan.ts'
import { courseOf, pointOn, type Way } from './course.ts'
import { meaningOf, stretchOn } from './meaning.ts'
import { rollUp } from './roll-up.ts'

const years = { start: '2026-01-01', end: '2028-12-31' }

interface Given {
  kind: TargetKind
  accrual: TargetAccrual
  wanted: number
  day: string
  more?: Partial<Way>
  period?: typeof years
}

/** What the course wants on a day; undefined where nothing is judged then. */
function wantedOn({ kind, accrual, wanted, day, more = {}, period = years }: Given): number | undefined {
  const meaning = meaningOf({ kind, accrual, period })
  const stretch = stretchOn(meaning, period, day)
  if (!stretch) return undefined
  const first = { on: stretch.start, value: 0 }
  const way = { meaning, stretch, wanted, falling: false, baseline: null, first, planned: [], ...more }
  return Number(pointOn(courseOf(way), day).toFixed(4))
}

describe('worked by hand', () => {
  test.each<[string, Given, number | undefined]>([
    // 3 years are 1096 days, 1095 from the first to the last; 2 July 2027 is day 547: 60 × 547 ÷ 1095.
    ['within: comes together over its own time', { kind: 'new_in_period', accrual: 'within', wanted: 60, day: '2027-07-02' }, 29.9726],
    // 2 July 2027 is day 182 of 364: half of 500, not 1,250 of 1,500.
    ['each_year: half a year is half of one year', { kind: 'new_per_year', accrual: 'each_year', wanted: 500, day: '2027-07-02' }, 250],
    ['each_year: the last day wants one year, not three', { kind: 'new_per_year', accrual: 'each_year', wanted: 500, day: '2028-12-31' }, 500],
    ['each_year: begins again', { kind: 'new_per_year', accrual: 'each_year', wanted: 500, day: '2027-01-01' }, 0],
    // A plan from 16 November: 45 days to the end of the year, 15 of them over.
    ['each_year: a first year from the plan’s start', { kind: 'new_per_year', accrual: 'each_year', wanted: 450, day: '2026-12-01', period: { ...years, start: '2026-11-16' } }, 150],
    ['of_year: nothing before its year', { kind: 'amount', accrual: 'of_year', wanted: 8, day: '2027-12-31' }, undefined],
    // 1 July 2028 is day 182 of 365: 8 × 182 ÷ 365.
    ['of_year: comes together in its year', { kind: 'amount', accrual: 'of_year', wanted: 8, day: '2028-07-01' }, 3.989],
    // From 30 to 60: 30 + 30 × 547 ÷ 1095.
    ['standing: from its baseline', { kind: 'ratio', accrual: 'standing', wanted: 60, day: '2027-07-02', more: { baseline: 30 } }, 44.9863],
    ['standing: met from the first day is to be kept', { kind: 'stock', accrual: 'standing', wanted: 60, day: '2027-07-02', more: { baseline: 70 } }, 60],
    // A balance is a level: 100 to 160, 100 + 60 × 547 ÷ 1095.
    ['standing money is no sum', { kind: 'amount', accrual: 'standing', wanted: 160, day: '2027-07-02', more: { baseline: 100 } }, 129.9726],
    ['always: the same on every day', { kind: 'ratio', accrual: 'always', wanted: 3, day: '2026-01-01', more: { falling: true, baseline: 9 } }, 3],
    ['growth of every year: the same on every day', { kind: 'growth', accrual: 'each_year', wanted: 8, day: '2027-01-01' }, 8],
    // 9 × 547 ÷ 1095.
    ['growth over several years comes together', { kind: 'growth', accrual: 'standing', wanted: 9, day: '2027-07-02' }, 4.4959],
    ['a cap on a sum holds at every moment', { kind: 'amount', accrual: 'within', wanted: 100, day: '2026-02-01', more: { falling: true } }, 100],
    // Published on 30 June 2026: day 180 of 1095; 60 × (547 − 180) ÷ (1095 − 180).
    ['published later than the period begins', { kind: 'new_in_period', accrual: 'within', wanted: 60, day: '2027-07-02', more: { startedOn: '2026-06-30' } }, 24.0656],
    ['on the day of publication nothing', { kind: 'new_in_period', accrual: 'within', wanted: 60, day: '2026-06-30', more: { startedOn: '2026-06-30' } }, 0],
    ['published before a year began changes nothing in it', { kind: 'new_per_year', accrual: 'each_year', wanted: 500, day: '2027-07-02', more: { startedOn: '2026-11-30' } }, 250],
    // The plan names 20 for the end of 2026: half of the way between 20 and 60 in the middle of the last two years.
    ['figures the plan names are passed through', { kind: 'stock', accrual: 'standing', wanted: 60, day: '2027-12-31', more: { baseline: 0, planned: [{ on: '2026-12-31', value: 20 }] } }, 39.9726],
  ])('%s', (_, given, wanted) => expect(wantedOn(given)).toBe(wanted)) // biome-ignore format: a table

  test('a standard the plan narrows holds until the next one’s day', () => {
    const planned = [{ on: '2026-12-31', value: 5 }]
    const on = (day: string) =>
      wantedOn({ kind: 'ratio', accrual: 'always', wanted: 3, day, more: { falling: true, planned } })
    expect([on('2026-06-30'), on('2026-12-31'), on('2027-01-01'), on('2028-12-31')]).toEqual([5, 5, 3, 3])
  })
})

describe('a level whose start nobody stated', () => {
  const way = (planned: Way['planned']): Way => ({
    meaning: meaningOf({ kind: 'ratio' }),
    stretch: years,
    wanted: 60,
    falling: false,
    baseline: null,
    first: { on: '2026-03-31', value: 12 },
    planned,
  })
  test('has no course before the first figure the plan names, whatever was reported first', () => {
    expect(courseOf(way([]))).toEqual([{ on: '2028-12-31', value: 60 }])
    expect(courseOf(way([{ on: '2026-12-31', value: 30 }])).map(({ on }) => on)).toEqual(['2026-12-31', '2028-12-31'])
  })
})

describe('several agencies', () => {
  const stated = [
    { value: 3, share: 'east', targetId: 't' },
    { value: 4, share: 'west', targetId: 't' },
    { value: 5, share: 'east', targetId: 't' },
  ]
  const sum = (kind: TargetKind, accrual: TargetAccrual) => rollUp(meaningOf({ kind, accrual }), stated)
  test('parts of what adds up, and of a stock, add; rates never', () => {
    expect(sum('new_in_period', 'within')).toEqual([3, 7, 9])
    expect(sum('new_per_year', 'each_year')).toEqual([3, 7, 9])
    expect(sum('stock', 'standing')).toEqual([3, 7, 9])
    expect(sum('ratio', 'standing')).toEqual([3, 4, 5])
    expect(sum('growth', 'of_year')).toEqual([3, 4, 5])
  })
  test('a word for the whole of a stock stands for its parts', () => {
    const words = [...stated, { value: 11, share: '', targetId: 't' }, { value: 6, share: 'east', targetId: 't' }]
    expect(rollUp(meaningOf({ kind: 'stock' }), words)).toEqual([3, 7, 9, 11, 11])
  })
  test('a word for the whole of a running sum stands for its parts, and years of a whole add up', () => {
    const whole = { value: 11, share: '', targetId: 't' }
    const nextYear = { value: 2, share: 'east', targetId: 'year' }
    expect(rollUp(meaningOf({ kind: 'new_in_period' }), [...stated, whole, nextYear])).toEqual([3, 7, 9, 11, 13])
    expect(rollUp(meaningOf({ kind: 'new_in_period' }), [...stated, whole], true)).toEqual([3, 7, 9, 20])
  })
  test('fractions leave nothing behind', () =>
    expect(
      rollUp(meaningOf({ kind: 'amount' }), [
        { value: 0.1, share: 'a', targetId: 't' },
        { value: 0.2, share: 'b', targetId: 't' },
      ]),
    ).toEqual([0.1, 0.3]))
})

test('split over agencies, a sum is the whole and a rate is nobody’s sum', () =>
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 12 }), (parts) => {
      const stated = parts.map((value, i) => ({ value, share: `agency ${i}`, targetId: 't' }))
      const last = (kind: TargetKind, accrual: TargetAccrual) => rollUp(meaningOf({ kind, accrual }), stated).at(-1)
      expect(last('amount', 'within')).toBe(parts.reduce((a, b) => a + b, 0))
      expect(last('ratio', 'standing')).toBe(parts.at(-1))
    }),
  ))
