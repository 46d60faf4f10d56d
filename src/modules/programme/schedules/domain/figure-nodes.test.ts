import { describe, expect, test } from 'vitest'
import { workingCalendar } from '#kernel/calendar.ts'
import { applyChange } from './apply-change.ts'
import { completeStep, reopenStep } from './complete-step.ts'
import { explainLatest, wordsFor } from './explain.ts'
import { readFigures, withFigures } from './figure-nodes.ts'
import { aTarget, lasting } from './schedule.fixture.ts'
import { followTargets, scheduleTask, withDeadline } from './task-schedule.ts'
import { defaultTemplates } from './templates.data.ts'

const calendar = workingCalendar()
const templates = new Map(defaultTemplates.map((template) => [template.key, template]))
const times = { startOn: '2026-01-01', issuedOn: '2026-02-09', endOn: '2028-12-31' }
const frame = { floorOn: '2026-02-09', deadlineOn: '2028-12-31' }
const each = aTarget({ kind: 'new_per_year', accrual: 'each_year', period: { start: '2026-01-01', end: '2028-12-31' } })
const marks = (...targets: Parameters<typeof withFigures>[1][number][]) =>
  withFigures([], targets, { frame, prefix: 'r1' }).map(({ title, notBefore, notAfter }) => [
    title,
    notBefore,
    notAfter,
  ])

const stateOf = (targets = [each]) =>
  scheduleTask(
    { kind: 'task', title: '建设服务平台', text: '', dueOn: null, ongoing: false, targets },
    { times, today: '2026-02-10', templates },
    calendar,
  )

describe('years of targets in a schedule gone through once', () => {
  test('each have a mark at their end, the last at the deadline', () => {
    expect(marks(each)).toEqual([
      ['2026年度目标：新建服务站 ≥ 30 家', null, '2026-12-31'],
      ['2027年度目标：新建服务站 ≥ 30 家', '2027-01-01', '2027-12-31'],
      ['2028年度目标：新建服务站 ≥ 30 家', '2028-01-01', null],
    ])
    const { templateKey, failure, steps, dates } = stateOf()
    expect([templateKey, failure]).toEqual(['system', null])
    expect(steps.filter(({ claim }) => claim !== null)).toHaveLength(3)
    const marked = dates.filter(({ stepId }) => stepId.startsWith('r1f'))
    expect(marked.map(({ startOn, finishOn }) => [startOn, finishOn])).toEqual([
      ['2026-12-31', '2026-12-31'],
      ['2027-12-31', '2027-12-31'],
      ['2028-12-29', '2028-12-29'],
    ])
  })

  test('a season ends where the plan says', () => {
    expect(marks(aTarget({ period: { start: '2026-01-01', end: '2026-06-30' } }))).toEqual([
      ['到2026年6月30日的目标：新建服务站 ≥ 30 家', null, '2026-06-30'],
    ])
  })

  test.each([
    ['a sum of years', aTarget({ period: { start: '2026-01-01', end: '2028-12-31' } })],
    ['a standard', aTarget({ kind: 'ratio', accrual: 'always', op: '<=', unit: '%' })],
    ['a cap', aTarget({ op: '<=' })],
    ['what is done or not', aTarget({ kind: 'milestone' })],
    ['no figure', aTarget({ value: null })],
    ['no time', aTarget({ period: null })],
    ['what another target says', aTarget({ repeats: 'x' })],
    ['a year before the plan', aTarget({ period: { start: '2025-01-01', end: '2025-12-31' } })],
    ['a year behind the task', aTarget({ period: { start: '2029-01-01', end: '2029-12-31' } })],
  ])('%s has none', (_, target) => expect(marks(target)).toEqual([]))

  test('a template of every year brings none; they can be added, once', () => {
    const state = scheduleTask(
      { kind: 'task', title: '扩大规模', text: '', dueOn: null, ongoing: false, targets: [each] },
      { times, today: '2026-02-10', templates },
      calendar,
    )
    expect([state.templateKey, state.steps.some(({ claim }) => claim !== null)]).toEqual(['quota', false])
    const known = { number: 2, templates, targets: [each] }
    const more = applyChange(state, { kind: 'addFigures' }, known, calendar)
    expect(more.steps.filter(({ claim }) => claim !== null)).toHaveLength(3)
    expect(() => applyChange(more, { kind: 'addFigures' }, { ...known, number: 3 }, calendar)).toThrow('没有可以补的')
  })

  test('follow another issue of the plan, but for those reached', () => {
    const state = stateOf()
    const done = { on: '2026-09-30', startOn: '2026-12-31', finishOn: '2026-12-31', proof: null }
    const reached = { ...state, steps: state.steps.map((step) => (step.id === 'r1f1' ? { ...step, done } : step)) }
    const of = { prefix: 'r2', calendar }
    expect(followTargets(reached, [each], of)).toBe(reached)
    const titles = (targets: Parameters<typeof followTargets>[1]) =>
      followTargets(reached, targets, of).steps.flatMap(({ claim, title, done }) =>
        claim === null ? [] : [`${title}${done ? '，已达到' : ''}`],
      )
    expect(titles([{ ...each, value: 40 }])).toEqual([
      '2026年度目标：新建服务站 ≥ 30 家，已达到', '2026年度目标：新建服务站 ≥ 40 家', '2027年度目标：新建服务站 ≥ 40 家',
      '2028年度目标：新建服务站 ≥ 40 家',
    ]) // biome-ignore format: a list
    const earlier = withDeadline(state, { on: '2026-12-31', from: 'task' }, calendar)
    expect(followTargets(earlier, [each], of).steps.filter(({ claim }) => claim !== null)).toHaveLength(1)
  })
})

describe('a figure', () => {
  const state = stateOf()
  const [first] = state.steps.filter(({ claim }) => claim !== null)
  const proof = { reportId: '0196f0a0-0000-7000-8000-000000000002', words: '县科技局2026年9月报送，31 家' }
  const read = (on: string | null, steps = state.steps) =>
    readFigures(steps, state.dates, [{ stepId: first!.id, reached: on === null ? null : { on, ...proof } }])

  test('makes its mark done on the day it was reached, with the report it rests on, and open again', () => {
    const reached = read('2026-09-30')!
    const step = reached.find(({ id }) => id === first!.id)!
    expect(step.done).toEqual({ on: '2026-09-30', startOn: '2026-12-31', finishOn: '2026-12-31', proof })
    const dates = { stepId: step.id, ...step.done!, bound: { by: 'done' as const, ...step.done! }, tentative: false }
    expect(explainLatest(step, dates, wordsFor(reached, '2026-10-01'))).toBe(
      '已于9月30日达到，依据县科技局2026年9月报送，31 家，原定12月31日',
    )
    expect(read('2026-09-30', reached)).toBeUndefined()
    expect(read(null, reached)?.find(({ id }) => id === first!.id)?.done).toBeNull()
    expect(read(null)).toBeUndefined()
  })

  test('is nobody’s word: its mark is not done, opened or rewritten by hand', () => {
    const by = { stepId: first!.id, doneOn: '2026-03-02', today: '2026-03-02' }
    expect(() => completeStep(state, by, calendar)).toThrow('签批的数字达到新建服务站 ≥ 30 家时自动办结')
    const reached = { ...state, steps: read('2026-09-30')! }
    expect(() => reopenStep(reached, first!.id, calendar)).toThrow('不能手工标记')
    const edit = { kind: 'editStep' as const, stepId: first!.id, title: '年底', ...lasting(3), after: [] }
    const known = { number: 2, templates, targets: [each] }
    expect(() => applyChange(state, { ...edit, notBefore: null, notAfter: null }, known, calendar)).toThrow(
      '以报送为准',
    )
  })

  test.each(['新建服务站30家', '完成 30 家', '年底达到30家'])('is no name of a step: %s', (title) => {
    const add = { kind: 'addStep' as const, title, ...lasting(1), after: [], before: [], notAfter: null }
    const known = { number: 2, templates, targets: [each] }
    expect(() => applyChange(state, add, known, calendar)).toThrow('写了目标数字（30家）')
    expect(applyChange(state, { ...add, title: '走访130家企业' }, known, calendar).failure).toBeNull()
  })
})
