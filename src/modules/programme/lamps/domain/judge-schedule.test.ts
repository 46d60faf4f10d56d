import { describe, expect, test } from 'vitest'
import { addDays } from '#kernel/day.ts'
import { aBasis, aDuty, aReport, aTask, known, taskId } from './facts.fixture.ts'
import type { ProgrammeFacts, ReportFact, ScheduleFact, StepFact, TaskFact } from './facts.ts'
import { judgeFacts } from './judge-programme.ts'
import type { Lamp } from './lamp.ts'

const day = '2026-06-30'
const step = (stepId: string, finishOn: string, doneOn: string | null = null): StepFact => ({
  stepId,
  title: `步骤${stepId}`,
  startOn: addDays(finishOn, -20),
  finishOn,
  doneOn,
})

interface Given extends Partial<ProgrammeFacts> {
  task?: Partial<TaskFact>
  steps?: readonly StepFact[]
  startOn?: string
  finishOn?: string
}

function scheduleOn({ task = {}, steps, startOn = '2026-01-01', finishOn = '2026-12-31', ...more }: Given, on = day) {
  const span = { startOn, finishOn, deadlineOn: finishOn }
  const schedule: ScheduleFact | undefined = steps && { taskId, ...span, steps: [...steps] }
  const schedules = new Map(schedule ? [[taskId, schedule]] : [])
  const basis = aBasis({ tasks: [aTask(task)], targets: [] })
  return judgeFacts(known({ basis, schedules, ...more }), on).tasks[0]!.schedule
}

const firstOf = (given: Given, on = day) => scheduleOn(given, on).reasons[0]!

describe('late steps', () => {
  const done = step('done', '2026-01-25', '2026-01-25')
  test.each<[string, Lamp]>([
    ['2026-06-23', 'yellow'],
    ['2026-06-22', 'red'],
  ])('one that was to be done on %s is %s: the seventh day is the last of grace', (finishOn, lamp) =>
    expect(scheduleOn({ steps: [done, step('late', finishOn)] }).lamp).toBe(lamp),
  )

  test('seven of ten done is yellow, two of three is red', () => {
    const some = (ready: number, late: number) =>
      scheduleOn({
        steps: Array.from({ length: ready + late }, (_, i) =>
          step(`${i}`, '2026-03-01', i < ready ? '2026-03-01' : null),
        ),
      }).lamp
    expect([some(7, 3), some(2, 1)]).toEqual(['yellow', 'red'])
  })

  test('several are named by the oldest, with how many they are', () => {
    const steps = [done, step('b', '2026-05-31'), step('a', '2026-04-30'), step('c', '2026-07-31')]
    expect(firstOf({ steps }).text).toBe(
      '到期节点 3 个，完成 1 个（33%）；“步骤a”等 2 个未完成，最早的应在4月30日完成，已晚 61 天。',
    )
    expect(firstOf({ steps }).refs.map(({ id }) => id)).toEqual(['b', 'a'])
  })
})

describe('steps nobody marked', () => {
  const steps = [step('b', '2026-05-31'), step('a', '2026-03-21')]
  const said = (submittedOn: string, state: ReportFact['state']) => aReport({ submittedOn, state, signedOn: null })

  test('name the oldest and ask whether it is undone', () => {
    expect(firstOf({ steps })).toMatchObject({
      code: 'stepsUnmarked',
      text: '到期节点 2 个，都没有标记办结，最早的“步骤a”应在3月21日完成。是未完成还是未标记，请在工期中标明。',
    })
  })

  test('are undone once 无变化 is all that was said since the oldest of them began', () => {
    const code = (...reports: ReportFact[]) => firstOf({ steps, reports }).code
    expect(code(said('2026-02-28', 'unchanged'))).toBe('stepsUnmarked')
    expect(code(said('2026-03-01', 'unchanged'))).toBe('stepsLate')
    expect(code(said('2026-03-01', 'unchanged'), said('2026-04-01', 'progressed'))).toBe('stepsUnmarked')
    expect(code(said('2026-03-01', 'unchanged'), said('2026-04-01', 'finished'))).toBe('stepsUnmarked')
  })

  test('are late like any other once one step of the task was marked', () => {
    expect(firstOf({ steps: [...steps, step('z', '2026-09-30', '2026-06-01')] }).code).toBe('stepsLate')
  })
})

describe('steps in time', () => {
  test('have not begun before the first day, and have on it', () => {
    const given = { steps: [step('a', '2026-09-30')] }
    expect(firstOf({ ...given, startOn: '2026-07-01' })).toMatchObject({
      code: 'notStarted',
      text: '按倒排工期最迟7月1日开始，还没有到。',
    })
    expect(firstOf({ ...given, startOn: day }).code).toBe('stepsOnTime')
  })

  test('done before the beginning are said to be done', () => {
    expect(firstOf({ steps: [step('a', '2026-09-30', '2026-06-01')], startOn: '2026-09-01' }).text).toBe(
      '节点 1 个已全部完成。',
    )
  })

  test('name the one that is due next, whatever their order', () => {
    const steps = [step('c', '2026-11-30'), step('b', '2026-08-31'), step('d', '2026-12-31')]
    expect(firstOf({ steps })).toMatchObject({
      text: '尚无到期节点（共 3 个，已完成 0 个），下一个“步骤b”8月31日到期。',
      refs: [{ id: 'b' }],
    })
    expect(firstOf({ steps: [step('a', '2026-03-31', '2026-03-30'), ...steps] }).text).toBe(
      '到期节点 1 个均已完成（共 4 个，已完成 1 个），下一个“步骤b”8月31日到期。',
    )
  })
})

describe('the deadline', () => {
  test('of the plan goes before that of the schedule, which stands in for it', () => {
    const steps = [step('a', '2026-06-20', '2026-06-20')]
    const lamp = (dueOn: string | null) => scheduleOn({ steps, finishOn: '2026-06-20', task: { dueOn } }).lamp
    expect([lamp('2026-12-31'), lamp(null)]).toEqual(['green', 'red'])
  })

  test('counts its days', () => {
    const text = (dueOn: string) => firstOf({ task: { dueOn } }).text
    expect(text('2026-06-30')).toBe('今天到期，尚未办结。')
    expect(text('2026-07-10')).toBe('7月10日到期，还有 10 天，尚未办结。')
    expect(text('2026-06-20')).toBe('应在6月20日前完成，已过 10 天，尚未办结。')
  })

  test('that is over stands before steps that are late', () => {
    const steps = [step('done', '2026-01-25', '2026-01-25'), step('late', '2026-06-25')]
    expect(scheduleOn({ steps, task: { dueOn: '2026-06-29' } })).toMatchObject({
      lamp: 'red',
      reasons: [{ code: 'overdue' }, { code: 'stepsLate' }],
    })
  })

  test('with no steps beside it says what is missing', () => {
    expect(firstOf({ task: { dueOn: '2026-12-31' } }).text).toContain('12月31日到期，还没有排定节点')
    expect(firstOf({ task: {} }).text).toContain('没有写明期限，也没有排定工期')
    expect(firstOf({ task: { ongoing: true } }).text).toContain('长期任务')
  })
})

describe('what agencies say', () => {
  const finished = (fields: Partial<ReportFact> = {}) =>
    aReport({ state: 'finished', submittedOn: '2026-06-20', signedOn: '2026-06-22', ...fields })

  test('a finish says when it was signed, how late, and on what it rests', () => {
    const text = (dueOn: string | null, evidence = 2) =>
      firstOf({ task: { dueOn }, reports: [finished({ evidence })] }).text
    expect(text('2026-06-22')).toBe('6月22日签收办结，佐证 2 份。')
    expect(text('2026-06-21')).toBe('6月22日签收办结，比期限晚 1 天，佐证 2 份。')
    expect(text(null, 0)).toBe('6月22日签收办结，报送时没有附佐证。')
  })

  test('of several agencies the last to be signed for finished it', () => {
    const reports = [
      finished({ agencyId: 'a', signedOn: '2026-06-28' }),
      finished({ agencyId: 'b', signedOn: '2026-06-25' }),
    ]
    expect(firstOf({ reports }).text).toContain('6月28日签收办结')
  })

  test('an agency that reported once and reports no more need not finish; one that said anything must', () => {
    const duties = [aDuty({ agencyId: 'former', dueOn: '2026-05-25' }), aDuty({ dueOn: '2026-06-25' })]
    expect(firstOf({ duties, reports: [finished()] }).code).toBe('finished')
    const other = aReport({ agencyId: 'former', state: 'progressed' })
    expect(firstOf({ duties, reports: [other, finished()] }).code).not.toBe('finished')
  })

  test('a finish not signed for waits, and says when it came without proof', () => {
    const text = (evidence: number) => firstOf({ reports: [finished({ signedOn: null, evidence })] }).text
    expect(text(1)).toBe('县科技局6月20日报“已完成”，待签收后办结。')
    expect(text(0)).toBe('县科技局6月20日报“已完成”，没有附佐证，待签收后办结。')
  })

  test('a difficulty without words ends with a full stop, and colours nothing where the office wants it so', () => {
    const reports = [aReport({ state: 'difficult', submittedOn: '2026-06-20' })]
    expect(firstOf({ reports }).text).toBe('县科技局6月20日报“有困难”。')
    expect(scheduleOn({ reports, thresholds: { ...known().thresholds, difficultYellow: false } }).lamp).toBe('grey')
  })
})
