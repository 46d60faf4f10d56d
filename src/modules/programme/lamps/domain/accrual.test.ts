import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#kernel/day.ts'
import { TargetAccrual, TargetKind } from '#modules/programme/plans/contract.ts'
import { aBasis, aReport, aTarget, known, stating, targetId } from './facts.fixture.ts'
import type { ProgrammeFacts, TargetFact } from './facts.ts'
import { indicatorRow } from './indicator-row.ts'
import { judgeFacts, layOut } from './judge-programme.ts'
import type { Lamp } from './lamp.ts'

type Figures = readonly (readonly [string, number])[]

const years = { startOn: '2027-01-01', endOn: '2029-12-31' }
const factsOf = (target: Partial<TargetFact>, figures: Figures, startedOn?: string): ProgrammeFacts =>
  known({
    basis: aBasis({ targets: [aTarget({ ...years, ...target })], ...(startedOn && { startedOn }) }),
    reports: stating(figures),
  })
const verdict = (target: Partial<TargetFact>, figures: Figures, day: string, startedOn?: string) =>
  judgeFacts(factsOf(target, figures, startedOn), day).tasks[0]!.targets[0]!

const each = { kind: 'new_per_year', accrual: 'each_year', value: 500, unit: '人' } as const
const ofYear = { kind: 'amount', accrual: 'of_year', value: 8, unit: '亿元', whole: false } as const

describe('每年培训500人 over three years', () => {
  test.each<[string, Figures, string, Lamp, number | null, number | null]>([
    // 1 July is day 181 of 364 from 1 January: 500 × 181 ÷ 364 = 248.6, of which 248 whole.
    ['half a year wants half of one year', [['2027-07-01', 248]], '2027-07-01', 'green', 248, 248],
    ['a full year is full', [['2027-12-31', 500]], '2027-12-31', 'green', 500, 500],
    ['and begins again in January, its own figures alone', [['2027-12-31', 500], ['2028-07-01', 250]], '2028-07-01', 'green', 250, 249],
    ['three full years are no 1,500', [['2027-12-31', 500], ['2028-12-31', 500], ['2029-12-31', 500]], '2029-12-31', 'green', 500, 500],
    ['a year too few stays that year’s', [['2027-12-31', 500], ['2028-12-31', 500], ['2029-12-31', 300]], '2029-12-31', 'red', 300, 500],
    ['January without a word of the new year holds the year that was spoken of', [['2027-12-31', 500]], '2028-01-10', 'green', 500, 500],
    // 2 April 2028 is day 92 of 365: 500 × 92 ÷ 365 = 126.
    ['the year before does not help this one', [['2027-12-31', 900], ['2028-04-02', 20]], '2028-04-02', 'red', 20, 126],
  ])('%s', (_, figures, day, lamp, reached, expected) => {
    const found = verdict(each, figures, day)
    expect([found.lamp, found.reached, found.expectedNow, found.wanted]).toEqual([lamp, reached, expected, 500])
  }) // biome-ignore format: a table

  test('a year that was missed is told and colours nothing', () => {
    const { lamp, reasons } = verdict(each, [['2027-12-31', 420], ['2028-07-01', 260]], '2028-07-01') // biome-ignore format: figures
    expect([lamp, reasons.at(-1)?.text]).toEqual(['green', '2027年完成 420 人，未达到每年 500 人。'])
  })

  test('a county that starts on 16 November has until the end of its year, and its next year is a whole one', () => {
    const begun = { ...each, startOn: '2027-11-16' }
    // 1 December is day 15 of 45: 500 × 15 ÷ 45 = 166.
    expect(verdict(begun, [['2027-12-01', 166]], '2027-12-01')).toMatchObject({ lamp: 'green', expectedNow: 166 })
    expect(verdict(begun, [['2028-07-01', 249]], '2028-07-01')).toMatchObject({ lamp: 'green', expectedNow: 249 })
  })
})

describe('到2029年成交额8亿元', () => {
  test('before its year nothing is judged, and what is known is told as a reference', () => {
    const found = verdict(ofYear, [['2027-12-25', 5], ['2028-06-30', 3]], '2028-07-01') // biome-ignore format: figures
    expect(found).toMatchObject({ lamp: 'grey', reached: null, expectedNow: null })
    expect(found.reasons[0]?.text).toBe(
      '“科技服务站”按2029年当年数判断，还没有到这一年；2028年截至6月30日为 3 亿元，作参考，不相加。',
    )
    expect(verdict(ofYear, [], '2028-07-01').reasons[0]?.text).toBe('“科技服务站”按2029年当年数判断，还没有到这一年。')
  })

  test('in its year only that year’s figures count', () => {
    const before: Figures = [['2027-12-31', 7], ['2028-12-31', 7.5]] // biome-ignore format: figures
    expect(verdict(ofYear, before, '2029-01-20')).toMatchObject({ lamp: 'grey', reached: null })
    // 2 July 2029 is day 182 of 364: half of 8.
    expect(verdict(ofYear, [...before, ['2029-07-02', 4]], '2029-07-02')).toMatchObject({
      lamp: 'green',
      reached: 4,
      expectedNow: 4,
    })
    expect(verdict(ofYear, [...before, ['2029-12-31', 6]], '2030-01-05')).toMatchObject({ lamp: 'red', reached: 6 })
  })
})

test('a balance is the last figure, a sum in its own time adds, a standard is broken from the first day', () => {
  const money = { kind: 'amount', value: 30, unit: '亿元', whole: false } as const
  const figures: Figures = [['2027-06-30', 12], ['2028-06-30', 11]] // biome-ignore format: figures
  expect(verdict({ ...money, accrual: 'standing' }, figures, '2028-06-30').reached).toBe(11)
  expect(verdict({ ...money, accrual: 'within' }, figures, '2028-06-30').reached).toBe(11)
  const bad = { kind: 'ratio', accrual: 'always', op: '<=', value: 3, unit: '%', whole: false } as const
  expect(verdict(bad, [['2027-01-02', 5]], '2027-01-02')).toMatchObject({ lamp: 'red', expectedNow: 3, forecast: null })
})

test('figures of several agencies: a stock and a sum add by parts, a rate does not', () => {
  const reached = (given: Partial<TargetFact>) => {
    const reports = ['东乡', '西乡'].map((agencyId, i) =>
      aReport({ agencyId, submittedOn: `2027-06-2${i}`, values: [{ targetId, value: 10 + i, on: `2027-06-2${i}` }] }),
    )
    return judgeFacts({ ...factsOf(given, []), reports }, '2027-06-30').tasks[0]!.targets[0]!.reached
  }
  expect(reached({ kind: 'stock', accrual: 'standing' })).toBe(21)
  expect(reached({ kind: 'new_in_period', accrual: 'within' })).toBe(21)
  expect(reached({ kind: 'ratio', accrual: 'standing', unit: '%', whole: false })).toBe(11)
  // Days kept before the accrual was read stay as they were judged.
  expect(reached({ kind: 'stock' })).toBe(11)
})

test('years of a total are added only into one that adds up', () => {
  const whole = (accrual: TargetAccrual) => {
    const year = (n: number, value: number) =>
      aTarget({ id: `y${n}`, kind: 'amount', accrual: 'within', value, startOn: `${n}-01-01`, endOn: `${n}-12-31` })
    const all = aTarget({ ...years, kind: 'amount', accrual, value: 8 })
    const reports = [...stating([['2027-12-25', 3]], 'y2027'), ...stating([['2028-12-25', 4]], 'y2028')]
    const facts = known({ basis: aBasis({ targets: [all, year(2027, 3), year(2028, 4)] }), reports })
    return judgeFacts(facts, '2029-02-01').tasks[0]!.targets[0]!.reached
  }
  expect([whole('within'), whole('of_year'), whole('each_year')]).toEqual([7, null, null])
})

test('the line of an indicator calls a share of a longer time a reference, and a year’s own figure a target', () => {
  const row = (target: Partial<TargetFact>, figures: Figures) => {
    const facts = factsOf(target, figures)
    return indicatorRow(layOut(facts, '2028-06-30').targetCases.get(targetId)!, facts)
  }
  const sum = row({ kind: 'new_in_period', accrual: 'within', value: 60 }, [['2027-06-30', 9], ['2028-06-30', 30]]) // biome-ignore format: figures
  // 31 December 2028 is day 730 of 1095: 60 × 730 ÷ 1095 = 40.
  expect(sum).toMatchObject({ thisYear: '进度参考 40', done: '50%', overLastYear: '未知（逐年累计，不作同比）' })
  expect(row(each, [['2028-06-30', 250]])).toMatchObject({ thisYear: '500', done: '50%' })
})

const judgedKinds = TargetKind.options.filter(
  (kind) => !['benefit', 'coverage', 'cadence', 'milestone', 'growth'].includes(kind),
)
const accruals = TargetAccrual.options.filter((accrual) => accrual !== 'always')

describe('a fresh programme', () => {
  test('is red for nothing on its first day, whenever it starts and whatever is said that day', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...judgedKinds),
        fc.constantFrom(...accruals),
        fc.integer({ min: 0, max: 1094 }),
        fc.option(fc.nat(400), { nil: null }),
        fc.option(fc.nat(400), { nil: null }),
        (kind, accrual, start, said, baseline) => {
          const day = addDays('2027-01-01', start)
          const figures: Figures = said === null ? [] : [[day, said]]
          const { lamp } = verdict({ kind, accrual, value: 300, baseline, whole: false }, figures, day, day)
          expect(lamp).not.toBe('red')
        },
      ),
    ))

  test.each([['2027-11-16'], ['2027-01-01'], ['2028-01-01']])(
    'that starts on %s has nothing red while nobody spoke',
    (day) =>
      fc.assert(
        fc.property(
          fc.constantFrom(...TargetKind.options),
          fc.constantFrom(...TargetAccrual.options),
          (kind, accrual) => {
            const { tasks } = judgeFacts(factsOf({ kind, accrual, value: 300 }, [], day), day)
            expect(tasks[0]!.summary).toBe('grey')
          },
        ),
      ),
  )
})

const rank: Record<Lamp, number> = { green: 0, yellow: 1, red: 2, grey: 9 }

test('more is never worse, of any kind and accrual', () =>
  fc.assert(
    fc.property(
      fc.constantFrom(...judgedKinds, 'growth' as const),
      fc.constantFrom(...TargetAccrual.options),
      fc.tuple(fc.nat(400), fc.nat(400)),
      fc.integer({ min: 20, max: 1094 }),
      (kind, accrual, [value, more], n) => {
        const day = addDays('2027-01-01', n)
        const lamp = (last: number) =>
          verdict({ kind, accrual, value: 300, whole: false }, [['2027-01-01', 0], [day, last]], day).lamp // biome-ignore format: figures
        expect(rank[lamp(value + more)]).toBeLessThanOrEqual(rank[lamp(value)])
      },
    ),
  ))

test('the same figures split over townships come to the same lamp and figure', () =>
  fc.assert(
    fc.property(fc.array(fc.nat(60), { minLength: 1, maxLength: 8 }), (parts) => {
      const target = { kind: 'new_in_period', accrual: 'within', value: 300 } as const
      const whole = parts.reduce((a, b) => a + b, 0)
      const reports = parts.map((value, i) =>
        aReport({ agencyId: `乡镇${i}`, submittedOn: '2028-03-25', values: [{ targetId, value, on: '2028-03-25' }] }),
      )
      const split = judgeFacts({ ...factsOf(target, []), reports }, '2028-03-25').tasks[0]!.targets[0]!
      const one = verdict(target, [['2028-03-25', whole]], '2028-03-25')
      expect([split.reached, split.lamp]).toEqual([one.reached, one.lamp])
    }),
  ))
