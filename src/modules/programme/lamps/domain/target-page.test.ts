import { describe, expect, test } from 'vitest'
import { aBasis, aTarget, known, stating, targetId } from './facts.fixture.ts'
import type { TargetFact } from './facts.ts'
import { layOut } from './judge-programme.ts'
import { showTarget } from './show-target.ts'
import { answerOf } from './target-answer.ts'
import { layOutTargetChart } from './target-chart.ts'
import type { Course } from './trajectory.ts'
import type { Forecast, TargetVerdict } from './verdict.ts'

const today = '2026-06-30'

describe('a target answers in a sentence', () => {
  const verdict = (more: Partial<TargetVerdict> = {}): TargetVerdict => ({
    targetId,
    lamp: 'green',
    reasons: [],
    saidBy: [],
    reached: 30,
    asOfOn: today,
    expectedNow: 30,
    wanted: 100,
    wantedOn: '2026-12-31',
    forecast: null,
    ...more,
  })
  const answer = (more: Partial<TargetVerdict>, op: '>=' | '<=' | '<' | '>' = '>=') =>
    answerOf({ indicator: '服务站', unit: '家', op }, verdict(more), today)
  const forecast = (reachesOn: string | null): Forecast => ({
    on: '2026-12-31',
    value: 88,
    low: 80,
    high: 90,
    reachesOn,
  })
  const reason = (code: string) => [{ code, text: '', refs: [], saidBy: [] }]

  test('that nothing is known, and why', () => {
    expect(answer({ reached: null, reasons: reason('notStarted') })).toBe('服务站：未知（尚未开始）')
    expect(answer({ reached: null, reasons: reason('noData') })).toBe('服务站：未知（尚无数据）')
    expect(answerOf({ indicator: '', unit: '', op: '>=' }, verdict({ reached: null }), today)).toContain('这项指标')
  })

  test('that it is done or not where no figure is wanted', () => {
    expect(answer({ wanted: null })).toBe('服务站已完成')
    expect(answer({ wanted: null, lamp: 'yellow' })).toBe('服务站尚未完成')
    expect(answer({ reasons: reason('done') })).toBe('服务站已完成')
  })

  test('that it is reached, by its own comparison', () => {
    expect(answer({ reached: 100 })).toBe('服务站为 100 家，已达到目标 100 家')
    expect(answer({ reached: 100 }, '>')).toContain('服务站还没有超过 100 家')
    expect(answer({ reached: 90 }, '<=')).toContain('已达到')
    expect(answer({ reached: 90 }, '<')).toContain('已达到')
    expect(answer({ reached: 110 }, '<=')).toContain('服务站还高出 10 家')
  })

  test('how far it is, and when it will be there', () => {
    expect(answer({ forecast: forecast('2026-10-28') })).toBe('服务站离目标还差 70 家，按现在的速度10月达到')
    expect(answer({ forecast: forecast('2026-12-31') })).toContain('按现在的速度12月达到')
    expect(answer({ forecast: forecast('2027-03-01') })).toContain('按现在的速度要到2027年3月才达到')
    expect(answer({ forecast: forecast(null) })).toContain('按现在的速度到期约为 88 家')
    expect(answer({})).toContain('还不能预测')
    expect(
      [answer({ wantedOn: '2026-06-29' }), answer({ wantedOn: today })].map((one) => one.includes('期限已过')),
    ).toEqual([true, false])
  })
})

describe('what a chart draws', () => {
  const shown = (target: Partial<TargetFact>, course?: Course) => {
    const basis = aBasis({ targets: [aTarget(target)] })
    const courses = new Map(course ? [[targetId, course]] : [])
    const facts = known({
      basis,
      courses,
      reports: stating([
        ['2026-03-31', 20],
        ['2026-06-30', 60],
      ]),
    })
    return showTarget(layOut(facts, today).targetCases.get(targetId)!)
  }

  test('are the figures and the even way they are held against', () => {
    expect(shown({}).series.map(({ value }) => value)).toEqual([20, 60])
    expect(shown({}).course).toEqual([
      { on: '2026-01-01', value: 0 },
      { on: '2026-12-31', value: 100 },
    ])
  })

  test('steps where quarters end', () => {
    const { course } = shown(
      { startOn: '2026-03-31', endOn: '2026-12-31' },
      { shape: 'quarters', shares: [0, 0.5, 0.5, 1] },
    )
    expect(course.map(({ on }) => on)).toEqual([
      '2026-03-31',
      '2026-06-29',
      '2026-06-30',
      '2026-09-29',
      '2026-09-30',
      '2026-12-31',
    ])
    expect(course.map(({ value }) => value)).toEqual([0, 0, 50, 50, 50, 100])
  })

  test('of something done or not, figures alone', () => {
    expect(shown({ kind: 'coverage' })).toMatchObject({ course: [], series: [{ value: 20 }, { value: 60 }] })
  })
})

describe('the chart', () => {
  const course = [
    { on: '2026-01-01', value: 0 },
    { on: '2026-12-31', value: 100 },
  ]
  const chart = (more: Partial<Parameters<typeof layOutTargetChart>[0]> = {}, width = 600) =>
    layOutTargetChart({ series: [], course, forecast: null, wanted: 100, day: today, ...more }, width)

  test('holds the first day at its left, the last at its right, the highest within', () => {
    const { x, y, plot, height } = chart()
    expect([x('2026-01-01'), x('2026-12-31')]).toEqual([plot.left, plot.right])
    expect(y(0)).toBe(plot.bottom)
    expect(y(100)).toBeGreaterThan(plot.top)
    expect([height, chart({}, 300).height, chart({}, 2000).height]).toEqual([252, 220, 340])
  })

  test('is marked by round figures from nothing when that is near, and by quarters', () => {
    expect(chart().yTicks).toEqual([0, 50, 100, 150])
    expect(chart().xTicks.map(({ label }) => label)).toEqual(['2026年', '4月', '7月', '10月'])
  })

  test('of long times is marked by half years', () => {
    const long = [...course, { on: '2028-12-31', value: 300 }]
    expect(chart({ course: long }).xTicks.map(({ label }) => label)).toEqual([
      '2026年',
      '7月',
      '2027年',
      '7月',
      '2028年',
      '7月',
    ])
  })

  test('far from nothing begins near its figures, below the lowest', () => {
    const high = course.map(({ on, value }) => ({ on, value: 900 + value / 10 }))
    const { yTicks } = chart({ course: high, wanted: 910 })
    expect(yTicks[0]).toBeLessThan(900)
    expect(yTicks[0]).toBeGreaterThan(800)
    expect(yTicks.at(-1)).toBeGreaterThanOrEqual(910)
  })

  test('makes room for the forecast and the day it is looked at', () => {
    const forecast = { on: '2027-03-31', value: 140, low: 120, high: 180, reachesOn: null }
    const { x, y, plot } = chart({ forecast, day: '2027-01-31' })
    expect(x('2027-03-31')).toBe(plot.right)
    expect(y(180)).toBeGreaterThanOrEqual(plot.top)
    expect(chart({ day: '2027-01-31' }).x('2027-01-31')).toBe(plot.right)
  })

  test('of one figure on one day still has a place for it', () => {
    const { yTicks, x, y } = chart({ course: [{ on: today, value: 5 }], wanted: null })
    expect(yTicks).toEqual([5])
    expect(Number.isFinite(x(today)) && Number.isFinite(y(5))).toBe(true)
  })
})
