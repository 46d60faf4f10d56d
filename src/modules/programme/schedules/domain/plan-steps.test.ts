import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { workingCalendar } from '#kernel/calendar.ts'
import { canHold } from './can-hold.fixture.ts'
import { type Constraint, orderOf } from './conflict.ts'
import { datesFrom } from './latest-dates.ts'
import { outlookOn, planSteps } from './plan-steps.ts'
import { aStep } from './schedule.fixture.ts'
import type { Step } from './step.ts'

const calendar = workingCalendar()
const frame = { floorOn: '2026-02-09', deadlineOn: '2026-09-30' }
const dayFrom = (from: string, count: number) =>
  new Date(Date.parse(from) + count * 86_400_000).toISOString().slice(0, 10)

const unit = fc.constantFrom('working_day' as const, 'working_day' as const, 'day' as const)

/** Networks without circles, with marks, waits and days of both kinds: a step waits only for steps before it. */
const network = fc
  .array(
    fc.record({
      days: fc.oneof(
        { weight: 4, arbitrary: fc.integer({ min: 1, max: 30 }) },
        { weight: 1, arbitrary: fc.constant(0) },
      ),
      unit,
      lagDays: fc.oneof(
        { weight: 3, arbitrary: fc.constant(0) },
        { weight: 1, arbitrary: fc.integer({ min: 1, max: 40 }) },
      ),
      lagUnit: unit,
      waits: fc.array(fc.nat({ max: 30 }), { maxLength: 4 }),
      pin: fc.option(
        fc.record({ edge: fc.constantFrom('start' as const, 'finish' as const), at: fc.nat({ max: 200 }) }),
        {
          freq: 6,
        },
      ),
      notAfter: fc.option(fc.nat({ max: 240 }), { freq: 6 }),
      notBefore: fc.option(fc.nat({ max: 120 }), { freq: 6 }),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((drafts) =>
    drafts.map(({ waits, pin, notAfter, notBefore, ...length }, i): Step => {
      const after = [...new Set(waits.filter((at) => at < i).map((at) => `s${at}`))]
      const on = pin === null ? '' : calendar.add('2026-02-08', pin.at + 1)
      return aStep({
        id: `s${i}`,
        ...length,
        after,
        pin: pin === null ? null : { edge: pin.edge, on },
        notAfter: notAfter === null ? null : dayFrom('2026-02-20', notAfter),
        notBefore: notBefore === null ? null : dayFrom('2026-02-09', notBefore),
      })
    }),
  )

const everything = (steps: readonly Step[]): Constraint[] => [
  { kind: 'floor', why: 'start', on: frame.floorOn },
  { kind: 'deadline', on: frame.deadlineOn },
  ...steps.flatMap((step): Constraint[] => {
    const { id: stepId, days, unit, after, pin, notAfter, notBefore } = step
    return [
      ...(days > 0 ? [{ kind: 'duration' as const, stepId, days, unit }] : []),
      ...after.map((earlier) => orderOf(earlier, step)),
      ...(pin ? [{ kind: 'pin' as const, stepId, ...pin }] : []),
      ...(notAfter ? [{ kind: 'notAfter' as const, stepId, on: notAfter }] : []),
      ...(notBefore ? [{ kind: 'notBefore' as const, stepId, on: notBefore }] : []),
    ]
  }),
]

/** Every choice of so many. */
const subsetsOf = <T>(all: readonly T[], size: number): T[][] => {
  if (size === 0) return [[]]
  return all.flatMap((one, i) => subsetsOf(all.slice(i + 1), size - 1).map((rest) => [one, ...rest]))
}

describe('a plan made backwards', () => {
  const steps = [
    aStep({ id: 'draft', days: 12 }),
    aStep({ id: 'consult', days: 20, after: ['draft'] }),
    aStep({ id: 'issue', days: 3, after: ['consult'] }),
  ]

  test('ends on the deadline and leaves each step its working days', () => {
    const { dates } = planSteps(steps, frame, calendar)
    expect(dates).toEqual([
      { stepId: 'draft', startOn: '2026-08-13', finishOn: '2026-08-28', bound: { by: 'step', stepId: 'consult', on: '2026-08-31' }, tentative: false },
      { stepId: 'consult', startOn: '2026-08-31', finishOn: '2026-09-24', bound: { by: 'step', stepId: 'issue', on: '2026-09-28' }, tentative: false },
      { stepId: 'issue', startOn: '2026-09-28', finishOn: '2026-09-30', bound: { by: 'deadline', on: '2026-09-30' }, tentative: false },
    ]) // biome-ignore format: a table
  })

  test('a deadline on a day off ends on the last working day before it', () => {
    const { dates } = planSteps([aStep({ id: 'a' })], { ...frame, deadlineOn: '2026-10-05' }, calendar)
    expect(dates?.[0]?.finishOn).toBe('2026-09-30')
  })

  test('a year without a published calendar is said at every date that counts through it', () => {
    const { dates } = planSteps(steps, { ...frame, deadlineOn: '2027-01-05' }, calendar)
    expect(dates?.map(({ tentative }) => tentative)).toEqual([true, true, true])
    const early = steps.map((step) => (step.id === 'draft' ? { ...step, notAfter: '2026-06-30' } : step))
    const held = planSteps(early, { ...frame, deadlineOn: '2027-03-31' }, calendar).dates
    expect(held?.map(({ tentative }) => tentative)).toEqual([false, true, true])
  })

  test('a step set by hand stays where it was set, and those before it move with it', () => {
    const pinned = steps.map((step) =>
      step.id === 'consult' ? { ...step, pin: { edge: 'start' as const, on: '2026-06-01' } } : step,
    )
    const { dates } = planSteps(pinned, frame, calendar)
    expect(dates?.[0]).toMatchObject({ finishOn: '2026-05-29', bound: { by: 'step', on: '2026-06-01' } })
    expect(dates?.[1]).toMatchObject({ startOn: '2026-06-01', finishOn: '2026-06-29' })
    expect(dates?.[2]).toMatchObject({ startOn: '2026-09-28' })
  })

  test('a done step keeps its dates and holds nothing', () => {
    const done = { on: '2026-09-29', startOn: '2026-08-28', finishOn: '2026-09-24', proof: null }
    const { dates } = planSteps(
      steps.map((step) => (step.id === 'consult' ? { ...step, done } : step)),
      frame,
      calendar,
    )
    expect(dates?.[1]).toMatchObject({ startOn: '2026-08-28', bound: { by: 'done' } })
    expect(dates?.[0]).toMatchObject({ finishOn: '2026-09-30', bound: { by: 'deadline' } })
  })
})

describe('whatever the steps', () => {
  test('no step begins before those it waits for are finished, and none ends after its day', () => {
    fc.assert(
      fc.property(network, (steps) => {
        const { dates } = planSteps(steps, frame, calendar)
        fc.pre(dates !== null)
        const of = new Map(dates.map((one) => [one.stepId, one]))
        for (const step of steps) {
          const own = of.get(step.id)!
          expect(own.startOn >= frame.floorOn && own.finishOn <= frame.deadlineOn).toBe(true)
          expect([own.startOn, own.finishOn].every((day) => calendar.isWorkingDay(day))).toBe(true)
          if (step.days === 0) expect(own.startOn).toBe(own.finishOn)
          else if (step.unit === 'working_day') expect(calendar.between(own.startOn, own.finishOn) + 1).toBe(step.days)
          else expect(own.finishOn).toBe(calendar.onOrAfter(dayFrom(own.startOn, step.days)))
          for (const id of step.after) {
            const { finishOn } = of.get(id)!
            expect(step.days === 0 ? finishOn <= own.startOn : finishOn < own.startOn).toBe(true)
            if (step.lagDays > 0 && step.lagUnit === 'day')
              expect(own.startOn >= calendar.onOrAfter(dayFrom(finishOn, step.lagDays))).toBe(true)
            if (step.lagDays > 0 && step.lagUnit === 'working_day')
              expect(calendar.between(finishOn, own.startOn)).toBeGreaterThanOrEqual(step.lagDays)
          }
          if (step.notAfter) expect(own.finishOn <= step.notAfter).toBe(true)
          if (step.notBefore) expect(own.startOn >= step.notBefore).toBe(true)
          // No day to begin on may end a stretch of the calendar on just that day: then it is over before it.
          const pinned = step.pin?.edge === 'start' ? own.startOn : own.finishOn
          if (step.pin && (step.days === 0 || step.unit === 'working_day')) expect(pinned).toBe(step.pin.on)
          else if (step.pin?.edge === 'start') expect(pinned).toBe(step.pin.on)
          else if (step.pin) expect(pinned <= step.pin.on).toBe(true)
        }
      }),
      { numRuns: 1000 },
    )
  })

  test('without days of its own the last step ends on the last working day up to the deadline', () => {
    fc.assert(
      fc.property(network, (steps) => {
        const free = steps.map((step) => ({ ...step, pin: null, notAfter: null, notBefore: null }))
        const { dates } = planSteps(free, { ...frame, floorOn: '2020-01-01' }, calendar)
        const waited = new Set(free.flatMap(({ after }) => after))
        const whole = new Set(free.flatMap(({ id, days, unit }) => (days === 0 || unit === 'working_day' ? [id] : [])))
        for (const { stepId, finishOn } of dates!)
          if (!waited.has(stepId) && whole.has(stepId)) expect(finishOn).toBe('2026-09-30')
      }),
    )
  })

  test('no step could be any later: one working day more breaks something', () => {
    fc.assert(
      fc.property(network, fc.nat(), (steps, at) => {
        const { dates } = planSteps(steps, frame, calendar)
        fc.pre(dates !== null)
        const { stepId, startOn } = dates[at % dates.length]!
        const later = calendar.add(startOn, 1)
        const moved = steps.map((step) =>
          step.id === stepId && step.pin === null ? { ...step, pin: { edge: 'start' as const, on: later } } : step,
        )
        fc.pre(steps.find(({ id }) => id === stepId)!.pin === null)
        const again = planSteps(moved, frame, calendar)
        expect(again.dates?.find((one) => one.stepId === stepId)?.startOn === later).toBe(false)
      }),
    )
  })

  test('every reason recomputes its date', () => {
    fc.assert(
      fc.property(network, (steps) => {
        const { dates } = planSteps(steps, frame, calendar)
        fc.pre(dates !== null)
        for (const { stepId, startOn, finishOn, bound } of dates) {
          const step = steps.find(({ id }) => id === stepId)!
          const next = bound.by === 'step' ? steps.find(({ id }) => id === bound.stepId) : undefined
          expect(datesFrom(bound, { step, next }, calendar)).toEqual({ startOn, finishOn })
        }
      }),
    )
  })

  test('slack is how far the latest start may come before the earliest', () => {
    fc.assert(
      fc.property(network, (steps) => {
        const { dates, slack } = planSteps(steps, frame, calendar)
        fc.pre(dates !== null)
        slack.forEach(({ stepId, startOn, slackDays }) => {
          const latest = dates.find((one) => one.stepId === stepId)!
          expect(calendar.between(startOn, latest.startOn)).toBe(slackDays)
        })
      }),
    )
  })

  test('a plan is refused exactly when its constraints cannot hold, and the conflict named is minimal', () => {
    let refused = 0
    fc.assert(
      fc.property(network, (steps) => {
        const all = everything(steps)
        const { conflict } = planSteps(steps, frame, calendar)
        expect(conflict === null).toBe(canHold(all, steps, calendar))
        if (conflict === null) return
        refused += 1
        expect(canHold(conflict.constraints, steps, calendar)).toBe(false)
        for (const one of conflict.constraints) {
          expect(all).toContainEqual(one)
          expect(
            canHold(
              conflict.constraints.filter((other) => other !== one),
              steps,
              calendar,
            ),
          ).toBe(true)
        }
      }),
      { numRuns: 4000 },
    )
    expect(refused).toBeGreaterThan(300)
  })

  test('no smaller set of constraints is a conflict', () => {
    let refused = 0
    fc.assert(
      fc.property(network, (drawn) => {
        const steps = drawn.slice(0, 4).map((step) => ({ ...step, days: step.days * 5 }))
        const { conflict } = planSteps(steps, frame, calendar)
        fc.pre(conflict !== null && conflict.constraints.length <= 7)
        refused += 1
        const smaller = subsetsOf(everything(steps), (conflict?.constraints.length ?? 1) - 1)
        expect(smaller.find((some) => !canHold(some, steps, calendar))).toBeUndefined()
      }),
      { numRuns: 150 },
    )
    expect(refused).toBe(150)
  })
})

describe('an impossible plan', () => {
  test('names the chain that is too long and nothing else', () => {
    const steps = [
      aStep({ id: 'a', days: 100 }),
      aStep({ id: 'b', days: 70, after: ['a'] }),
      aStep({ id: 'aside', days: 3, after: ['a'] }),
      aStep({ id: 'tiny', days: 1, after: ['b'] }),
    ]
    const { conflict } = planSteps(steps, frame, calendar)
    expect(conflict?.constraints).toEqual([
      { kind: 'floor', why: 'start', on: '2026-02-09' },
      { kind: 'duration', stepId: 'a', days: 100, unit: 'working_day' },
      { kind: 'order', stepId: 'a', next: 'b', lagDays: 0, lagUnit: 'working_day' },
      { kind: 'duration', stepId: 'b', days: 70, unit: 'working_day' },
      { kind: 'deadline', on: '2026-09-30' },
    ])
    expect(conflict?.shortDays).toBe(170 - calendar.between('2026-02-08', '2026-09-30'))
  })

  test('steps that wait for each other are named as a circle, the smallest one', () => {
    const steps = [
      aStep({ id: 'a', after: ['c'] }),
      aStep({ id: 'b', after: ['a', 'e'] }),
      aStep({ id: 'c', after: ['b'] }),
      aStep({ id: 'd', after: ['e'] }),
      aStep({ id: 'e', after: ['d'] }),
      aStep({ id: 'f', after: ['c'] }),
    ]
    const { conflict } = planSteps(steps, frame, calendar)
    expect(conflict).toEqual({
      constraints: [
        { kind: 'order', stepId: 'd', next: 'e', lagDays: 0, lagUnit: 'working_day' },
        { kind: 'order', stepId: 'e', next: 'd', lagDays: 0, lagUnit: 'working_day' },
      ],
      shortDays: null,
    })
    expect(canHold(conflict!.constraints, steps, calendar)).toBe(false)
    expect(canHold(conflict!.constraints.slice(1), steps, calendar)).toBe(true)
  })

  test('two dates set by hand that leave no room between them are the conflict', () => {
    const steps = [
      aStep({ id: 'a', pin: { edge: 'finish', on: '2026-06-10' } }),
      aStep({ id: 'b', days: 30, after: ['a'] }),
      aStep({ id: 'c', after: ['b'], pin: { edge: 'start', on: '2026-06-30' } }),
    ]
    const { conflict } = planSteps(steps, frame, calendar)
    expect(conflict?.constraints.map(({ kind }) => kind)).toEqual(['pin', 'order', 'duration', 'order', 'pin'])
  })
})

describe('the outlook of a plan on a day', () => {
  const steps = [aStep({ id: 'a', days: 10 }), aStep({ id: 'b', days: 10, after: ['a'] })]
  const { dates } = planSteps(steps, frame, calendar)
  const on = (today: string, done: readonly Step[] = steps) =>
    outlookOn({ steps: done, dates: dates!, deadlineOn: frame.deadlineOn }, today, calendar)

  test('counts the working days still free', () => {
    expect(dates?.map(({ startOn }) => startOn)).toEqual(['2026-09-03', '2026-09-17'])
    expect(on('2026-08-20').slack.map(({ slackDays }) => slackDays)).toEqual([10, 10])
  })

  test('takes a step whose time has come to be under way', () => {
    const { slack, conflict } = on('2026-09-09')
    expect(slack.map(({ slackDays }) => slackDays)).toEqual([0, 0])
    expect(conflict).toBeNull()
  })

  test('says what is in the way once a step is late', () => {
    const { slack, conflict } = on('2026-09-18')
    expect(slack.map(({ slackDays }) => slackDays)).toEqual([-2, -2])
    expect(conflict?.constraints.map(({ kind }) => kind)).toEqual(['floor', 'duration', 'deadline'])
    expect(conflict?.constraints[0]).toMatchObject({ why: 'today', on: '2026-09-18' })
  })

  test('says that the deadline is over when it is', () => {
    const { conflict } = on('2026-10-12')
    expect(conflict).toEqual({
      constraints: [
        { kind: 'floor', why: 'today', on: '2026-10-12' },
        { kind: 'deadline', on: '2026-09-30' },
      ],
      shortDays: 4,
    })
  })

  test('a step done late holds back what follows', () => {
    const done = { on: '2026-09-21', startOn: '2026-09-02', finishOn: '2026-09-15', proof: null }
    const [a, b] = steps
    expect(on('2026-09-21', [{ ...a!, done }, b!]).slack).toEqual([
      expect.objectContaining({ stepId: 'b', slackDays: 0 }),
    ])
  })
})
