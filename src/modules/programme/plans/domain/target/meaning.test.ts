import { describe, expect, test } from 'vitest'
import { TargetAccrual, TargetKind } from '#compiler/compiled-plan.ts'
import {
  accrualOfKind,
  isFalling,
  isJudged,
  isMet,
  isPartOf,
  type Meaning,
  meaningOf,
  shareOf,
  stretchOn,
} from './meaning.ts'

const years = { start: '2026-01-01', end: '2028-12-31' }
const year = (n: number) => ({ start: `${n}-01-01`, end: `${n}-12-31` })

/** kind, then what each accrual makes of it: counted · span · from. */
const level = {
  standing: 'level own baseline',
  within: 'level own baseline',
  each_year: 'level each_year baseline',
  of_year: 'level last_year baseline',
  always: 'level own always',
}
const flow = {
  standing: 'level own baseline',
  within: 'running own zero',
  each_year: 'running each_year zero',
  of_year: 'running last_year zero',
  always: 'level own always',
}
const growth = {
  standing: 'level own zero',
  within: 'level own zero',
  each_year: 'level each_year always',
  of_year: 'level last_year always',
  always: 'level own always',
}
const answer = {
  standing: 'done own baseline',
  within: 'done own baseline',
  each_year: 'done each_year baseline',
  of_year: 'done last_year baseline',
  always: 'done own always',
}
const table: Record<TargetKind, Record<TargetAccrual, string>> = {
  stock: level, ratio: level, per_capita: level, duration: level,
  new_in_period: flow, new_per_year: flow, net_increase: flow, amount: flow, area: flow, deliverable: flow,
  growth, coverage: level, cadence: answer, milestone: answer, benefit: answer,
} // biome-ignore format: a table

const said = ({ counted, span, from }: Meaning): string => `${counted} ${span} ${from}`

describe('each kind with each accrual', () => {
  const all = TargetKind.options.flatMap((kind) => TargetAccrual.options.map((accrual) => [kind, accrual] as const))
  test.each(all)('%s %s', (kind, accrual) =>
    expect(said(meaningOf({ kind, accrual, period: years }))).toBe(table[kind][accrual]),
  )

  test('within one year a year’s own count and a sum are the same', () => {
    const of = (accrual: TargetAccrual) => meaningOf({ kind: 'amount', accrual, period: year(2026) })
    expect([of('of_year'), of('each_year')].map(({ span, restarts }) => [span, restarts])).toEqual([
      ['own', false],
      ['own', false],
    ])
  })

  test('only what adds up within its own time adds over years; rates, growth and figures per head never add over agencies', () => {
    const adds = (kind: TargetKind, accrual: TargetAccrual) => meaningOf({ kind, accrual }).addsOverYears
    expect(all.filter(([kind, accrual]) => adds(kind, accrual)).map(([kind]) => kind)).toEqual([
      'new_in_period', 'new_per_year', 'net_increase', 'amount', 'area', 'deliverable',
    ]) // biome-ignore format: a list
    const apart = ['ratio', 'per_capita', 'growth', 'duration', 'coverage'] as const
    expect(apart.filter((kind) => meaningOf({ kind }).addsOverAgencies)).toEqual([])
  })

  test('a standard for any moment is a limit, a rate of growth is not', () => {
    const limits = TargetKind.options.filter((kind) => meaningOf({ kind, accrual: 'always' }).limit)
    expect(limits).not.toContain('growth')
    const rate = { kind: 'ratio', accrual: 'each_year', period: years } as const
    expect([meaningOf({ ...rate, op: '<=' }), meaningOf({ ...rate, op: '>=' })].map(({ limit }) => limit)).toEqual([
      true,
      false,
    ])
    expect(limits).toEqual(expect.arrayContaining(['ratio', 'stock', 'duration', 'amount']))
  })
})

test.each<[TargetKind, TargetAccrual, TargetAccrual]>([
  ['stock', 'standing', 'standing'], ['new_in_period', 'within', 'within'], ['new_per_year', 'each_year', 'of_year'],
  ['net_increase', 'within', 'within'], ['ratio', 'standing', 'standing'], ['per_capita', 'standing', 'standing'],
  ['growth', 'standing', 'of_year'], ['amount', 'within', 'within'], ['area', 'within', 'within'], ['deliverable', 'within', 'within'],
  ['coverage', 'standing', 'standing'], ['cadence', 'each_year', 'of_year'], ['milestone', 'standing', 'standing'],
  ['duration', 'always', 'always'], ['benefit', 'always', 'always'],
])('%s without words over several years is %s, in one %s', (kind, long, short) => {
  expect([accrualOfKind({ kind, period: years }), accrualOfKind({ kind, period: year(2026) })]).toEqual([long, short])
}) // biome-ignore format: a table

describe('the time a figure is held against', () => {
  const on = (span: Meaning['span'], day: string, period = years) => stretchOn({ span }, period, day)
  test('its own, whatever the day', () =>
    expect([on('own', '2025-01-01'), on('own', '2030-01-01')]).toEqual([years, years]))
  test('every calendar year by itself, past years their own', () => {
    expect([on('each_year', '2026-07-01'), on('each_year', '2027-01-01')]).toEqual([year(2026), year(2027)])
    expect(on('each_year', '2031-01-01')).toEqual(year(2028))
  })
  test('a first year from the plan’s start, a last one to its end', () => {
    const torn = { start: '2026-11-16', end: '2028-06-30' }
    expect(on('each_year', '2026-11-20', torn)).toEqual({ start: '2026-11-16', end: '2026-12-31' })
    expect(on('each_year', '2026-01-20', torn)).toEqual({ start: '2026-11-16', end: '2026-12-31' })
    expect(on('each_year', '2028-05-01', torn)).toEqual({ start: '2028-01-01', end: '2028-06-30' })
  })
  test('the last year alone, and none before it', () => {
    expect([on('last_year', '2027-12-31'), on('last_year', '2028-01-01')]).toEqual([undefined, year(2028)])
    expect(on('last_year', '2029-03-01')).toEqual(year(2028))
  })
})

test('a year is counted into a whole that adds up, never into one of a single year or of every year', () => {
  const of = (accrual: TargetAccrual, period = years) => ({
    period,
    meaning: meaningOf({ kind: 'new_in_period', accrual, period }),
  })
  const part = of('within', year(2027))
  expect([isPartOf(part, of('within')), isPartOf(of('of_year', year(2027)), of('within'))]).toEqual([true, true])
  expect([isPartOf(part, of('of_year')), isPartOf(part, of('each_year')), isPartOf(part, of('standing'))]).toEqual([
    false,
    false,
    false,
  ])
  expect([isPartOf(of('within'), of('within')), isPartOf(of('within', year(2029)), of('within'))]).toEqual([
    false,
    false,
  ])
  expect(isPartOf(of('each_year', { start: '2026-01-01', end: '2027-12-31' }), of('within'))).toBe(false)
})

test.each([
  ['>=', 9, false], ['>=', 10, true], ['>', 10, false], ['>', 11, true], ['<=', 10, true], ['<=', 11, false], ['<', 10, false],
  ['<', 9, true], ['range', 10, true], ['range', 9, false], ['~', 9, true], ['~', 8.9, false],
] as const)('%s 10 is met by %d: %s', (op, figure, met) => expect(isMet({ op, value: 10, valueMax: null }, figure)).toBe(met)) // biome-ignore format: a table

test('a target is met by its upper end where it names no other, when done where it names none, a rank from below', () => {
  expect([isMet({ op: '<=', value: null, valueMax: 8 }, 8), isMet({ op: '<=', value: null, valueMax: 8 }, 9)]).toEqual([
    true,
    false,
  ])
  expect([
    isMet({ op: 'by', value: null, valueMax: null }, 1),
    isMet({ op: 'by', value: null, valueMax: null }, 0),
  ]).toEqual([true, false])
  const rank = { op: '>=', value: 3, valueMax: null, ranked: true } as const
  expect([isMet(rank, 2), isMet(rank, 4), isFalling(rank)]).toEqual([true, false, true])
  expect([isJudged({ kind: 'benefit' }), isJudged({ kind: 'stock' })]).toEqual([false, true])
})

test('no share of a ceiling, of nothing, or of an unknown figure', () => {
  expect([
    shareOf({ op: '>=' }, 5, 20),
    shareOf({ op: '<=' }, 5, 20),
    shareOf({ op: '>=' }, null, 20),
    shareOf({ op: '>=' }, 5, 0),
  ]).toEqual([0.25, null, null, null])
})
