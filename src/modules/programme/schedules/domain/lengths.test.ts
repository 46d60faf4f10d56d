import { describe, expect, test } from 'vitest'
import { workingCalendar } from '#kernel/calendar.ts'
import { compressSteps } from './compress-steps.ts'
import { explainConflict, explainLatest, lengthInWords, waitInWords, wordsFor } from './explain.ts'
import { outlookOn, planSteps } from './plan-steps.ts'
import { aStep } from './schedule.fixture.ts'
import type { Step } from './step.ts'

const calendar = workingCalendar()
const frame = { floorOn: '2026-01-04', deadlineOn: '2026-06-30' }
const plan = (steps: readonly Step[], of = frame) => planSteps(steps, of, calendar)
const shown = { unit: 'day' as const, title: '公示' }

describe('a mark', () => {
  const steps = [aStep({ id: 'a', days: 3 }), aStep({ id: 'm', title: '挂牌', days: 0, after: ['a'] })]

  test('is a day: on the last day of what it waits for at the earliest, and what follows begins the day after', () => {
    const all = [...steps, aStep({ id: 'b', days: 2, after: ['m'] })]
    const { dates, slack } = plan(all)
    expect(dates?.map(({ startOn, finishOn }) => [startOn, finishOn])).toEqual([
      ['2026-06-24', '2026-06-26'],
      ['2026-06-26', '2026-06-26'],
      ['2026-06-29', '2026-06-30'],
    ])
    expect(slack?.map(({ startOn }) => startOn)).toEqual(['2026-01-04', '2026-01-06', '2026-01-07'])
    const words = wordsFor(all, '2026-06-01')
    expect(explainLatest(all[1]!, dates![1]!, words)).toBe('最迟6月26日，因为后一步“步骤b”最迟6月29日开始')
  })

  test('keeps its own days, and no work of it is ever in the way', () => {
    const held = [steps[0]!, { ...steps[1]!, notBefore: '2026-06-11', notAfter: '2026-06-10' }]
    const { conflict } = plan(held)
    expect(conflict?.constraints.map(({ kind }) => kind)).toEqual(['notBefore', 'notAfter'])
    expect(plan([aStep({ id: 'm', days: 0 })], { floorOn: '2026-06-30', deadlineOn: '2026-06-30' }).conflict).toBeNull()
  })

  test('that is over and not done is late', () => {
    const { dates } = plan(steps)
    const done = { on: '2026-06-24', startOn: '2026-06-24', finishOn: '2026-06-26', proof: null }
    const at = (today: string) =>
      outlookOn(
        { steps: [{ ...steps[0]!, done }, steps[1]!], dates: dates!, deadlineOn: frame.deadlineOn },
        today,
        calendar,
      )
    expect(at('2026-06-30').conflict).toBeNull()
    expect(at('2026-07-02').conflict?.shortDays).toBe(2)
  })
})

describe('days of the calendar', () => {
  test.each([
    // Shown on Friday 5 June: the first day does not count (201), the seventh is Friday the 12th.
    ['2026-06-12', '2026-06-05', '2026-06-12', '7 日（日历日），至6月12日'],
    // 20 June is 端午: the end moves to Monday the 22nd (203), so that it may begin on the 15th as well as on the 12th.
    ['2026-06-22', '2026-06-15', '2026-06-22', '7 日（日历日），至6月22日'],
    ['2026-06-21', '2026-06-11', '2026-06-18', '7 日（日历日），至6月18日'],
  ])('of a step to be over by %s', (deadlineOn, startOn, finishOn, words) => {
    const step = aStep({ id: 'a', days: 7, ...shown })
    const { dates } = plan([step], { ...frame, deadlineOn })
    expect(dates?.[0]).toMatchObject({ startOn, finishOn })
    expect(explainLatest(step, dates![0]!, wordsFor([step], '2026-06-01'))).toContain(words)
  })

  test('ending within 春节 run to the first working day after it, and nothing follows before', () => {
    const steps = [
      aStep({ id: 'a', days: 7, ...shown, pin: { edge: 'start', on: '2026-02-11' } }),
      aStep({ id: 'b', days: 1, after: ['a'] }),
    ]
    const { dates, slack } = plan(steps)
    expect(dates?.[0]).toMatchObject({ startOn: '2026-02-11', finishOn: '2026-02-24' })
    expect(slack?.[1]).toMatchObject({ startOn: '2026-02-25' })
    expect(explainLatest(steps[0]!, dates![0]!, wordsFor(steps, '2026-02-01'))).toContain(
      '7 日（日历日），至2月24日，期末遇休息日已顺延',
    )
  })

  test('are no shorter when all else is', () => {
    const steps = [aStep({ id: 'a', days: 40 }), aStep({ id: 'p', days: 7, ...shown, after: ['a'] })]
    const tight = { floorOn: '2026-06-01', deadlineOn: '2026-06-30' }
    expect(compressSteps(steps, tight, calendar)?.map(({ days }) => days)).toEqual([15, 7])
  })
})

describe('a time waited', () => {
  test.each([
    [5, 'working_day', '2026-06-08', '前一步完成后第 5 个工作日起'],
    [1, 'working_day', '2026-06-02', '前一步完成后第 1 个工作日起'],
    [30, 'day', '2026-07-01', '前一步完成后第 30 日（日历日）起'],
    // Day 19 and 20 are 端午.
    [18, 'day', '2026-06-22', '前一步完成后第 18 日（日历日）起'],
  ] as const)('of %i %s behind the 1st of June', (lagDays, lagUnit, startOn, words) => {
    const a = aStep({ id: 'a', days: 1, pin: { edge: 'finish', on: '2026-06-01' } })
    const b = aStep({ id: 'b', days: 1, lagDays, lagUnit, after: ['a'] })
    const { slack } = plan([a, b], { ...frame, deadlineOn: '2026-12-31' })
    expect(slack?.[1]?.startOn).toBe(startOn)
    expect(waitInWords(b)).toBe(words)
  })

  test('is said where it is in the way', () => {
    const steps = [
      aStep({ id: 'a', days: 1, pin: { edge: 'finish', on: '2026-06-01' } }),
      aStep({ id: 'b', days: 1, lagDays: 30, lagUnit: 'day', after: ['a'] }),
    ]
    const { conflict } = plan(steps)
    expect(conflict?.constraints.map(({ kind }) => kind)).toEqual(['pin', 'order', 'duration', 'deadline'])
    expect(explainConflict(conflict!, wordsFor(steps, '2026-06-01'))).toContain(
      '“步骤b”须等“步骤a”完成，前一步完成后第 30 日（日历日）起',
    )
  })
})

test('a county that begins on 29 February, a task of three days, a year nobody has published', () => {
  const three = { floorOn: '2028-02-29', deadlineOn: '2028-03-02' }
  const steps = [
    aStep({ id: 'a', days: 2 }),
    aStep({ id: 'b', days: 1, after: ['a'] }),
    aStep({ id: 'm', days: 0, after: ['b'] }),
  ]
  const { dates } = plan(steps, three)
  expect(dates?.map(({ startOn, finishOn, tentative }) => [startOn, finishOn, tentative])).toEqual([
    ['2028-02-29', '2028-03-01', true],
    ['2028-03-02', '2028-03-02', true],
    ['2028-03-02', '2028-03-02', true],
  ])
  const yearly = aStep({ id: 'y', days: 366, unit: 'day' })
  expect(plan([yearly], { floorOn: '2028-02-29', deadlineOn: '2029-03-01' }).dates?.[0]).toMatchObject({
    startOn: '2028-02-29',
    finishOn: '2029-03-01',
  })
})

test('lengths in words', () => {
  const words = (days: number, unit: Step['unit']) => lengthInWords({ days, unit })
  expect([words(0, 'day'), words(5, 'working_day'), words(7, 'day')]).toEqual(['节点', '5 个工作日', '7 日（日历日）'])
})
