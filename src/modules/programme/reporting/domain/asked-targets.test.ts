import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AskableTarget } from './askable-target.ts'
import { type Asking, planAsking, usualSource } from './asked-targets.ts'

const aTarget = (id: string, more: Partial<AskableTarget> = {}): AskableTarget => ({
  id,
  taskId: 'task',
  kind: 'stock',
  unit: '家',
  value: 42,
  valueMax: null,
  period: { start: '2026-01-01', end: '2028-12-31' },
  indicator: { text: id, code: null },
  repeats: null,
  ...more,
})

const cycle = { startOn: '2026-03-01', endOn: '2026-03-31' }
const askAll = (targets: readonly AskableTarget[], more: Partial<Parameters<typeof planAsking>[1]> = {}) =>
  planAsking(targets, { cycle, sourceOf: usualSource, isReached: () => false, ...more })
const yearly = (year: number) => ({ period: { start: `${year}-01-01`, end: `${year}-12-31` } })
const same = { indicator: { text: '高新技术企业总数', code: 'HNTE_STOCK' } }

describe('what is asked', () => {
  test.each([
    ['a total', {}, 'number'],
    ['a milestone', { kind: 'milestone', value: null }, 'done'],
    ['something held every month', { kind: 'cadence', value: 1 }, 'done'],
    ['a coverage in per cent', { kind: 'coverage', value: 100, unit: '%' }, 'number'],
    ['a coverage without a figure', { kind: 'coverage', value: null }, 'done'],
    ['money offered to applicants', { kind: 'benefit' }, null],
    ['what the statistics bureau states', { indicator: { text: '研发经费占比', code: 'RD_GDP_RATIO' } }, null],
    ['an overall target of no task', { taskId: null }, null],
    ['a target that has not begun', yearly(2027), null],
  ] as const)('%s', (_name, more, ask) => expect(askAll([aTarget('a', more)]).get('a')?.ask).toBe(ask))

  test('a target past its period is asked until it is reached', () => {
    const past = aTarget('a', { period: { start: '2025-01-01', end: '2025-12-31' } })
    expect(askAll([past]).get('a')?.ask).toBe('number')
    expect(askAll([past], { isReached: () => true }).get('a')?.ask).toBeNull()
  })

  test('a year’s count that is over is asked no more once the next year’s runs, and only by the same words and unit', () => {
    const flow = (id: string, year: number, more: Partial<AskableTarget> = {}) =>
      aTarget(id, { kind: 'new_per_year', indicator: { text: '新增平台', code: null }, ...yearly(year), ...more })
    const old = flow('old', 2025)
    const asking = (next: AskableTarget) => askAll([old, next]).get('old')!
    expect(asking(flow('next', 2026))).toMatchObject({ ask: null, why: '期限已过，不再填报' })
    expect(asking(flow('next', 2026, { period: null })).ask).toBeNull()
    expect(asking(flow('next', 2026, { period: { start: '2026-01-01', end: '2026-03-01' } })).ask).toBeNull()
    expect(asking(flow('next', 2026, { period: { start: '2026-01-01', end: '2026-02-28' } })).ask).toBe('number')
    expect(asking(flow('next', 2026, { unit: '个' })).ask).toBe('number')
    expect(asking(flow('next', 2026, { taskId: 'other' })).ask).toBe('number')
    expect(asking(flow('next', 2026, { indicator: { text: '新增企业', code: null } })).ask).toBe('number')
  })

  test('a target is asked from the cycle its period begins in to the one it ends in', () => {
    const ask = (start: string, end: string) =>
      askAll([aTarget('a', { period: { start, end } })], { isReached: () => true }).get('a')?.ask
    expect([ask('2026-03-31', '2026-12-31'), ask('2026-04-01', '2026-12-31')]).toEqual(['number', null])
    expect([ask('2025-01-01', '2026-03-01'), ask('2025-01-01', '2026-02-28')]).toEqual(['number', null])
    expect(askAll([aTarget('a', { period: null })], { isReached: () => true }).get('a')?.ask).toBe('number')
  })

  test('a source set for the programme is taken at its word', () => {
    const computed = { source: 'computed', from: '技术合同登记' } as const
    expect(askAll([aTarget('a')], { sourceOf: () => computed }).get('a')).toMatchObject({
      ask: null,
      why: '由系统按技术合同登记计算，不用填',
    })
  })
})

describe('one figure is asked once', () => {
  test('a total with a mark for each year is asked for the year in force, and serves all', () => {
    const marks = [2026, 2027, 2028].map((year) => aTarget(String(year), { ...same, ...yearly(year) }))
    const asked = askAll(marks)
    expect(marks.map(({ id }) => asked.get(id)?.ask)).toEqual(['number', null, null])
    expect(asked.get('2026')?.covers).toEqual(['2027', '2028'])
    const next = askAll(marks, { cycle: { startOn: '2027-03-01', endOn: '2027-03-31' } })
    expect(marks.map(({ id }) => next.get(id)?.ask)).toEqual([null, 'number', null])
  })

  test('an overall target is answered by the task that repeats it', () => {
    const asked = askAll([
      aTarget('overall', { ...same, taskId: null }),
      aTarget('own', { ...same, repeats: 'overall' }),
    ])
    expect(asked.get('own')).toMatchObject({ ask: 'number', covers: ['overall'] })
    expect(asked.get('overall')?.ask).toBeNull()
  })

  test('a task’s mark that repeats an overall target ties that to the task’s other marks', () => {
    const asked = askAll([
      aTarget('overall', { ...same, taskId: null }),
      aTarget('2026', { ...same, ...yearly(2026) }),
      aTarget('2027', { ...same, ...yearly(2027), repeats: 'overall' }),
    ])
    expect(asked.get('2026')?.ask).toBe('number')
    expect([...(asked.get('2026')?.covers ?? [])].sort()).toEqual(['2027', 'overall'])
    expect(asked.get('overall')?.why).toBe('与“高新技术企业总数”是同一个数，不重复填')
  })

  test('overall marks of several years that nothing ties to a task stay apart', () => {
    const asked = askAll([2026, 2027].map((year) => aTarget(String(year), { ...same, ...yearly(year), taskId: null })))
    const why = '总体目标，没有单独的牵头单位'
    expect([asked.get('2026')?.why, asked.get('2027')?.why]).toEqual([why, why])
  })

  test('a mark without years is in force always, and stands behind one whose year runs', () => {
    const asked = (year: number) => {
      const found = askAll([
        aTarget('always', { ...same, period: null }),
        aTarget('year', { ...same, ...yearly(year) }),
      ])
      return [found.get('always')?.ask, found.get('year')?.ask]
    }
    expect([asked(2026), asked(2027)]).toEqual([
      [null, 'number'],
      ['number', null],
    ])
  })

  test('a mark is in force from the cycle its period begins in, on its last day too', () => {
    const asked = (start: string) =>
      askAll([aTarget('all', same), aTarget('new', { ...same, period: { start, end: '2026-12-31' } })])
    expect(asked('2026-03-31').get('new')).toMatchObject({ ask: 'number', covers: ['all'] })
    expect(asked('2026-04-01').get('all')).toMatchObject({ ask: 'number', covers: ['new'] })
  })

  test.each([
    ['a level', { kind: 'stock' }, 'number'],
    ['something done', { kind: 'milestone', value: null }, 'done'],
  ] as const)('%s of three years is asked for itself, its years are not added up', (_name, kind, ask) => {
    const one = { ...kind, indicator: { text: '新品种评审', code: null } }
    const targets = [
      aTarget('all', one),
      ...[2026, 2027].map((year) => aTarget(String(year), { ...one, ...yearly(year) })),
    ]
    const asked = askAll(targets, { cycle: { startOn: '2028-03-01', endOn: '2028-03-31' } })
    expect(asked.get('all')).toMatchObject({ ask, sumOf: [] })
  })

  test('years that reach beyond the total are no part of it', () => {
    const flow = { kind: 'new_in_period' as const, indicator: { text: '新增平台', code: null } }
    const parts = (start: string, end: string) =>
      askAll([
        aTarget('all', flow),
        aTarget('2027', { ...flow, ...yearly(2027) }),
        aTarget('other', { ...flow, period: { start, end } }),
      ]).get('all')?.sumOf
    expect(parts('2026-01-01', '2026-12-31')).toEqual(['2027', 'other'])
    expect(parts('2025-12-31', '2026-12-31')).toEqual([])
    expect(parts('2028-01-01', '2029-01-01')).toEqual([])
    const other = { ...flow, indicator: { text: '新增企业', code: null } }
    const years = [2026, 2027].map((year) => aTarget(String(year), { ...other, ...yearly(year) }))
    expect(askAll([aTarget('all', flow), ...years]).get('all')).toMatchObject({ ask: 'number', sumOf: [] })
  })

  test('a total over three years given by year is added up', () => {
    const flow = { kind: 'new_in_period' as const, indicator: { text: '新增平台', code: null } }
    const asked = askAll([
      aTarget('all', flow),
      ...[2026, 2027, 2028].map((year) => aTarget(String(year), { ...flow, ...yearly(year) })),
    ])
    expect(asked.get('all')).toMatchObject({ ask: null, sumOf: ['2026', '2027', '2028'] })
    expect(asked.get('2026')?.ask).toBe('number')
  })
})

const kinds = ['stock', 'new_in_period', 'ratio', 'milestone', 'cadence', 'benefit', 'amount'] as const
const someTargets = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...kinds),
      text: fc.constantFrom('甲', '乙'),
      taskId: fc.constantFrom('t1', 't2', null),
      year: fc.constantFrom(2026, 2027, 2028),
      repeats: fc.option(fc.nat(20), { nil: null }),
    }),
    { maxLength: 12 },
  )
  .map((drawn) =>
    drawn.map(({ kind, text, taskId, year, repeats }, i) =>
      aTarget(`x${i}`, {
        kind,
        taskId,
        ...yearly(year),
        indicator: { text, code: null },
        repeats: repeats !== null && repeats < i ? `x${repeats}` : null,
      }),
    ),
  )

test('whatever the plan says, every target is decided, and no figure that one answer covers is asked again', () =>
  fc.assert(
    fc.property(someTargets, (targets) => {
      const asked = askAll(targets)
      expect(asked.size).toBe(targets.length)
      const askings = [...asked.values()]
      const covered = askings.flatMap(({ covers }) => covers)
      expect(new Set(covered).size).toBe(covered.length)
      const isAsked = (asking: Asking | undefined) => asking?.ask !== null
      expect(covered.filter((id) => isAsked(asked.get(id)))).toEqual([])
      expect(askings.filter(({ ask, why }) => (ask === null) === (why === null))).toEqual([])
    }),
  ))
