import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#kernel/day.ts'
import { TargetKind } from '#modules/programme/plans/contract.ts'
import { aBasis, agencyId, aTarget, aTask, known, stating, targetId } from './facts.fixture.ts'
import type { ProgrammeFacts, TargetFact } from './facts.ts'
import { judgeFacts } from './judge-programme.ts'
import type { Lamp } from './lamp.ts'

type Figures = readonly (readonly [string, number])[]

const factsOf = (target: Partial<TargetFact>, figures: Figures, more: Partial<ProgrammeFacts> = {}) =>
  known({ basis: aBasis({ targets: [aTarget(target)] }), reports: stating(figures), ...more })

const verdict = (target: Partial<TargetFact>, figures: Figures, day: string, more: Partial<ProgrammeFacts> = {}) =>
  judgeFacts(factsOf(target, figures, more), day).tasks[0]!.targets[0]!

describe('a running figure', () => {
  test.each<[Figures, string, Lamp]>([
    [[], '2026-06-30', 'grey'],
    [[['2026-06-30', 60]], '2026-06-30', 'green'],
    [[['2026-06-30', 49]], '2026-06-30', 'green'],
    [[['2026-06-30', 48]], '2026-06-30', 'yellow'],
    [[['2026-06-30', 35]], '2026-06-30', 'yellow'],
    [[['2026-06-30', 30]], '2026-06-30', 'red'],
    // in the first tenth of the way nothing is red
    [[['2026-01-31', 0]], '2026-01-31', 'yellow'],
    // the figure is held against its own day while it is current, against today afterwards
    [[['2026-06-30', 50]], '2026-09-30', 'green'],
    [[['2026-06-30', 50]], '2026-10-30', 'red'],
    [[['2026-12-25', 97]], '2026-12-25', 'yellow'],
    [[['2026-12-25', 100]], '2026-12-28', 'green'],
    // the report of the last cycle is the final word
    [[['2026-12-25', 99]], '2027-01-05', 'red'],
    [[['2026-11-25', 99]], '2027-01-05', 'grey'],
    [[['2026-12-25', 100]], '2027-06-05', 'green'],
  ])('%j judged on %s is %s', (figures, day, lamp) => expect(verdict({}, figures, day).lamp).toBe(lamp))

  test('says its figures and rests on the report', () => {
    const { reasons, reached, expectedNow, asOfOn } = verdict({}, [['2026-06-30', 30]], '2026-06-30')
    expect({ reached, expectedNow, asOfOn }).toEqual({ reached: 30, expectedNow: 49, asOfOn: '2026-06-30' })
    expect(reasons[0]!.text).toBe(
      '“科技服务站”截至6月30日为 30 家，进度参考（推算）为 49 家，差 19 家，占目标 100 家的 30%。',
    )
    expect(reasons[0]!.refs.map(({ kind }) => kind)).toEqual(['target', 'statement'])
  })

  test('of two agencies the task names is the last one; members of a group add up', () => {
    const [mine, theirs] = stating([
      ['2026-06-28', 20],
      ['2026-06-30', 30],
    ])
    const reports = [mine!, { ...theirs!, agencyId: 'another' }]
    const reached = (named: string[]) => {
      const agencies = named.map((id) => ({ agencyId: id, name: id, isLead: true }))
      const facts = known({ basis: aBasis({ tasks: [aTask({ agencies })] }), reports })
      return judgeFacts(facts, '2026-06-30').tasks[0]!.targets[0]!.reached
    }
    expect(reached([agencyId, 'another'])).toBe(30)
    expect(reached(['各乡镇'])).toBe(50)
  })

  test('that fell is the last one stated, not the highest', () => {
    expect(
      verdict(
        {},
        [
          ['2026-05-31', 60],
          ['2026-06-30', 40],
        ],
        '2026-06-30',
      ).reached,
    ).toBe(40)
  })
})

describe('each kind is counted its own way', () => {
  const years = { startOn: '2026-01-01', endOn: '2028-12-31' }
  test.each<[string, Partial<TargetFact>, Figures, string, Lamp, number | null]>([
    ['a stock shows the last value, from its baseline', { kind: 'stock', baseline: 33, value: 42 }, [['2026-06-30', 38]], '2026-06-30', 'green', 37],
    ['a stock behind', { kind: 'stock', baseline: 33, value: 42 }, [['2026-06-30', 33]], '2026-06-30', 'red', 37],
    ['a stock without baseline started at the first figure', { kind: 'stock', value: 42 }, [['2026-02-28', 33], ['2026-11-29', 36]], '2026-11-29', 'red', 41],
    ['a stock met at once is kept', { kind: 'stock', value: 42 }, [['2026-02-28', 45], ['2026-06-30', 41]], '2026-06-30', 'yellow', 42],
    ['a yearly count begins again in January', { kind: 'new_per_year', value: 12, ...years }, [['2026-12-20', 12], ['2027-03-31', 2]], '2027-03-31', 'green', 2],
    ['a yearly count of last year holds until the new year is spoken of', { kind: 'new_per_year', value: 12, ...years }, [['2026-12-20', 9]], '2027-01-10', 'red', 12],
    ['a share is not added', { kind: 'ratio', unit: '%', whole: false, baseline: 30, value: 60, ...years }, [['2026-06-30', 32], ['2026-12-31', 41]], '2026-12-31', 'green', 39.9726],
    ['a figure per head is not added', { kind: 'per_capita', unit: '件', whole: false, baseline: 2, value: 4 }, [['2026-06-30', 3]], '2026-06-30', 'green', 2.989],
    ['growth is compared in points: near', { kind: 'growth', unit: '%', whole: false, value: 10 }, [['2026-06-30', 8.5]], '2026-06-30', 'yellow', 10],
    ['growth is compared in points: far', { kind: 'growth', unit: '%', whole: false, value: 10 }, [['2026-06-30', 7.9]], '2026-06-30', 'red', 10],
    ['growth reached', { kind: 'growth', unit: '%', whole: false, value: 10 }, [['2026-06-30', 10]], '2026-06-30', 'green', 10],
    ['a fall named for three years comes together over them', { kind: 'growth', indicator: '能耗下降', unit: '%', whole: false, value: 9, ...years }, [['2026-10-24', 2.1]], '2026-10-24', 'yellow', 2.4329],
    ['a net increase as stated', { kind: 'net_increase', value: 10 }, [['2026-06-30', 5]], '2026-06-30', 'green', 4],
    ['a net increase from a known start', { kind: 'net_increase', value: 10, baseline: 120 }, [['2026-06-30', 125]], '2026-06-30', 'green', 4],
    ['money adds up', { kind: 'amount', unit: '亿元', whole: false, value: 8 }, [['2026-06-30', 1.6]], '2026-06-30', 'red', 3.956],
    ['a duration falls', { kind: 'duration', op: '<=', unit: '天', whole: false, baseline: 30, value: 10 }, [['2026-06-30', 20]], '2026-06-30', 'green', 20.1099],
    ['a duration that did not fall', { kind: 'duration', op: '<=', unit: '天', whole: false, baseline: 30, value: 10 }, [['2026-06-30', 29]], '2026-06-30', 'red', 20.1099],
    ['a cap is kept', { kind: 'ratio', op: '<=', unit: '%', whole: false, value: 3 }, [['2026-06-30', 2.1]], '2026-06-30', 'green', 3],
    ['a cap is broken a little', { kind: 'ratio', op: '<=', unit: '%', whole: false, value: 3 }, [['2026-03-31', 2.1], ['2026-06-30', 3.3]], '2026-06-30', 'yellow', 3],
    ['a cap of money', { kind: 'amount', op: '<=', unit: '万元', whole: false, value: 100 }, [['2026-02-28', 90]], '2026-02-28', 'green', 100],
    ['a rank: lower is better', { kind: 'stock', unit: '位', ranked: true, value: 3, baseline: 9 }, [['2026-06-30', 6]], '2026-06-30', 'green', 7],
    ['about: a tenth less will do', { op: '~', value: 100 }, [['2026-12-31', 91]], '2026-12-31', 'green', 100],
    ['about: more than a tenth over is asked about', { op: '~', value: 100 }, [['2026-12-31', 120]], '2026-12-31', 'yellow', 100],
    ['more than: equal is not enough', { op: '>', value: 100 }, [['2026-12-31', 100]], '2026-12-31', 'yellow', 100],
    ['a range is reached at its lower end', { op: 'range', value: 5, valueMax: 8 }, [['2026-12-31', 6]], '2026-12-31', 'green', 5],
    ['a range is left at its upper end', { op: 'range', value: 5, valueMax: 8 }, [['2026-12-31', 9]], '2026-12-31', 'yellow', 5],
    ['coverage is done', { kind: 'coverage', unit: '%', value: 100 }, [['2026-06-30', 100]], '2026-06-30', 'green', null],
    ['coverage is not done and not due', { kind: 'coverage', unit: '%', value: 100 }, [['2026-06-30', 95]], '2026-06-30', 'grey', null],
    ['coverage is not done and over', { kind: 'coverage', unit: '%', value: 100 }, [['2026-12-25', 95]], '2027-01-02', 'red', 100],
    ['a milestone near its day', { kind: 'milestone', op: 'by', value: null, unit: '' }, [['2026-12-20', 0]], '2026-12-20', 'yellow', null],
    ['a milestone reached', { kind: 'milestone', op: 'by', value: null, unit: '' }, [['2026-06-20', 1]], '2026-12-20', 'green', null],
    ['a cadence kept', { kind: 'cadence', value: 2, unit: '期' }, [['2026-06-20', 1]], '2026-06-20', 'green', null],
    ['a cadence missed twice', { kind: 'cadence', value: 2, unit: '期' }, [['2026-05-20', 0], ['2026-06-20', 0]], '2026-06-20', 'red', null],
    ['what was to be reached by June and was in August', { kind: 'new_in_period', value: 12, endOn: '2026-06-30' }, [['2026-06-25', 7], ['2026-08-22', 12]], '2026-11-22', 'green', 12],
    ['what was to be reached by June and still is not', { kind: 'new_in_period', value: 12, endOn: '2026-06-30' }, [['2026-06-25', 7], ['2026-08-22', 9]], '2026-11-22', 'red', 12],
    ['what begins next year', { startOn: '2027-01-01', endOn: '2027-12-31' }, [['2026-06-30', 5]], '2026-06-30', 'grey', null],
    ['what has no time', { startOn: null, endOn: null }, [['2026-06-30', 5]], '2026-06-30', 'grey', null],
  ])('%s', (_, target, figures, day, lamp, expected) => {
    const found = verdict(target, figures, day)
    expect(found.lamp).toBe(lamp)
    expect(found.expectedNow).toBe(expected)
  })
}) // biome-ignore format: a table

describe('the plan speaks of one thing in several places', () => {
  const yearly = [
    aTarget({ id: 'y26', kind: 'stock', value: 42, startOn: '2026-01-01', endOn: '2026-12-31' }),
    aTarget({ id: 'y27', kind: 'stock', value: 51, startOn: '2027-01-01', endOn: '2027-12-31' }),
    aTarget({ id: 'y28', kind: 'stock', value: 62, startOn: '2028-01-01', endOn: '2028-12-31' }),
    aTarget({
      id: 'all',
      taskId: null,
      kind: 'stock',
      value: 62,
      startOn: '2026-01-01',
      endOn: '2028-12-31',
      repeats: 'y28',
    }),
  ]
  const facts = known({
    basis: aBasis({ targets: yearly }),
    reports: stating(
      [
        ['2026-02-28', 33],
        ['2026-12-25', 41],
      ],
      'y26',
    ),
  })

  test('each year has its own figure, the next begins where this one should end', () => {
    const of = (day: string) => Object.fromEntries(judgeFacts(facts, day).tasks[0]!.targets.map((t) => [t.targetId, t]))
    expect(of('2026-12-26')).toMatchObject({
      y26: { lamp: 'yellow', reached: 41 },
      y27: { lamp: 'grey' },
      y28: { lamp: 'grey' },
    })
    expect(of('2027-01-20')).toMatchObject({
      y26: { lamp: 'red' },
      y27: { lamp: 'yellow', reached: 41, expectedNow: 42 },
    })
  })

  test('the whole is held against the years on the way', () => {
    const overall = (day: string) => judgeFacts(facts, day).overall[0]!
    expect(overall('2026-12-26')).toMatchObject({ reached: 41, expectedNow: null, wanted: 62 })
  })

  test('a year that is over no longer colours the task once the next one runs', () => {
    const later = known({
      ...facts,
      thresholds: {},
      reports: [...facts.reports, ...stating([['2027-03-25', 46]], 'y27')],
    })
    const [task] = judgeFacts(later, '2027-03-26').tasks
    expect(task!.targets[0]).toMatchObject({ lamp: 'green' })
    expect(task!.value!.lamp).toBe('green')
  })

  test('a whole that nobody states is the sum of its years', () => {
    const parts = [
      aTarget({ id: 'sum', value: 6, startOn: '2026-01-01', endOn: '2028-12-31' }),
      aTarget({ id: 'p26', value: 1, startOn: '2026-01-01', endOn: '2026-12-31' }),
      aTarget({ id: 'p27', value: 2, startOn: '2027-01-01', endOn: '2027-12-31' }),
    ]
    const stated = [...stating([['2026-12-25', 1]], 'p26'), ...stating([['2027-06-25', 1]], 'p27')]
    const found = judgeFacts(known({ basis: aBasis({ targets: parts }), reports: stated }), '2027-06-30')
    expect(found.tasks[0]!.targets.find(({ targetId }) => targetId === 'sum')).toMatchObject({
      reached: 2,
      lamp: 'green',
    })
  })
})

describe('the course', () => {
  const by = (
    course: ProgrammeFacts['courses'] extends ReadonlyMap<string, infer C> ? C : never,
    day: string,
    value: number,
  ) => verdict({}, [[day, value]], day, { courses: new Map([[targetId, course]]) })

  test('by quarters wants nothing more before a quarter ends', () => {
    const course = { shape: 'quarters', shares: [0.1, 0.3, 0.6, 1] } as const
    const shares = [...course.shares]
    expect(by({ ...course, shares }, '2026-06-29', 10)).toMatchObject({ lamp: 'green', expectedNow: 10 })
    expect(by({ ...course, shares }, '2026-06-30', 10)).toMatchObject({ lamp: 'red', expectedNow: 30 })
  })

  test('set by hand goes through its points', () => {
    const course = { shape: 'points' as const, points: [{ on: '2026-06-30', value: 10 }] }
    expect(by(course, '2026-06-30', 10)).toMatchObject({ lamp: 'green', expectedNow: 10 })
    expect(by(course, '2026-12-31', 90)).toMatchObject({ lamp: 'yellow', expectedNow: 100 })
  })
})

test('a figure from outside counts like one that was stated, and says where it stood', () => {
  const facts = known({ outside: [{ targetId, value: 60, on: '2026-06-30', from: '县统计局快报' }] })
  expect(judgeFacts(facts, '2026-07-05').tasks[0]!.targets[0]).toMatchObject({ lamp: 'green', reached: 60 })
  expect(judgeFacts(facts, '2026-06-29').tasks[0]!.targets[0]).toMatchObject({ lamp: 'grey', reached: null })
})

const rank: Record<Lamp, number> = { grey: 0, green: 0, yellow: 1, red: 2 }
const aFigure = fc.integer({ min: 0, max: 150 })
const aDay = fc.integer({ min: 20, max: 380 }).map((n) => addDays('2026-01-01', n))
const figureKinds = TargetKind.options.filter((kind) => !['benefit', 'cadence', 'milestone'].includes(kind))

describe('laws', () => {
  test('a better last figure never gives a worse lamp', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...figureKinds),
        fc.constantFrom('>=' as const, '>' as const, '<=' as const),
        fc.tuple(aFigure, aFigure, aFigure, fc.nat(40)),
        aDay,
        (kind, op, [first, last, wanted, more], day) => {
          const better = op === '<=' ? last - more : last + more
          const of = (value: number) =>
            verdict(
              { kind, op, value: wanted, whole: false },
              [
                ['2026-01-05', first],
                ['2026-01-19', value],
              ],
              day,
            ).lamp
          if (kind === 'coverage' && op === '<=') return true
          return rank[of(better)] <= rank[of(last)]
        },
      ),
    ))

  test('what has no figure, or has not begun, is grey and nothing else is; grey is never red', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...figureKinds.filter((kind) => kind !== 'coverage')),
        fc.boolean(),
        aDay,
        aFigure,
        (kind, stated, day, value) => {
          const figures: Figures = stated ? [['2026-01-10', value]] : []
          const begins = day > '2026-06-01' ? '2027-06-01' : '2026-01-01'
          const found = verdict({ kind, startOn: begins, endOn: '2027-12-31' }, figures, day)
          const isSilent = !stated || day < begins
          // Of what adds up only figures of its own time count.
          return isSilent
            ? found.lamp === 'grey'
            : found.lamp !== 'grey' || (found.reached === null && kind === 'new_per_year')
        },
      ),
    ))

  test('a task without figures keeps its colour whatever its targets are', () => {
    const facts = known({ basis: aBasis({ tasks: [aTask()], targets: [aTarget()] }) })
    expect(judgeFacts(facts, '2030-01-01').tasks[0]!.summary).toBe('grey')
  })
})
