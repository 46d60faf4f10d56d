import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#kernel/day.ts'
import { compareLamps, countLamps } from './compare-lamps.ts'
import { aBasis, aDuty, agencyId, aReport, aSchedule, aTarget, aTask, known, stating, taskId } from './facts.fixture.ts'
import type { ProgrammeFacts, ReportFact, StepFact, TaskFact } from './facts.ts'
import { judgeFacts } from './judge-programme.ts'
import { isWorse, type Lamp, worstOf } from './lamp.ts'

const judge = (facts: ProgrammeFacts, day: string) => judgeFacts(facts, day).tasks[0]!
const without = (fields: Partial<TaskFact> = {}) => aBasis({ tasks: [aTask(fields)], targets: [] })
const step = (stepId: string, finishOn: string, doneOn: string | null): StepFact => ({
  stepId,
  title: `步骤${stepId}`,
  startOn: addDays(finishOn, -20),
  finishOn,
  doneOn,
})
const scheduled = (...steps: StepFact[]) => new Map([[taskId, aSchedule(steps)]])

describe('the schedule lamp', () => {
  const [done, late] = ['2026-03-31', null]
  test.each<[string, StepFact[], string, Lamp, string]>([
    ['all that is due is done', [step('a', '2026-03-31', done), step('b', '2026-09-30', null)], '2026-06-30', 'green', 'stepsOnTime'],
    ['nothing has begun', [step('a', '2026-09-30', null)], '2026-06-30', 'grey', 'notStarted'],
    ['the day itself is not late', [step('a', '2026-06-30', null)], '2026-06-30', 'green', 'stepsOnTime'],
    ['late within the days of grace', [step('x', '2026-01-25', done), step('a', '2026-06-25', late)], '2026-06-30', 'yellow', 'stepsLate'],
    ['late beyond them', [step('x', '2026-01-25', done), step('a', '2026-06-20', late)], '2026-06-30', 'red', 'stepsLate'],
    ['one of four late', [...['1', '2', '3'].map((id) => step(id, '2026-03-01', done)), step('d', '2026-04-01', late)], '2026-06-30', 'yellow', 'stepsLate'],
    ['two of four late', [step('1', '2026-03-01', done), step('2', '2026-03-01', done), step('3', '2026-04-01', late), step('4', '2026-04-01', late)], '2026-06-30', 'red', 'stepsLate'],
  ])('%s', (_, steps, day, lamp, code) => {
    const { schedule } = judge(known({ basis: without({ dueOn: '2026-12-31' }), schedules: scheduled(...steps) }), day)
    expect(schedule.lamp).toBe(lamp)
    expect(schedule.reasons[0]!.code).toBe(code)
  }) // biome-ignore format: a table

  test.each<[string, Lamp]>([
    ['2026-06-14', 'grey'],
    ['2026-06-15', 'yellow'],
    ['2026-06-30', 'yellow'],
    ['2026-07-01', 'red'],
  ])('with a deadline of 2026-06-30 alone it is on %s %s', (day, lamp) =>
    expect(judge(known({ basis: without({ dueOn: '2026-06-30' }) }), day).schedule.lamp).toBe(lamp),
  )

  test('of steps nobody ever marked is not red while progress is reported', () => {
    const schedules = scheduled(step('a', '2026-03-01', null))
    const of = (...reports: ReportFact[]) =>
      judge(known({ basis: without({ dueOn: '2026-12-31' }), schedules, reports }), '2026-06-30').schedule
    expect(of()).toMatchObject({ lamp: 'grey', reasons: [{ code: 'stepsUnmarked' }] })
    expect(of(aReport({ state: 'progressed' })).lamp).toBe('grey')
    expect(of(aReport({ state: 'unchanged' })).lamp).toBe('red')
  })

  test('says what it counted, and which step', () => {
    const facts = known({
      basis: without(),
      schedules: scheduled(step('a', '2026-03-01', done), step('b', '2026-04-01', null)),
    })
    const [reason] = judge(facts, '2026-06-30').schedule.reasons
    expect(reason!.text).toBe('到期节点 2 个，完成 1 个（50%）；“步骤b”未完成，最早的应在4月1日完成，已晚 90 天。')
    expect(reason!.refs).toEqual([{ kind: 'step', id: 'b' }])
  })

  test('of a task that goes on for ever is grey and asks for a schedule', () => {
    const { schedule } = judge(known({ basis: without({ ongoing: true }) }), '2026-06-30')
    expect(schedule).toMatchObject({ lamp: 'grey', reasons: [{ code: 'noSchedule' }] })
  })

  test('有困难 is yellow until something else is said', () => {
    const hard = aReport({ state: 'difficult', text: '设备采购流标一次', submittedOn: '2026-05-20' })
    const basis = without()
    const { schedule } = judge(known({ basis, reports: [hard] }), '2026-06-30')
    expect(schedule.lamp).toBe('yellow')
    expect(schedule.reasons[0]!.text).toContain('“设备采购流标一次”')
    const better = aReport({ state: 'progressed', submittedOn: '2026-06-20' })
    expect(judge(known({ basis, reports: [hard, better] }), '2026-06-30').schedule.lamp).toBe('grey')
  })
})

describe('a finished task', () => {
  const basis = without({ dueOn: '2026-06-30' })
  const said = (fields: Partial<ReportFact>) =>
    aReport({ state: 'finished', submittedOn: '2026-06-20', signedOn: '2026-06-22', ...fields })

  test('is green once it is signed, and not before', () => {
    expect(judge(known({ basis, reports: [said({})] }), '2026-07-10').summary).toBe('green')
    const unsigned = judge(known({ basis, reports: [said({ signedOn: null })] }), '2026-07-10')
    expect(unsigned.summary).toBe('red')
    expect(unsigned.schedule.reasons.map(({ code }) => code)).toEqual(['overdue', 'finishUnsigned'])
  })

  test('without evidence is doubted', () => {
    const bare = judge(known({ basis, reports: [said({ evidence: 0 })] }), '2026-07-10')
    expect(bare.schedule.reasons[0]!.text).toContain('没有附佐证')
    expect(bare.doubts.map(({ code }) => code)).toEqual(['finishedBare'])
  })

  test('of two agencies wants both', () => {
    const theirs = aDuty({ agencyId: 'another' })
    const duties = [aDuty(), theirs]
    expect(judge(known({ basis, duties, reports: [said({})] }), '2026-07-10').summary).toBe('red')
    const both = [said({}), said({ agencyId: 'another' })]
    expect(judge(known({ basis, duties, reports: both }), '2026-07-10').summary).toBe('green')
  })

  test('stays finished when figures of the years after are reported', () => {
    const later = aReport({ state: 'progressed', submittedOn: '2026-07-05' })
    expect(judge(known({ basis, reports: [said({}), later] }), '2026-07-10').summary).toBe('green')
  })

  test('is open again when an agency reports difficulty later', () => {
    const later = aReport({ state: 'difficult', submittedOn: '2026-07-05' })
    expect(judge(known({ basis, reports: [said({}), later] }), '2026-07-10').summary).toBe('red')
  })
})

describe('freshness', () => {
  const june = aDuty()
  const basis = without()
  const state = (reports: ReportFact[], day: string, duties = [june]) =>
    judge(known({ basis, duties, reports }), day).freshness.state
  test('waits while the cycle is open, is stale after it, and never red', () => {
    expect(state([], '2026-05-20')).toBe('none')
    expect(state([], '2026-06-10')).toBe('due')
    expect(state([], '2026-06-26')).toBe('stale')
    expect(state([aReport({ state: 'unchanged', submittedOn: '2026-06-20' })], '2026-06-26')).toBe('fresh')
    expect(judge(known({ basis, duties: [june] }), '2026-06-26').summary).toBe('grey')
  })

  test('names who is missing and by how long', () => {
    const { reasons } = judge(known({ basis, duties: [june] }), '2026-06-30').freshness
    expect(reasons[0]!.text).toBe('县科技局没有按期报送，应在6月25日前报，已过 5 天。')
  })

  test('a late answer counts when it comes', () => {
    expect(state([aReport({ submittedOn: '2026-07-03', cycle: '2026-06' })], '2026-07-04')).toBe('fresh')
  })

  test('the newest cycle alone counts', () => {
    const july = aDuty({ cycle: '2026-07', opensOn: '2026-07-01', dueOn: '2026-07-25' })
    expect(state([aReport({ submittedOn: '2026-07-20' })], '2026-07-26', [june, july])).toBe('fresh')
  })
})

describe('a green lamp is doubted', () => {
  const codes = (facts: ProgrammeFacts, day: string) => judge(facts, day).doubts.map(({ code }) => code)
  test('when it rests on an old report', () => {
    const facts = known({ duties: [aDuty()], reports: stating([['2026-05-31', 60]]) })
    expect(codes(facts, '2026-06-30')).toEqual(['staleReport'])
  })
  test('when its figure does not move', () => {
    const facts = known({
      reports: stating([
        ['2026-04-30', 60],
        ['2026-05-31', 60],
        ['2026-06-30', 60],
      ]),
    })
    expect(codes(facts, '2026-06-30')).toEqual(['flat'])
  })
  test('when most came at once in the last days of the year', () => {
    const facts = known({
      reports: stating([
        ['2026-10-31', 40],
        ['2026-11-30', 42],
        ['2026-12-29', 100],
      ]),
    })
    expect(codes(facts, '2026-12-30')).toEqual(['lastMinute'])
  })
  test('when progress is claimed again and again with nothing to show', () => {
    const reports = [
      ...stating([['2026-01-31', 20]]),
      ...stating([
        ['2026-04-30', 40],
        ['2026-06-30', 60],
      ]).map((one) => ({ ...one, evidence: 0 })),
    ]
    expect(codes(known({ reports }), '2026-06-30')).toEqual(['staleEvidence'])
  })
  test('and a lamp of another colour is not', () => {
    expect(codes(known({ duties: [aDuty()], reports: stating([['2026-05-31', 10]]) }), '2026-06-30')).toEqual([])
  })
})

describe('between two days', () => {
  const facts = known({
    reports: stating([
      ['2026-05-31', 50],
      ['2026-06-30', 30],
    ]),
  })
  const before = (lamp: Lamp) => new Map([[taskId, lamp]])
  const after = judgeFacts(facts, '2026-06-30').tasks

  test('what turned worse says why', () => {
    expect(compareLamps(before('green'), after)).toMatchObject([
      { turned: 'worse', before: 'green', after: 'red', why: [{ code: 'behindCourse' }] },
    ])
    expect(compareLamps(before('red'), after)).toEqual([])
    expect(compareLamps(new Map(), after)).toEqual([])
  })

  test('what goes out is neither better nor worse', () => {
    expect(isWorse('grey', 'green')).toBe(false)
    expect(isWorse('green', 'grey')).toBe(false)
    expect(isWorse('grey', 'red')).toBe(true)
    expect(worstOf(['green', 'grey'])).toBe('green')
    expect(worstOf([])).toBe('grey')
  })

  test('those that had nothing to say do not count in the rate', () => {
    const tasks = (['fresh', 'due', 'stale', 'none'] as const).map((state) => ({
      summary: 'green' as const,
      freshness: { state, reasons: [] },
    }))
    expect(countLamps(tasks)).toMatchObject({ green: 4, freshRatio: 2 / 3 })
    expect(countLamps([]).freshRatio).toBeNull()
  })
})

/** What was known at the end of a day: the doors of schedules and reports cut facts like this. */
const knownOn = (reports: readonly ReportFact[], day: string) =>
  reports
    .filter(({ submittedOn }) => submittedOn <= day)
    .map((one) => ({ ...one, signedOn: one.signedOn !== null && one.signedOn <= day ? one.signedOn : null }))

const aHistory = fc.array(
  fc.record({
    day: fc.integer({ min: 0, max: 700 }),
    value: fc.integer({ min: 0, max: 120 }),
    signedAfter: fc.option(fc.nat(40)),
    state: fc.constantFrom('unchanged', 'progressed', 'difficult', 'finished'),
  }),
  { maxLength: 12 },
)

test('what becomes known after a day changes nothing of that day', () =>
  fc.assert(
    fc.property(aHistory, fc.integer({ min: 0, max: 700 }), (history, n) => {
      const reports = history.map(({ day, value, signedAfter, state }) => {
        const submittedOn = addDays('2026-01-01', day)
        return aReport({
          submittedOn,
          agencyId,
          signedOn: signedAfter === null ? null : addDays(submittedOn, signedAfter),
          state,
          values: [{ targetId: aTarget().id, value, on: submittedOn }],
        })
      })
      const day = addDays('2026-01-01', n)
      const then = knownOn(reports, day)
      const onThatDay = judgeFacts(known({ reports: then }), day)
      const replayed = judgeFacts(
        known({ reports: knownOn([...reports, ...stating([[addDays(day, 1), 99]])], day) }),
        day,
      )
      expect(replayed).toEqual(onThatDay)
    }),
  ))
