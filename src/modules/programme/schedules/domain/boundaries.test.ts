import { describe, expect, test } from 'vitest'
import { workingCalendar } from '#kernel/calendar.ts'
import { explainConflict, explainEarliest, wordsFor } from './explain.ts'
import { placeBars, placeOn, scaleOf } from './gantt-scale.ts'
import { planSteps } from './plan-steps.ts'
import { readHolidays } from './read-holidays.ts'
import { aStep } from './schedule.fixture.ts'
import { takeTemplate } from './take-template.ts'
import { settle, withDeadline } from './task-schedule.ts'
import { defaultTemplates } from './templates.data.ts'
import { todosOf } from './todos.ts'

const calendar = workingCalendar()
/** Two working weeks, Monday to Friday twice. */
const frame = { floorOn: '2026-03-02', deadlineOn: '2026-03-13' }
const plan = (steps: Parameters<typeof planSteps>[0], of = frame) => planSteps(steps, of, calendar)
const days = (steps: Parameters<typeof planSteps>[0]) =>
  plan(steps).dates?.map(({ stepId, startOn, finishOn, bound }) => [stepId, startOn, finishOn, bound.by])

describe('the latest dates', () => {
  test('come from the tightest of those behind, wherever it stands', () => {
    const tight = aStep({ id: 'b', after: ['a'], days: 2, notAfter: '2026-03-10' })
    const loose = aStep({ id: 'c', after: ['a'], days: 2 })
    const [a] = [aStep({ id: 'a', days: 3 })]
    for (const steps of [
      [a!, tight, loose],
      [a!, loose, tight],
    ])
      expect(days(steps)?.find(([id]) => id === 'a')).toEqual(['a', '2026-03-04', '2026-03-06', 'step'])
    expect(days([a!, tight, loose])?.slice(1)).toEqual([
      ['b', '2026-03-09', '2026-03-10', 'notAfter'], ['c', '2026-03-12', '2026-03-13', 'deadline'],
    ]) // biome-ignore format: a list
  })

  test('set by hand hold at either edge, a node before them goes first', () => {
    const pinned = (edge: 'start' | 'finish', on: string, notAfter: string | null = null) =>
      days([aStep({ id: 'a', days: 3, pin: { edge, on }, notAfter })])
    expect(pinned('start', '2026-03-03')).toEqual([['a', '2026-03-03', '2026-03-05', 'pin']])
    expect(pinned('finish', '2026-03-05')).toEqual([['a', '2026-03-03', '2026-03-05', 'pin']])
    expect(pinned('finish', '2026-03-05', '2026-03-05')).toEqual([['a', '2026-03-03', '2026-03-05', 'pin']])
  })
})

describe('the slack', () => {
  test('says what fixes the earliest start: the floor, the step before, or a day of its own', () => {
    const steps = [
      aStep({ id: 'a', days: 3 }),
      aStep({ id: 'b', after: ['a'], days: 2 }),
      aStep({ id: 'c', days: 1, notBefore: '2026-03-07' }),
    ]
    const slack = plan(steps).slack!
    expect(
      slack.map(({ stepId, startOn, finishOn, slackDays, bound }) => [stepId, startOn, finishOn, slackDays, bound]),
    ).toEqual([
      ['a', '2026-03-02', '2026-03-04', 5, { by: 'floor', why: 'start', on: '2026-03-02' }],
      ['b', '2026-03-05', '2026-03-06', 5, { by: 'step', stepId: 'a', on: '2026-03-04' }],
      ['c', '2026-03-09', '2026-03-09', 4, { by: 'notBefore', on: '2026-03-07' }],
    ])
    const words = wordsFor(steps, '2026-03-02')
    expect(slack.map((one) => explainEarliest(one, words))).toEqual([
      '最早3月2日开始（方案自3月2日起实施），有 5 个工作日机动', '最早3月5日开始（前一步“步骤a”最早3月4日完成），有 5 个工作日机动',
      '最早3月9日开始（本步不早于3月7日），有 4 个工作日机动',
    ]) // biome-ignore format: a list
  })
})

describe('a conflict', () => {
  const words = wordsFor([aStep({ id: 'a' }), aStep({ id: 'b' })], '2026-03-02')
  const conflictOf = (steps: Parameters<typeof planSteps>[0], of = frame) => plan(steps, of).conflict!

  test('of a floor behind the deadline names no step; one working day is no conflict', () => {
    const late = conflictOf([aStep({ id: 'a' })], { floorOn: '2026-03-16', deadlineOn: '2026-03-13' })
    expect(late.constraints.map(({ kind }) => kind)).toEqual(['floor', 'deadline'])
    expect(plan([aStep({ id: 'a', days: 1 })], { floorOn: '2026-03-13', deadlineOn: '2026-03-13' }).conflict).toBeNull()
    expect(conflictOf([aStep({ id: 'a', days: 11 })]).shortDays).toBe(1)
    expect(plan([aStep({ id: 'a', days: 10 })]).conflict).toBeNull()
  })

  test('of steps that wait for each other names the circle', () => {
    const circle = conflictOf([aStep({ id: 'a', after: ['b'] }), aStep({ id: 'b', after: ['a'] })])
    expect(circle.shortDays).toBeNull()
    expect(explainConflict(circle, words)).toBe(
      '步骤互相等待，排不出先后：“步骤b”须等“步骤a”完成；“步骤a”须等“步骤b”完成。请去掉其中一条先后关系。',
    )
  })

  test('of two days set by hand names both, the way between and how much is missing', () => {
    const conflict = conflictOf([
      aStep({ id: 'a', days: 3, pin: { edge: 'start', on: '2026-03-09' } }), aStep({ id: 'b', after: ['a'], days: 2, pin: { edge: 'finish', on: '2026-03-10' } }),
    ]) // biome-ignore format: a list
    expect(conflict.constraints.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['pin', 'order', 'pin']))
    expect(conflict.shortDays).toBe(3)
    expect(explainConflict(conflict, words)).toContain('“步骤a”已人工定在3月9日开始')
    expect(explainConflict(conflict, words)).toContain('“步骤b”须等“步骤a”完成')
  })
})

describe('a scale', () => {
  const labels = (first: string, last: string) => scaleOf(first, last).marks.map(({ label }) => label)
  test('has months, on a long stretch quarters, on a very long one half years; three months at least', () => {
    expect(labels('2026-01-15', '2026-01-20')).toEqual(['2026', '2月', '3月'])
    expect(scaleOf('2026-01-15', '2026-01-20')).toMatchObject({ from: '2026-01-01', to: '2026-03-31' })
    expect(labels('2026-01-01', '2027-04-30')).toHaveLength(16)
    expect(labels('2026-01-01', '2027-05-31')).toEqual(['2026', '4月', '7月', '10月', '2027', '4月'])
    expect(labels('2026-01-01', '2029-04-30')).toHaveLength(14)
    expect(labels('2026-01-01', '2029-05-31')).toEqual(['2026', '7月', '2027', '7月', '2028', '7月', '2029'])
    expect(scaleOf('2026-01-01', '2026-12-31').marks.filter(({ isYear }) => isYear)).toHaveLength(1)
  })

  test('places days in percent and holds them within', () => {
    const scale = { from: '2026-01-01', to: '2026-01-10' }
    expect(['2025-12-01', '2026-01-01', '2026-01-06', '2026-02-01'].map((day) => placeOn(scale, day))).toEqual([
      0, 0, 50, 100,
    ])
  })

  test('bars of other days are left out, those that overlap lie in lanes from the earliest on', () => {
    const scale = scaleOf('2026-01-01', '2026-03-31')
    const bar = (startOn: string, finishOn: string) => ({ startOn, finishOn })
    const bars = [
      bar('2026-02-10', '2026-02-20'),
      bar('2026-01-01', '2026-02-10'),
      bar('2026-04-01', '2026-04-09'),
      bar('2025-12-01', '2025-12-31'),
      bar('2026-02-11', '2026-02-12'),
      bar('2026-03-31', '2026-04-09'),
      bar('2025-12-01', '2026-01-01'),
    ]
    expect(placeBars(bars, scale).map(({ bar: of, lane }) => [of.startOn, lane])).toEqual([
      ['2025-12-01', 0],
      ['2026-01-01', 1],
      ['2026-02-10', 0],
      ['2026-02-11', 1],
      ['2026-03-31', 0],
    ])
    expect(placeBars([bar('2026-01-01', '2026-03-31')], scale)[0]).toMatchObject({ left: 0, width: 100 })
  })
})

describe('days off', () => {
  test.each([
    ['2月30日放假', 0], ['13月1日放假', 0], ['2月28日放假', 1], ['1月1日至31日放假', 31], ['1月1日至2月1日放假', 0], ['1月3日至1日放假', 0], ['1月1日至2月30日放假', 0],
  ])('%s: %d', (text, count) => expect(readHolidays(2026, text).holidays).toHaveLength(count)) // biome-ignore format: a table
})

describe('a template that repeats', () => {
  const quota = defaultTemplates.find(({ repeats }) => repeats !== 'once')!
  const taken = (floorOn: string, deadlineOn: string) =>
    takeTemplate(quota, { frame: { floorOn, deadlineOn }, prefix: 'r1' }, calendar)

  test('names its years when there are several, and begins none before it has come', () => {
    expect(taken('2026-01-04', '2026-12-31').some(({ title }) => /^\d{4}年/u.test(title))).toBe(false)
    const [first, next] = [2026, 2027].map((year) =>
      taken('2026-01-04', '2027-12-31').filter(({ title }) => title.startsWith(`${year}年：`)),
    )
    expect(first!.every(({ notBefore }) => notBefore === null || notBefore > '2026-01-04')).toBe(true)
    expect(
      next!.filter(({ after }) => after.length === 0).every(({ notBefore }) => notBefore?.startsWith('2027-')),
    ).toBe(true)
  })
})

describe('another last day', () => {
  const state = settle(
    {
      templateKey: 'k',
      templateTitle: '',
      because: '',
      ...frame,
      deadlineFrom: 'task',
      steps: [aStep({ id: 'a', notAfter: '2026-03-10' }), aStep({ id: 'b', notAfter: '2026-03-11' })],
    },
    calendar,
  )

  test('takes away the nodes behind it and leaves those on it', () => {
    const { steps, deadlineOn, deadlineFrom } = withDeadline(state, { on: '2026-03-10', from: 'office' }, calendar)
    expect(steps.map(({ notAfter }) => notAfter)).toEqual(['2026-03-10', null])
    expect([deadlineOn, deadlineFrom]).toEqual(['2026-03-10', 'office'])
  })

  test('of a year nobody published is said from the first day that is not done', () => {
    const on = (deadlineOn: string) =>
      settle({ ...state, floorOn: '2026-03-02', deadlineOn, steps: [aStep({ id: 'a' })] }, calendar)
    expect(on('2026-03-13').unpublished).toEqual([])
    expect(on('2031-03-14').unpublished).toEqual([2031])
    expect(
      settle(
        {
          ...state,
          steps: [
            aStep({ id: 'a', done: { on: '2026-03-02', startOn: '2026-03-02', finishOn: '2026-03-02', proof: null } }),
          ],
          deadlineOn: '2031-03-14',
        },
        calendar,
      ).unpublished,
    ).toEqual([])
  })
})

test('a lead is called to the step that ends first, within a week of its start; what is done or has no dates calls nobody', () => {
  const dates = (stepId: string, startOn: string, finishOn: string) => ({
    stepId,
    startOn,
    finishOn,
    bound: { by: 'deadline' as const, on: finishOn },
    tentative: false,
  })
  const done = { on: '2026-03-01', startOn: '2026-03-01', finishOn: '2026-03-01', proof: null }
  const title = (steps: ReturnType<typeof aStep>[], of: ReturnType<typeof dates>[], today = '2026-03-02') =>
    todosOf.lead([{ id: 't', title: '任务', steps, dates: of }], today).map((todo) => todo.title)
  const [a, b] = [aStep({ id: 'a' }), aStep({ id: 'b' })]
  expect(title([a, b], [dates('a', '2026-03-09', '2026-03-13'), dates('b', '2026-03-02', '2026-03-12')])).toEqual([
    '任务：步骤b（办理中）',
  ])
  expect(title([a], [dates('a', '2026-03-09', '2026-03-13')])).toEqual(['任务：步骤a（即将开始）'])
  expect(title([a], [dates('a', '2026-03-10', '2026-03-13')])).toEqual([])
  expect(title([a], [dates('a', '2026-02-01', '2026-03-01')])).toEqual(['任务：步骤a（已过最迟完成日）'])
  expect(title([a], [dates('a', '2026-02-01', '2026-03-02')])).toEqual(['任务：步骤a（办理中）'])
  expect(title([{ ...a, done }], [dates('a', '2026-02-01', '2026-03-01')])).toEqual([])
  expect(title([a], [])).toEqual([])
})
