import { describe, expect, test } from 'vitest'
import { addDays } from '#kernel/day.ts'
import { meaningOfFact } from './fact-meaning.ts'
import { aBasis, aDuty, agencyId, aReport, aTarget, aTask, known, stating, targetId } from './facts.fixture.ts'
import type { ProgrammeFacts, ReportFact, TargetFact } from './facts.ts'
import { forecastOf } from './forecast.ts'
import { judgeFacts } from './judge-programme.ts'
import type { Lamp } from './lamp.ts'
import { isLimit } from './limit.ts'
import { percent, quantile, withUnit } from './numbers.ts'
import { listObservations, sortObservations } from './series.ts'
import { layOutTargetChart } from './target-chart.ts'
import { finishOf, listDifficulties, listUnsignedFinishes } from './task-case.ts'

type Figures = readonly (readonly [string, number])[]
const judge = (facts: ProgrammeFacts, day: string) => judgeFacts(facts, day).tasks[0]!
const verdict = (target: Partial<TargetFact>, figures: Figures, day: string) =>
  judge(known({ basis: aBasis({ targets: [aTarget(target)] }), reports: stating(figures) }), day).targets[0]!

describe('a forecast', () => {
  const aim = { wanted: 100, wantedOn: '2026-12-31', falling: false, running: false, whole: false, highest: Infinity }
  const every30 = (values: readonly number[]) =>
    values.map((value, i) => ({ on: addDays('2026-01-31', i * 30), value }))

  test('is not given of what comes in lumps', () =>
    expect(forecastOf(every30([0, 0, 0, 0, 0, 0, 0, 0, 0, 9]), { ...aim, wanted: 10 })).toBeNull())

  test('falls when figures fall, and is not given of what can fall no further', () => {
    const near = { ...aim, wantedOn: '2026-10-27' }
    const value = (figures: number[], running = false) => forecastOf(every30(figures), { ...near, running })?.value
    expect(value([40, 37, 34, 31])).toBeCloseTo(31 - 0.1 * 179, 3)
    expect(value([-1, -2, -3, -4])).toBeCloseTo(-4 - (1 / 30) * 179, 3)
    expect([value([40, 30, 20, 10]), value([40, 37, 34, 31], true)]).toEqual([undefined, undefined])
  })

  test('strays as far up as figures strayed from the line', () => {
    const { value, high, low } = forecastOf(every30([10, 22, 28, 40, 50, 62]), { ...aim, highest: 1000 })!
    expect(high).toBeGreaterThan(value)
    expect(low).toBeLessThan(value)
  })
})

describe('a figure on its way', () => {
  test('about so many: a tenth less than the course will do, no more', () => {
    const on = (value: number) => verdict({ op: '~', whole: false }, [['2026-06-30', value]], '2026-06-30').lamp
    expect([on(45), on(44)]).toEqual(['green', 'yellow'])
  })

  test('holds 95 days, and is held against the day itself after that', () => {
    const on = (day: string) => verdict({}, [['2026-06-30', 49]], day).expectedNow
    expect([on('2026-06-30'), on('2026-10-03'), on('2026-10-04')]).toEqual([49, 49, 75])
  })

  test('the report of the last cycle is the final word only when the last day is over', () => {
    expect(verdict({}, [['2026-12-25', 97]], '2026-12-25').expectedNow).toBe(98)
    expect(verdict({}, [['2026-12-25', 97]], '2027-01-05').expectedNow).toBe(100)
  })

  test('a figure of before the first day adds nothing', () => {
    expect(
      verdict(
        {},
        [
          ['2025-12-31', 40],
          ['2026-06-30', 49],
        ],
        '2026-06-30',
      ).reached,
    ).toBe(49)
    expect(verdict({}, [['2025-12-31', 40]], '2026-06-30')).toMatchObject({ reached: null, lamp: 'grey' })
  })

  test('without a figure it is done or not', () => {
    expect(verdict({ kind: 'stock', value: null }, [['2026-06-30', 1]], '2026-06-30').lamp).toBe('green')
  })

  test('a limit and a falling target say no share of the whole', () => {
    const words = (target: Partial<TargetFact>, value: number) =>
      verdict({ kind: 'ratio', unit: '%', whole: false, value: 85, ...target }, [['2026-06-30', value]], '2026-06-30')
        .reasons[0]!.text
    expect(words({ words: '空气优良天数比率始终不低于85%' }, 80)).toBe(
      '“科技服务站”截至6月30日为 80%，要求始终不低于 85%，差 5个百分点。',
    )
    expect(words({ op: '<=', words: '不良率控制在85%以内' }, 90)).toContain('要求始终不高于 85%，超出 5个百分点。')
    expect(words({ op: '<=', words: '不良率降至85%', baseline: 95 }, 93)).not.toContain('占目标')
    expect(words({ words: '覆盖率达到85%', baseline: 5 }, 50)).toContain('，目标 85%')
  })
})

describe('the lamp of several targets', () => {
  const year = (id: string, of: number, value: number, more: Partial<TargetFact> = {}) =>
    aTarget({ id, value, startOn: `${of}-01-01`, endOn: `${of}-12-31`, ...more })
  const valueOf = (targets: TargetFact[], reports: ReportFact[], day: string) =>
    judge(known({ basis: aBasis({ targets }), reports }), day).value

  test('a year that is over counts until the plan’s figure for the next one runs', () => {
    const missed = stating([['2026-12-25', 40]], 'y26')
    expect(valueOf([year('y26', 2026, 100)], missed, '2027-03-01')?.lamp).toBe('red')
    expect(valueOf([year('y26', 2026, 100), year('y27', 2027, 100)], missed, '2027-03-01')?.lamp).toBe('grey')
    expect(valueOf([year('y26', 2026, 100), year('y28', 2028, 100)], missed, '2027-03-01')?.lamp).toBe('red')
    expect(valueOf([year('y26', 2026, 100), year('y25', 2025, 100)], missed, '2027-03-01')?.lamp).toBe('red')
  })

  test('says how many are well, and how many are silent, and of what is behind that alone', () => {
    const [a, b, c] = [aTarget(), aTarget({ id: 'b', indicator: '示范基地' }), aTarget({ id: 'c', indicator: '培训' })]
    const well = [...stating([['2026-06-30', 60]]), ...stating([['2026-06-30', 60]], 'b')]
    const text = (targets: TargetFact[], reports: ReportFact[]) =>
      valueOf(targets, reports, '2026-06-30')?.reasons.map((one) => one.text)
    expect(text([a, b], well)).toEqual(['2 个指标都不落后于进度线。'])
    expect(text([a, b, c], well)).toEqual(['2 个指标都不落后于进度线，另有 1 个未到期或没有数据。'])
    const behind = text([a, b], [...stating([['2026-06-30', 60]]), ...stating([['2026-06-30', 20]], 'b')])
    expect(behind).toHaveLength(1)
    expect(behind?.[0]).toContain('示范基地')
    const over = valueOf([a], stating([['2026-12-25', 20]]), '2027-01-05')
    expect(over?.reasons.map(({ code }) => code)).toEqual(['behindCourse', 'overdue'])
    expect(text([a], stating([['2026-12-25', 90]]))).toHaveLength(1)
  })
})

describe('freshness', () => {
  test('an older cycle that was left out is past when the newest one was answered', () => {
    const duties = [
      aDuty({ cycle: '2026-04', opensOn: '2026-04-01', dueOn: '2026-04-25' }),
      aDuty({ cycle: '2026-05', opensOn: '2026-05-01', dueOn: '2026-05-25' }),
    ]
    const reports = [aReport({ submittedOn: '2026-05-20', cycle: '2026-05', state: 'unchanged' })]
    expect(judge(known({ duties, reports }), '2026-06-02').freshness.state).toBe('fresh')
  })
})

describe('a limit', () => {
  const of = (given: Partial<Parameters<typeof isLimit>[0]>) =>
    isLimit({ kind: 'ratio', op: '<=', ranked: false, value: 3, baseline: null, words: '不良率3%以内', ...given })
  test.each<[string, Parameters<typeof of>[0], boolean]>([
    ['a ceiling', {}, true], ['without a figure', { value: null }, false], ['about', { op: '~' }, false], ['about, worded as a floor', { op: '~', words: '比率不低于3%' }, false], ['exactly', { op: '=' }, false], ['by so much', { op: 'by' }, false],
    ['a baseline at the limit', { baseline: 3 }, true], ['a baseline beyond', { baseline: 4 }, false], ['a baseline below', { baseline: 2 }, true],
    ['a floor', { op: '>=', words: '比率不低于3%' }, true], ['a floor reached already', { op: '>=', words: '比率不低于3%', baseline: 3 }, true],
    ['a floor still to reach', { op: '>=', words: '比率不低于3%', baseline: 2 }, false], ['a rank', { ranked: true }, false], ['growth', { kind: 'growth' }, false],
    ['no words', { words: undefined }, false], ['a sum', { kind: 'amount' }, false],
  ])('%s: %j is %s', (_, given, limit) => expect(of(given)).toBe(limit)) // biome-ignore format: a table
})

describe('words and figures', () => {
  test('no unit, no space', () =>
    expect([withUnit(3, ''), withUnit(3, '%'), withUnit(3, '家')]).toEqual(['3', '3%', '3 家']))
  test('a share is not rounded up', () =>
    expect([percent(0.999), percent(0.29), percent(1)]).toEqual(['99%', '29%', '100%']))
  test('between two values in proportion', () =>
    expect([quantile([0, 10], 0.25), quantile([0, 10, 20], 0.75), quantile([5], 0.9)]).toEqual([2.5, 15, 5]))
  test.each([
    ['growth', '单位能耗下降', '2026-01-01', '2028-12-31', 'zero'], ['growth', '单位能耗年均下降', '2026-01-01', '2028-12-31', 'zero'],
    ['growth', '单位能耗下降', '2026-01-01', '2026-12-31', 'always'], ['growth', '单位能耗下降', '2026-01-01', null, 'always'],
    ['growth', '每年单位能耗下降', '2026-01-01', '2028-12-31', 'always'], ['growth', '产值增长', '2026-01-01', '2028-12-31', 'always'],
    ['stock', '下降', '2026-01-01', '2028-12-31', 'baseline'],
  ] as const)('%s of %s from %s to %s begins %s', (kind, indicator, startOn, endOn, from) =>
    expect(meaningOfFact(aTarget({ kind, indicator, startOn, endOn })).from).toBe(indicator.includes('年均') ? 'always' : from)) // biome-ignore format: a table
})

describe('figures in order', () => {
  test('by day, then as they were handed in', () => {
    const reports = [aReport({ id: 'late', submittedOn: '2026-06-20', values: [{ targetId, value: 3, on: '2026-05-31' }] }),
      aReport({ id: 'first', submittedOn: '2026-06-01', values: [{ targetId, value: 1, on: '2026-05-31' }] }),
      aReport({ id: 'old', submittedOn: '2026-06-25', values: [{ targetId, value: 2, on: '2026-04-30' }] }),
      aReport({ id: 'twin', submittedOn: '2026-06-20', values: [{ targetId, value: 4, on: '2026-05-31' }] })]
    const sorted = sortObservations(listObservations({ reports, outside: [], basis: aBasis() }, '2026-06-30'))
    expect(sorted.map(({ reportId }) => reportId)).toEqual(['old', 'first', 'late', 'twin'])
  }) // biome-ignore format: a list

  test('newest first is no order', () => {
    const [old, late] = listObservations(
      {
        reports: stating([
          ['2026-04-30', 1],
          ['2026-05-31', 2],
        ]),
        outside: [],
        basis: aBasis(),
      },
      '2026-06-30',
    )
    expect(sortObservations([late!, old!]).map(({ value }) => value)).toEqual([1, 2])
  })

  test('a figure from outside is of its month, and none of a later day is known', () => {
    const outside = [{ targetId, value: 3, on: '2026-06-30', from: '统计公报' }, { targetId, value: 9, on: '2026-07-01', from: '统计公报' }]
    expect(listObservations({ reports: [], outside, basis: aBasis() }, '2026-06-30')).toMatchObject([{ cycle: '2026-06', value: 3, reportId: null }])
  }) // biome-ignore format: a list
})

describe('what agencies said', () => {
  const said = (by: string, state: ReportFact['state'], signedOn: string | null = '2026-06-10') =>
    aReport({ agencyId: by, state, submittedOn: '2026-06-09', signedOn })

  test('nobody said anything: not finished; one of two, or unsigned: neither', () => {
    expect(finishOf({ reports: [], duties: [] })).toBeUndefined()
    expect(finishOf({ reports: [said('甲', 'finished')], duties: [] })).toBeDefined()
    expect(finishOf({ reports: [said('甲', 'finished', null)], duties: [] })).toBeUndefined()
    expect(finishOf({ reports: [said('甲', 'finished'), said('乙', 'finished', null)], duties: [] })).toBeUndefined()
    expect(finishOf({ reports: [said('甲', 'finished'), said('乙', 'progressed')], duties: [] })).toBeUndefined()
  })

  test('all in difficulty, or waiting to be signed, are named, who spoke last first', () => {
    const of = (found: readonly ReportFact[]) => found.map(({ agencyId }) => agencyId)
    const waiting = [said('甲', 'finished', null), said('乙', 'finished', null), said('甲', 'finished', null)]
    expect(of(listUnsignedFinishes({ reports: waiting }))).toEqual(['甲', '乙'])
    expect(listUnsignedFinishes({ reports: [said('甲', 'finished')] })).toEqual([])
    expect(of(listDifficulties({ reports: [said('甲', 'difficult'), said('乙', 'difficult')] }))).toEqual(['乙', '甲'])
    expect(listDifficulties({ reports: [said('甲', 'difficult'), said('甲', 'progressed')] })).toEqual([])
  })
})

test('a limit that stays where it is gives no doubt, a goal that does is one', () => {
  const doubts = (words: string) => {
    const target = aTarget({ kind: 'ratio', unit: '%', whole: false, value: 85, baseline: 60, op: '>=', words })
    const figures = ['2026-03-20', '2026-04-20', '2026-05-20'].map((on) => [on, 84.9] as const)
    return judge(known({ basis: aBasis({ targets: [target] }), reports: stating(figures) }), '2026-05-21')
  }
  expect(doubts('比率达到85%').doubts.map(({ code }) => code)).toEqual(['flat'])
  const kept = stating(['2026-03-20', '2026-04-20', '2026-05-20'].map((on) => [on, 90] as const))
  const limit = aTarget({ kind: 'ratio', unit: '%', whole: false, value: 85, words: '比率始终不低于85%' })
  const verdict85 = judge(known({ basis: aBasis({ targets: [limit] }), reports: kept }), '2026-05-21')
  expect(verdict85).toMatchObject({ summary: 'green', doubts: [] })
})

test('a target without figures says who is to give them', () => {
  const text = (given: Partial<TargetFact>) => {
    const { tasks, overall } = judgeFacts(known({ basis: aBasis({ targets: [aTarget(given)] }) }), '2026-06-30')
    return [...overall, ...tasks.flatMap(({ targets }) => targets)][0]?.reasons[0]?.text
  }
  expect(text({})).toBe('“科技服务站”还没有数据。请牵头单位在下一次报送时填写。')
  expect(text({ taskId: null })).toContain('没有任务承担这项指标的报送')
  expect(text({ kind: 'milestone', value: null, endOn: null })).toContain('还没有数据')
  expect(text({ kind: 'milestone', value: null, endOn: '2026-12-31' })).toBe(
    '“科技服务站”12月31日到期，还没有报过完成。',
  )
})

test('a chart holds its figures between its ticks, days from left to right', () => {
  const chart = layOutTargetChart(
    {
      series: [
        { on: '2026-01-01', value: 80 },
        { on: '2026-12-31', value: 100 },
      ],
      course: [],
      forecast: null,
      wanted: 90,
      day: '2026-06-30',
    },
    800,
  )
  const { plot, x, y, yTicks } = chart
  expect([x('2026-01-01'), x('2026-12-31')]).toEqual([plot.left, plot.right])
  expect(yTicks[0]).toBeLessThan(80)
  expect(yTicks[0]).toBeGreaterThanOrEqual(70)
  expect(y(80)).toBeLessThan(plot.bottom)
  expect(y(100)).toBeGreaterThanOrEqual(plot.top)
  expect(y((yTicks[0]! + yTicks.at(-1)!) / 2)).toBeCloseTo((plot.top + plot.bottom) / 2)
})

test('a lamp waits for the day after its last', () => {
  const lamps = (days: string[]) => days.map((day): Lamp => verdict({}, [['2026-12-25', 99]], day).lamp)
  expect(lamps(['2026-12-31', '2027-01-01'])).toEqual(['yellow', 'red'])
  expect(agencyId).toBe(aTask().agencies[0]?.agencyId)
})
