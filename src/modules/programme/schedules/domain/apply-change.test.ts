import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { workingCalendar } from '#kernel/calendar.ts'
import { applyChange } from './apply-change.ts'
import type { ScheduleChange } from './change.ts'
import { compareSchedules } from './compare-schedules.ts'
import { completeStep, reopenStep } from './complete-step.ts'
import { explainConflict, explainLatest, wordsFor } from './explain.ts'
import { aStep, lasting } from './schedule.fixture.ts'
import type { ScheduleState } from './schedule.ts'
import { settle } from './task-schedule.ts'
import { defaultTemplates } from './templates.data.ts'

const calendar = workingCalendar()
const around = {
  number: 2,
  templates: new Map(defaultTemplates.map((template) => [template.key, template])),
  targets: [],
}
const state: ScheduleState = settle(
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
  },
  calendar,
)
const change = (one: ScheduleChange, from = state) => applyChange(from, one, around, calendar)

describe('a change', () => {
  test('of one date moves what comes before and leaves what comes after', () => {
    const after = change({ kind: 'moveStep', stepId: 'b', edge: 'start', on: '2026-06-01' })
    const { steps } = compareSchedules(state, after)
    expect(steps.map(({ stepId, kind }) => [stepId, kind])).toEqual([
      ['a', 'moved'],
      ['b', 'moved'],
    ])
    expect(change({ kind: 'freeStep', stepId: 'b' }, after).dates).toEqual(state.dates)
  })

  test('adds a step between two others', () => {
    const after = change({
      kind: 'addStep',
      title: '公示',
      ...lasting(5),
      after: ['b'],
      before: ['c'],
      notAfter: null,
    })
    expect(after.steps.map(({ id, after: waits }) => [id, waits])).toEqual([
      ['a', []],
      ['b', ['a']],
      ['r2s1', ['b']],
      ['c', ['b', 'r2s1']],
    ])
    expect(compareSchedules(state, after)).toMatchObject({ totalBefore: 3, totalAfter: 4 })
  })

  test('takes a step out and joins what lay around it', () => {
    const after = change({ kind: 'removeStep', stepId: 'b' })
    expect(after.steps.map(({ id, after: waits }) => [id, waits])).toEqual([
      ['a', []],
      ['c', ['a']],
    ])
    expect(compareSchedules(state, after).steps.map(({ kind }) => kind)).toContain('removed')
  })

  test('that closes a circle is impossible and says which steps wait for each other', () => {
    const edit = {
      kind: 'editStep' as const,
      stepId: 'a',
      title: '起草',
      ...lasting(10),
      after: ['c'],
      notBefore: null,
      notAfter: null,
    }
    const { failure, steps } = change(edit)
    expect(failure?.why === 'conflict' && explainConflict(failure.conflict, wordsFor(steps, '2026-03-01'))).toMatch(
      /^步骤互相等待/,
    )
  })

  test('of a step that is done, or not there, is refused', () => {
    const done = completeStep(state, { stepId: 'a', doneOn: '2026-03-02', today: '2026-03-02' }, calendar)
    expect(() => change({ kind: 'removeStep', stepId: 'a' }, done)).toThrow('已经办结')
    expect(() => change({ kind: 'removeStep', stepId: 'x' })).toThrow('没有这个步骤')
  })

  test('another template keeps the deadline of the plan', () => {
    const after = change({ kind: 'takeTemplate', template: 'event', deadlineOn: '2027-01-01' })
    expect(after).toMatchObject({ templateKey: 'event', deadlineOn: '2026-09-30', deadlineFrom: 'task' })
    expect(after.steps[0]!.id).toBe('r2s1')
  })
})

describe('done steps', () => {
  test('whatever is done in whatever order, the rest keeps its dates, and taking all back restores them', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(['a', 'b', 'c']), (ids) => {
        let now = state
        for (const stepId of ids)
          now = completeStep(now, { stepId, doneOn: '2026-03-02', today: '2026-03-02' }, calendar)
        expect(now.failure).toBeNull()
        for (const { id, done } of now.steps) {
          const [before, after] = [state, now].map(({ dates }) => dates.find(({ stepId }) => stepId === id)!)
          if (done) expect([done.startOn, done.finishOn]).toEqual([after!.startOn, after!.finishOn])
          if (!ids.includes(id) && !ids.some((one) => one > id)) expect(after).toEqual(before)
        }
        for (const stepId of ids) now = reopenStep(now, stepId, calendar)
        expect(now.dates).toEqual(state.dates)
      }),
    )
  })
})

describe('sentences', () => {
  test('say why a date is so', () => {
    const [first] = state.dates
    expect(explainLatest(state.steps[0]!, first!, wordsFor(state.steps, '2026-03-01'))).toBe(
      '最迟8月27日开始，因为后一步“征求意见”最迟9月10日开始，本步需 10 个工作日',
    )
  })

  test('name the year when it is another than today’s', () => {
    const [first] = state.dates
    expect(explainLatest(state.steps[0]!, first!, wordsFor(state.steps, '2025-03-01'))).toContain(
      '最迟2026年8月27日开始',
    )
  })
})
