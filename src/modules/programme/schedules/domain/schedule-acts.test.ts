import { describe, expect, test } from 'vitest'
import { workingCalendar } from '#kernel/calendar.ts'
import { applyChange } from './apply-change.ts'
import type { ScheduleChange } from './change.ts'
import { checkCalendarYear } from './check-calendar-year.ts'
import { checkTemplate } from './check-template.ts'
import { compareSchedules } from './compare-schedules.ts'
import { completeStep, reopenStep } from './complete-step.ts'
import type { FigureTarget } from './figure-nodes.ts'
import { mayChange, mayComplete } from './may-change.ts'
import { aStep, aTarget, lasting } from './schedule.fixture.ts'
import type { ScheduleState } from './schedule.ts'
import { deadlineOf, floorOf, settle, type TaskToSchedule } from './task-schedule.ts'
import { defaultTemplates } from './templates.data.ts'
import { todosOf } from './todos.ts'

const calendar = workingCalendar()
const around = {
  number: 2,
  templates: new Map(defaultTemplates.map((template) => [template.key, template])),
  targets: [],
}
const stateWith = (more: Partial<ScheduleState> = {}): ScheduleState =>
  settle(
    {
      templateKey: 'document',
      templateTitle: '制发文件',
      because: '',
      floorOn: '2026-02-09',
      deadlineOn: '2026-09-30',
      deadlineFrom: 'task',
      steps: [
        aStep({ id: 'a', title: '起草', days: 10 }),
        aStep({ id: 'b', title: '征求意见', days: 12, after: ['a'] }),
        aStep({ id: 'c', title: '印发', days: 3, after: ['b'] }),
      ],
      ...more,
    },
    calendar,
  )
const change = (one: ScheduleChange, from = stateWith()) => applyChange(from, one, around, calendar)
const complete = (stepId: string, from = stateWith()) =>
  completeStep(from, { stepId, doneOn: '2026-03-02', today: '2026-03-02' }, calendar)
const refusal = (code: string) => expect.objectContaining({ code: `schedules.${code}` })
const adding = { kind: 'addStep' as const, title: '公示', ...lasting(5), after: [], before: [], notAfter: null }
const editing = {
  kind: 'editStep' as const,
  stepId: 'b',
  title: '征求意见',
  ...lasting(12),
  after: ['a'],
  notBefore: null,
  notAfter: null,
}

describe('a change', () => {
  test('stands where the last of those it waits for stands, one that waits for nothing at the front', () => {
    const order = (after: string[]) => change({ ...adding, after }).steps.map(({ id }) => id)
    expect(order([])).toEqual(['r2s1', 'a', 'b', 'c'])
    expect(order(['b', 'a'])).toEqual(['a', 'b', 'r2s1', 'c'])
  })

  test('waits for a step once, never for itself, and for none that is not there', () => {
    const edited = change({ ...editing, after: ['a', 'a', 'b'] }).steps[1]!
    expect(edited.after).toEqual(['a'])
    expect(() => change({ ...editing, after: ['x'] })).toThrow('没有这个步骤')
  })

  test('of what is done is refused, whatever it is; of the only step its removal', () => {
    const done = complete('b')
    expect(() => change(editing, done)).toThrow('已经办结')
    expect(() => change({ kind: 'freeStep', stepId: 'b' }, done)).toThrow('已经办结')
    expect(() => change({ kind: 'removeStep', stepId: 'a' }, stateWith({ steps: [aStep({ id: 'a' })] }))).toThrow(
      refusal('lastStep'),
    )
    expect(() => change({ kind: 'moveStep', stepId: 'b', edge: 'start', on: '2026-05-30' })).toThrow(refusal('restDay'))
  })

  test('of two hundred steps takes no more', () => {
    const many = (count: number) =>
      stateWith({ steps: Array.from({ length: count }, (_, i) => aStep({ id: `s${i}`, days: 1 })) })
    expect(() => change(adding, many(200))).toThrow(refusal('tooMany'))
    expect(change(adding, many(199)).steps).toHaveLength(200)
  })

  test('that shortens all steps alike makes an impossible plan fit, and says so when none can', () => {
    const tight = stateWith({ deadlineOn: '2026-03-02' })
    expect(tight.failure?.why).toBe('conflict')
    const shorter = change({ kind: 'compress' }, tight)
    expect(shorter.failure).toBeNull()
    expect(shorter.dates[0]!.startOn >= '2026-02-09').toBe(true)
    expect(() => change({ kind: 'compress' }, stateWith({ deadlineOn: '2026-02-10' }))).toThrow(refusal('tooTight'))
    expect(() => change({ kind: 'compress' }, stateWith({ deadlineOn: null }))).toThrow(refusal('noDeadline'))
  })

  test('to another template takes a new last day only where the plan names none', () => {
    const take = (deadlineFrom: ScheduleState['deadlineFrom'], deadlineOn: string | null, wanted: string | null) =>
      change({ kind: 'takeTemplate', template: 'event', deadlineOn: wanted }, stateWith({ deadlineFrom, deadlineOn }))
    expect(take(null, null, '2026-11-30')).toMatchObject({ deadlineOn: '2026-11-30', deadlineFrom: 'office' })
    expect(take('office', '2026-09-30', '2026-11-30')).toMatchObject({
      deadlineOn: '2026-11-30',
      deadlineFrom: 'office',
    })
    expect(take('office', '2026-09-30', null).deadlineOn).toBe('2026-09-30')
    expect(take('target', '2026-09-30', '2026-11-30')).toMatchObject({
      deadlineOn: '2026-09-30',
      deadlineFrom: 'target',
    })
    expect(() => take(null, null, null)).toThrow(refusal('noDeadline'))
    expect(() => change({ kind: 'takeTemplate', template: 'x', deadlineOn: null })).toThrow(refusal('templateNotFound'))
  })
})

describe('a step', () => {
  test('is done today at the latest, once, and taken back only when it was', () => {
    const on = (doneOn: string) => () =>
      completeStep(stateWith(), { stepId: 'a', doneOn, today: '2026-03-02' }, calendar)
    expect(on('2026-03-02')).not.toThrow()
    expect(on('2026-03-03')).toThrow(refusal('doneInFuture'))
    expect(() => complete('a', complete('a'))).toThrow('已经办结')
    expect(() => reopenStep(stateWith(), 'a', calendar)).toThrow(refusal('notDone'))
  })
})

describe('between two days', () => {
  const kinds = (before: ScheduleState | undefined, after: ScheduleState | undefined) => {
    const found = compareSchedules(before, after)
    return [found.kind, ...found.steps.map(({ stepId, kind }) => `${stepId} ${kind}`)]
  }

  test('a schedule comes, goes, stays or changes', () => {
    const state = stateWith()
    expect(compareSchedules(undefined, state)).toMatchObject({
      kind: 'added',
      deadlineBefore: null,
      deadlineAfter: '2026-09-30',
    })
    expect(compareSchedules(state, undefined)).toMatchObject({ kind: 'removed', totalBefore: 3, totalAfter: 0 })
    expect([kinds(state, state), kinds(undefined, undefined)]).toEqual([['same'], ['same']])
    expect(compareSchedules(stateWith({ steps: [] }), stateWith({ steps: [], deadlineOn: '2026-10-30' })).kind).toBe(
      'changed',
    )
  })

  test('a step is renamed, lengthened, done, taken back, and moved by days of the calendar', () => {
    const state = stateWith()
    expect(kinds(state, change({ ...editing, title: '会签' }))).toEqual(['changed', 'b renamed'])
    const longer = compareSchedules(state, change({ ...editing, days: 13 }))
    expect(longer.steps.map(({ stepId, kind, was }) => [stepId, kind, was])).toEqual([
      ['a', 'moved', null],
      ['b', 'lengthened', '12 个工作日'],
      ['b', 'moved', null],
    ])
    expect(longer.steps[0]).toMatchObject({ movedDays: -1 })
    expect(compareSchedules(state, complete('c')).steps.find(({ stepId }) => stepId === 'c')).toMatchObject({
      kind: 'done',
      doneOn: '2026-03-02',
    })
    expect(compareSchedules(complete('c'), state).steps.find(({ stepId }) => stepId === 'c')).toMatchObject({
      kind: 'reopened',
      was: '2026-03-02',
    })
    expect(compareSchedules(state, complete('c'))).toMatchObject({ doneBefore: 0, doneAfter: 1 })
  })
})

describe('what waits', () => {
  const led = (steps: Parameters<typeof aStep>[0][]) => {
    const { steps: all, dates } = stateWith({ steps: steps.map(aStep) })
    return [{ id: 't', title: '制定办法', steps: all, dates }]
  }

  test('for the lead is the step due first of those late or beginning within a week', () => {
    const title = (today: string) => todosOf.lead(led([{ id: 'late', days: 3 }]), today)[0]?.title
    // Three working days up to 30 September begin on the 28th.
    expect(title('2026-09-20')).toBeUndefined()
    expect(title('2026-09-21')).toBe('制定办法：步骤late（即将开始）')
    expect(title('2026-09-28')).toBe('制定办法：步骤late（办理中）')
    expect(title('2026-09-30')).toBe('制定办法：步骤late（办理中）')
    expect(title('2026-10-01')).toBe('制定办法：步骤late（已过最迟完成日）')
    const two = led([{ id: 'last' }, { id: 'first', notAfter: '2026-06-30' }])
    expect(todosOf.lead(two, '2026-09-30')[0]).toMatchObject({
      title: '制定办法：步骤first（已过最迟完成日）',
      dueOn: '2026-06-30',
    })
  })

  test('for the office are tasks without dates, as one line', () => {
    expect([todosOf.office('p', 0), todosOf.office('p', 2)[0]?.title]).toEqual([[], '2 项任务排不出工期，待处理'])
  })
})

describe('the last day of a task', () => {
  const task = (more: Partial<TaskToSchedule>): TaskToSchedule => ({
    kind: 'task',
    title: '',
    text: '',
    dueOn: null,
    ongoing: false,
    targets: [],
    ...more,
  })
  const target = (end: string | null, kind: FigureTarget['kind'] = 'stock') =>
    aTarget({ kind, value: 1, period: end === null ? null : { start: '2026-01-01', end } })

  test('is its own, else that of its latest target, else the programme’s', () => {
    const targets = [target('2027-12-31'), target('2026-12-31'), target(null), target('2030-12-31', 'benefit')]
    const of = (more: Partial<TaskToSchedule>, endOn: string | null = '2028-12-31') => deadlineOf(task(more), { endOn })
    expect(of({ dueOn: '2026-06-30', targets })).toEqual({ on: '2026-06-30', from: 'task' })
    expect(of({ targets })).toEqual({ on: '2027-12-31', from: 'target' })
    expect(of({ targets: targets.slice(2) })).toEqual({ on: '2028-12-31', from: 'programme' })
    expect(of({}, null)).toBeUndefined()
  })

  test('its first is the plan’s own, but none before it was issued', () => {
    const of = (startOn: string | null, issuedOn: string | null) => floorOf({ startOn, issuedOn }, '2026-03-10')
    expect([of('2026-01-01', '2026-02-09'), of('2026-03-01', '2026-02-09'), of('2026-01-01', null)]).toEqual([
      '2026-02-09',
      '2026-03-01',
      '2026-01-01',
    ])
    expect([of(null, '2026-02-09'), of(null, null)]).toEqual(['2026-02-09', '2026-03-10'])
  })
})

describe('who may', () => {
  test('change dates: the office, and the lead’s reviewer and head; mark a step done: also its reporter', () => {
    const roles = ['office', 'reviewer', 'agencyHead', 'reporter', 'leader'] as const
    const allowed = (may: typeof mayChange, standing: 'lead' | 'participant' | undefined) =>
      roles.filter((role) => may({ role }, standing).allowed)
    expect(allowed(mayChange, 'lead')).toEqual(['office', 'reviewer', 'agencyHead'])
    expect(allowed(mayComplete, 'lead')).toEqual(['office', 'reviewer', 'agencyHead', 'reporter'])
    for (const standing of ['participant', undefined] as const)
      expect([allowed(mayChange, standing), allowed(mayComplete, standing)]).toEqual([['office'], ['office']])
  })
})

describe('refused is', () => {
  const year =
    (holidays: string[], workdays: string[] = []) =>
    () =>
      checkCalendarYear({ year: 2027, holidays, workdays })
  test('a calendar without days off, of another year, with a make-up day that is no weekend or is off as well', () => {
    expect(year(['2027-01-02', '2027-01-01', '2027-01-01'], ['2027-01-03'])()).toEqual({
      year: 2027,
      holidays: ['2027-01-01', '2027-01-02'],
      workdays: ['2027-01-03'],
    })
    expect(year([])).toThrow(refusal('noDays'))
    expect(year(['2026-12-31'])).toThrow(refusal('yearMismatch'))
    expect(year(['2027-01-01'], ['2028-01-01'])).toThrow(refusal('yearMismatch'))
    expect(year(['2027-01-01'], ['2027-01-04'])).toThrow(refusal('notWeekend'))
    expect(year(['2027-01-02'], ['2027-01-02'])).toThrow(refusal('bothWays'))
  })

  test('a template whose steps share a name, wait for what is not there, or for each other', () => {
    const step = (key: string, after: string[] = []) => ({
      key,
      title: key,
      ...lasting(1),
      after,
      from: null,
      by: null,
    })
    const broken =
      (...steps: ReturnType<typeof step>[]) =>
      () =>
        checkTemplate({ ...defaultTemplates[0]!, steps })
    expect(broken(step('甲'), step('乙', ['甲']))).not.toThrow()
    expect(broken(step('甲'), step('甲'))).toThrow('同一个代号')
    expect(broken(step('甲'), step('乙', ['丙']))).toThrow('“乙”的前一步已不在模板里')
    expect(broken(step('甲', ['乙']), step('乙', ['甲']))).toThrow('互相等待')
  })
})

describe('what differs between two days', () => {
  const before = stateWith()
  const withStep = (more: Partial<Parameters<typeof aStep>[0]>): ScheduleState => ({
    ...before,
    steps: before.steps.map((step) => (step.id === 'b' ? { ...step, ...more } : step)),
  })
  const moved = (of: 'startOn' | 'finishOn', on: string): ScheduleState => ({
    ...before,
    dates: before.dates.map((one) => (one.stepId === 'b' ? { ...one, [of]: on } : one)),
  })
  const found = (after: ScheduleState | undefined, from: ScheduleState | undefined = before) =>
    compareSchedules(from, after).steps.map(({ kind, was, movedDays }) => [kind, was, movedDays])

  test('a step is told by each thing that changed, its end by the days it moved', () => {
    const end = before.dates.find(({ stepId }) => stepId === 'b')!.finishOn
    expect(found(before)).toEqual([])
    expect(found(withStep({ title: '广泛征求意见' }))).toEqual([['renamed', '征求意见', null]])
    expect(found(withStep({ days: 13 }))).toEqual([['lengthened', '12 个工作日', null]])
    expect(found(moved('startOn', '2026-03-02'))).toEqual([['moved', null, 0]])
    expect(found(moved('finishOn', '2026-12-31'))).toEqual([
      ['moved', null, (Date.parse('2026-12-31') - Date.parse(end)) / 86_400_000],
    ])
    expect(found({ ...before, dates: [] }).every(([kind, , days]) => kind === 'moved' && days === null)).toBe(true)
    expect(found(before, { ...before, dates: [] })).toHaveLength(3)
    const done = { on: '2026-03-02', startOn: '2026-02-09', finishOn: end, proof: null }
    expect(found(withStep({ done }))).toEqual([['done', null, null]])
    expect(found(before, withStep({ done }))).toEqual([['reopened', '2026-03-02', null]])
  })

  test('a schedule is new, gone, the same or changed', () => {
    const kind = (from: ScheduleState | undefined, to: ScheduleState | undefined) => compareSchedules(from, to).kind
    expect([
      kind(undefined, undefined),
      kind(undefined, before),
      kind(before, undefined),
      kind(before, before),
    ]).toEqual(['same', 'added', 'removed', 'same'])
    expect(kind(before, { ...before, deadlineOn: '2026-10-08' })).toBe('changed')
    expect(
      compareSchedules(before, withStep({ done: { on: '2026-03-02', startOn: '', finishOn: '', proof: null } })),
    ).toMatchObject({
      doneBefore: 0,
      doneAfter: 1,
      totalBefore: 3,
      totalAfter: 3,
      deadlineBefore: '2026-09-30',
      deadlineAfter: '2026-09-30',
    })
  })
})

describe('a step without dates', () => {
  test('is done on its day, and keeps that as what was planned', () => {
    const bare = { ...stateWith(), dates: [] }
    const { steps } = completeStep(bare, { stepId: 'a', doneOn: '2026-03-02', today: '2026-03-02' }, calendar)
    expect(steps[0]?.done).toEqual({ on: '2026-03-02', startOn: '2026-03-02', finishOn: '2026-03-02', proof: null })
    const planned = stateWith().dates.find(({ stepId }) => stepId === 'a')!
    expect(complete('a').steps[0]?.done).toEqual({
      on: '2026-03-02',
      proof: null,
      startOn: planned.startOn,
      finishOn: planned.finishOn,
    })
  })

  test('a removed step hands what it waited for to those behind it, and leaves the others alone', () => {
    const wide = stateWith({
      steps: [
        aStep({ id: 'a' }),
        aStep({ id: 'b', after: ['a'] }),
        aStep({ id: 'c', after: ['b', 'a'] }),
        aStep({ id: 'd', after: ['a', 'a'] }),
      ],
    })
    const { steps } = change({ kind: 'removeStep', stepId: 'b' }, wide)
    expect(steps.map(({ id, after }) => [id, after])).toEqual([
      ['a', []],
      ['c', ['a']],
      ['d', ['a', 'a']],
    ])
  })
})

describe('a template that goes in circles', () => {
  test('is refused with the names of the steps on the circle', () => {
    const step = (key: string, after: string[]) => ({
      key,
      title: `步骤${key}`,
      ...lasting(3),
      after,
      from: null,
      by: null,
    })
    const broken = (steps: ReturnType<typeof step>[]) => () => checkTemplate({ ...defaultTemplates[0]!, steps })
    expect(broken([step('甲', ['乙']), step('乙', ['甲']), step('丙', [])])).toThrow(
      /“步骤[甲乙]”、“步骤[甲乙]”互相等待/u,
    )
    expect(broken([step('甲', []), step('甲', [])])).toThrow('同一个代号')
    expect(broken([step('甲', ['丁'])])).toThrow('“步骤甲”的前一步已不在模板里')
  })
})
