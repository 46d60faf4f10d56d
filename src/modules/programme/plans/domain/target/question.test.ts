import { describe, expect, test } from 'vitest'
import { carriesOver, endsAtHundred, growsOnly, mayBeNegative, type Questioned, questionOf } from './question.ts'

const years = { start: '2026-03-01', end: '2028-12-31' }

test.each<[Questioned, string, string]>([
  [{ kind: 'stock', accrual: 'standing', period: years }, '2026-06-30', '截至目前的总数'],
  [{ kind: 'amount', accrual: 'standing', period: years }, '2026-06-30', '截至目前的总数'],
  [{ kind: 'ratio', accrual: 'always', period: years }, '2026-06-30', '最近一次的比率'],
  [{ kind: 'duration', accrual: 'always', period: years }, '2026-06-30', '目前实际的时限'],
  [{ kind: 'growth', accrual: 'of_year', period: years }, '2026-06-30', '与上年同期相比，今年累计增幅'],
  [{ kind: 'growth', accrual: 'standing', period: years }, '2026-06-30', '与基期相比的累计增幅'],
  [{ kind: 'new_in_period', accrual: 'within', period: years }, '2027-06-30', '2026年3月以来累计新增，不是本月数'],
  [{ kind: 'new_in_period', accrual: 'within', period: null }, '2027-06-30', '开始以来累计新增，不是本月数'],
  [{ kind: 'amount', accrual: 'within', period: years }, '2027-06-30', '2026年3月以来累计金额，不是本月数'],
  [{ kind: 'new_per_year', accrual: 'each_year', period: years }, '2026-06-30', '2026年3月以来累计新增，不是本月数'],
  [{ kind: 'new_per_year', accrual: 'each_year', period: years }, '2027-06-30', '今年1月以来累计新增，不是本月数'],
  [{ kind: 'new_per_year', accrual: 'each_year', period: null }, '2027-06-30', '今年1月以来累计新增，不是本月数'],
  [{ kind: 'amount', accrual: 'of_year', period: years }, '2027-06-30', '今年1月以来累计金额，不是本月数；按2028年当年数判断，此前作参考'],
  [{ kind: 'amount', accrual: 'of_year', period: years }, '2028-06-30', '今年1月以来累计金额，不是本月数'],
  [{ kind: 'net_increase', accrual: 'within', period: years }, '2027-06-30', '2026年3月以来净增，减少的要扣除'],
  [{ kind: 'net_increase', accrual: 'within', period: years, baseline: { value: 40 } }, '2027-06-30', '截至目前的总数，系统减去基数 40 得净增'],
  [{ kind: 'cadence', accrual: 'each_year', period: years }, '2026-06-30', '本期是否做到'],
  [{ kind: 'milestone', accrual: 'standing', period: years }, '2026-06-30', '是否已经做到'],
  [{ kind: 'coverage', accrual: 'standing', period: years }, '2026-06-30', '截至目前的覆盖率'],
])('%j asked on %s means %s', (target, on, words) => expect(questionOf(target, on)).toBe(words)) // biome-ignore format: a table

describe('figures from one cycle to the next', () => {
  const each = { kind: 'new_per_year', accrual: 'each_year', period: years } as const
  test('a year’s count ends with its year; all others stand', () => {
    expect([carriesOver(each, '2026-11', '2026-12'), carriesOver(each, '2026-12', '2027-01')]).toEqual([true, false])
    expect(carriesOver({ kind: 'amount', accrual: 'of_year' }, '2026-Q4', '2027-Q1')).toBe(false)
    expect(
      carriesOver(
        { ...each, accrual: 'of_year', period: { start: '2026-01-01', end: '2026-12-31' } },
        '2026-12',
        '2027-01',
      ),
    ).toBe(true)
    expect(carriesOver({ kind: 'new_in_period', accrual: 'within' }, '2026-12', '2027-01')).toBe(true)
    expect(carriesOver({ kind: 'ratio', accrual: 'each_year' }, '2026-12', '2027-01')).toBe(true)
  })
  test('only what adds up and is no balance grows only', () => {
    expect([
      growsOnly(each),
      growsOnly({ kind: 'milestone' }),
      growsOnly({ kind: 'amount', accrual: 'standing' }),
    ]).toEqual([true, true, false])
    expect([growsOnly({ kind: 'net_increase' }), growsOnly({ kind: 'stock' })]).toEqual([false, false])
  })
  test('below zero is a growth, and a net increase stated as such', () => {
    expect([mayBeNegative({ kind: 'growth' }), mayBeNegative({ kind: 'net_increase' })]).toEqual([true, true])
    expect([mayBeNegative({ kind: 'net_increase', baseline: { value: 3 } }), mayBeNegative({ kind: 'stock' })]).toEqual(
      [false, false],
    )
  })
  test('shares in per cent end at a hundred', () => {
    expect([
      endsAtHundred({ kind: 'ratio', unit: '%' }),
      endsAtHundred({ kind: 'growth', unit: '%' }),
      endsAtHundred({ kind: 'ratio', unit: '人/万人' }),
    ]).toEqual([true, false, false])
  })
})
