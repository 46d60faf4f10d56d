import { describe, expect, test } from 'vitest'
import { aBasis, aReport, aTarget, known, stating, targetId } from './facts.fixture.ts'
import type { ProgrammeFacts, TargetFact } from './facts.ts'
import { type IndicatorRow, indicatorRow } from './indicator-row.ts'
import { layOut } from './judge-programme.ts'

const day = '2026-06-30'
type Figures = Parameters<typeof stating>[0]

function rowOf(target: Partial<TargetFact>, figures: Figures, more: Partial<ProgrammeFacts> = {}): IndicatorRow {
  const basis = aBasis({ targets: [aTarget(target)] })
  const facts = known({ basis, reports: stating(figures), nameOf: () => '县科技局', ...more })
  return indicatorRow(layOut(facts, day).targetCases.get(targetId)!, facts)
}

const stock = { kind: 'stock', value: 60, baseline: 40, startOn: '2026-01-01', endOn: '2027-12-31' } as const

describe('the line of an indicator', () => {
  test('says what is wanted this year, what was reached, and how far the year should be', () => {
    expect(rowOf(stock, [['2026-06-30', 45]])).toMatchObject({
      lastYear: '40',
      thisYear: '进度参考 49',
      reached: '45',
      done: '75%',
      pace: '73%',
      source: '县科技局报送',
      state: '已签收，截至 2026-06-30',
      rank: '未知（无排名数据）',
      lamp: 'green',
    })
  })

  test('without figures says so in every column', () => {
    expect(rowOf({ ...stock, baseline: null }, [])).toMatchObject({
      lastYear: '未知（无上年数据）',
      reached: '未知（尚无数据）',
      done: '未知（尚无数据）',
      pace: '未知（尚无数据）',
      overLastYear: '未知（无上年数据）',
      source: '未知（尚无数据）',
      state: '尚无数据',
      lamp: 'grey',
    })
  })

  test('of what should fall, or is wanted to be nothing, is no share', () => {
    const share = (more: Partial<TargetFact>) => rowOf({ ...stock, ...more }, [['2026-06-30', 45]])
    expect(share({ op: '<=' })).toMatchObject({ done: '未知（不按比例计算）', pace: '未知（不按比例计算）' })
    expect(share({ value: 0, baseline: 0 })).toMatchObject({
      done: '未知（不按比例计算）',
      pace: '未知（不按比例计算）',
    })
  })

  test('of something done or not names no figure', () => {
    expect(rowOf({ kind: 'milestone', op: 'by', value: null }, [['2026-06-30', 1]])).toMatchObject({
      thisYear: '完成',
      reached: '1',
      done: '未知（不按比例计算）',
    })
  })
})

describe('against the year before', () => {
  const over = (figures: Figures, more: Partial<TargetFact> = {}) =>
    rowOf({ ...stock, startOn: '2025-01-01', ...more }, figures)

  test('stands the last figure up to the same day, not one of later in that year', () => {
    const figures = [
      ['2025-06-30', 40],
      ['2025-07-01', 60],
      ['2026-06-30', 50],
    ] as const
    expect(over(figures)).toMatchObject({ lastYear: '60', overLastYear: '25%' })
    expect(over(figures.slice(1)).overLastYear).toBe('未知（无上年数据）')
    expect(over(figures.slice(0, 2)).overLastYear).toBe('未知（无上年数据）')
  })

  test('percentages are compared in points, and nothing with nothing not at all', () => {
    const figures = [
      ['2025-06-30', 3.1],
      ['2026-06-30', 4.2],
    ] as const
    expect(over(figures, { kind: 'ratio', unit: '%', whole: false }).overLastYear).toBe('1.1个百分点')
    expect(
      over([
        ['2025-06-30', 0],
        ['2026-06-30', 5],
      ]).overLastYear,
    ).toBe('未知（上年为 0）')
  })
})

describe('where a figure stands', () => {
  test('is the agency and whether it was signed for', () => {
    const waiting = aReport({ signedOn: null, values: [{ targetId, value: 45, on: day }] })
    const signed = aReport({ submittedOn: '2026-05-31' })
    expect(rowOf(stock, [], { reports: [signed, waiting] }).state).toBe('待签收，截至 2026-06-30')
    expect(rowOf(stock, [['2026-06-30', 45]], { nameOf: () => '报送单位' }).source).toBe('报送单位报送')
  })

  test('or the bulletin it was taken from', () => {
    const outside = [{ targetId, value: 45, on: day, from: '县统计局快报' }]
    expect(rowOf(stock, [], { outside })).toMatchObject({ source: '县统计局快报', state: '外部数据，截至 2026-06-30' })
  })
})
