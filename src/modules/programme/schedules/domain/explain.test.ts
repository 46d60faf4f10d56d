import { describe, expect, test } from 'vitest'
import { workingCalendar } from '#kernel/calendar.ts'
import type { Conflict, Constraint } from './conflict.ts'
import { explainConflict, explainConstraint, explainEarliest, explainLatest, wordsFor } from './explain.ts'
import { outlookOn, planSteps } from './plan-steps.ts'
import { aStep } from './schedule.fixture.ts'
import type { EarliestBound, LatestBound } from './step.ts'

const words = wordsFor([aStep({ id: 'a', title: '起草' }), aStep({ id: 'b', title: '印发' })], '2026-03-01')
const on = '2026-06-01'
const atOnce = { lagDays: 0, lagUnit: 'working_day' } as const

describe('why a date is the latest', () => {
  const why = (bound: LatestBound) =>
    explainLatest(
      aStep({ id: 'a', days: 5 }),
      { stepId: 'a', startOn: '2026-05-25', finishOn: '2026-05-29', bound, tentative: false },
      words,
    )
  test.each<[LatestBound, string]>([
    [{ by: 'deadline', on }, '最迟5月25日开始，因为任务须在6月1日前完成，本步需 5 个工作日'],
    [{ by: 'notAfter', on }, '最迟5月25日开始，因为本步的节点是6月1日，本步需 5 个工作日'],
    [{ by: 'step', stepId: 'b', on }, '最迟5月25日开始，因为后一步“印发”最迟6月1日开始，本步需 5 个工作日'],
    [{ by: 'pin', edge: 'finish', on }, '定在5月25日开始、5月29日完成，因为完成日期已人工定为6月1日，本步需 5 个工作日'],
    [{ by: 'done', on, startOn: '2026-05-25', finishOn: '2026-05-29' }, '已于6月1日办结，原定5月25日开始、5月29日完成'],
  ])('%j', (bound, text) => expect(why(bound)).toBe(text)) // biome-ignore format: a table
})

describe('why a date is the earliest, and how much room it leaves', () => {
  const why = (bound: EarliestBound, slackDays = 3) =>
    explainEarliest({ stepId: 'a', startOn: on, finishOn: '2026-06-05', bound, slackDays }, words)
  test.each<[EarliestBound, string]>([
    [{ by: 'floor', why: 'today', on }, '自今日起算'],
    [{ by: 'floor', why: 'start', on }, '方案自6月1日起实施'],
    [{ by: 'notBefore', on }, '本步不早于6月1日'],
    [{ by: 'pin', edge: 'start', on }, '开始日期已人工定为6月1日'],
    [{ by: 'done', stepId: 'b', on }, '前一步“印发”6月1日办结'],
    [{ by: 'step', stepId: 'b', on }, '前一步“印发”最早6月1日完成'],
  ])('%j', (bound, text) => expect(why(bound)).toBe(`最早6月1日开始（${text}），有 3 个工作日机动`)) // biome-ignore format: a table

  test('none, or too late', () => {
    const room = (slackDays: number) => why({ by: 'notBefore', on }, slackDays).split('，').at(-1)
    expect([room(1), room(0), room(-2)]).toEqual(['有 1 个工作日机动', '没有机动时间', '已晚 2 个工作日'])
  })
})

describe('a conflict', () => {
  test.each<[Constraint, string]>([
    [{ kind: 'floor', why: 'today', on }, '今天是6月1日，未办的步骤只能从今天起算'],
    [{ kind: 'floor', why: 'start', on }, '方案自6月1日起实施'],
    [{ kind: 'deadline', on }, '任务须在6月1日前完成'],
    [{ kind: 'notBefore', stepId: 'a', on }, '“起草”不早于6月1日开始'],
    [{ kind: 'notAfter', stepId: 'a', on }, '“起草”的节点是6月1日'],
    [{ kind: 'pin', stepId: 'a', edge: 'start', on }, '“起草”已人工定在6月1日开始'],
    [{ kind: 'done', stepId: 'a', next: 'b', on, ...atOnce }, '“起草”6月1日才办结，“印发”在其后'],
    [{ kind: 'order', stepId: 'a', next: 'b', ...atOnce }, '“印发”须等“起草”完成'],
    [{ kind: 'duration', stepId: 'a', days: 5, unit: 'working_day' }, '“起草”需 5 个工作日'],
  ])('names %j', (one, text) => expect(explainConstraint(one, words)).toBe(text)) // biome-ignore format: a table

  const of = (why: 'today' | 'start', ...more: Constraint[]): Conflict => ({
    constraints: [{ kind: 'floor', why, on: '2026-06-03' }, ...more],
    shortDays: 2,
  })
  const [deadline, node] = [
    { kind: 'deadline' as const, on },
    { kind: 'notAfter' as const, stepId: 'a', on },
  ]

  test('of a day that has simply passed needs no list', () => {
    expect(explainConflict(of('today', deadline), words)).toMatch(/^完成期限6月1日已过 2 个工作日/u)
    expect(explainConflict(of('today', node), words)).toMatch(/^“起草”的节点6月1日已过 2 个工作日/u)
  })

  test('of anything else says how much is missing and what could give way', () => {
    const listed = /^时间差 2 个工作日，下列各条不能同时满足：/u
    expect(explainConflict(of('start', deadline), words)).toMatch(listed)
    expect(
      explainConflict(of('today', { kind: 'duration', stepId: 'a', days: 5, unit: 'working_day' }, deadline), words),
    ).toMatch(listed)
    expect(explainConflict(of('today', { kind: 'pin', stepId: 'a', edge: 'start', on }), words)).toMatch(listed)
  })
})

describe('the outlook', () => {
  const calendar = workingCalendar()
  const outlook = (steps: Parameters<typeof aStep>[0][], today: string) => {
    const all = steps.map(aStep)
    const { dates } = planSteps(
      all.map((step) => ({ ...step, done: null })),
      { floorOn: '2026-02-09', deadlineOn: '2026-09-30' },
      calendar,
    )
    return outlookOn({ steps: all, dates: dates!, deadlineOn: '2026-09-30' }, today, calendar)
  }

  test('names the step that was finished too late for what follows', () => {
    const done = { on: '2026-09-25', startOn: '2026-09-14', finishOn: '2026-09-18', proof: null }
    const { slack, conflict } = outlook(
      [
        { id: 'a', done },
        { id: 'b', after: ['a'], days: 5 },
      ],
      '2026-09-21',
    )
    expect(slack[0]).toMatchObject({ bound: { by: 'done', stepId: 'a', on: '2026-09-25' }, slackDays: -2 })
    expect(conflict?.constraints).toContainEqual({ kind: 'done', stepId: 'a', next: 'b', on: '2026-09-25', ...atOnce })
  })

  test('keeps a finish set by hand, or the node before it, of a step under way', () => {
    const bound = (more: Partial<Parameters<typeof aStep>[0]>) =>
      outlook(
        [{ id: 'a', pin: { edge: 'finish', on: '2026-06-30' }, ...more }],
        '2026-07-03',
      ).conflict?.constraints.find(({ kind }) => kind === 'notAfter')
    expect(bound({})).toMatchObject({ on: '2026-06-30' })
    expect(bound({ notAfter: '2026-08-31' })).toMatchObject({ on: '2026-06-30' })
  })
})
