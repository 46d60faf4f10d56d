import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#kernel/day.ts'
import { TargetAccrual, TargetKind } from '#modules/programme/plans/contract.ts'
import { aBasis, aDuty, aSchedule, aTarget, aTask, known } from './facts.fixture.ts'
import { judgeFacts } from './judge-programme.ts'

const aDay = fc.integer({ min: 0, max: 1800 }).map((n) => addDays('2026-01-01', n))
const orNull = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null })

const someTarget = fc
  .record({
    kind: fc.constantFrom(...TargetKind.options),
    accrual: fc.constantFrom(...TargetAccrual.options),
    op: fc.constantFrom('>=' as const, '<=' as const, '~' as const, 'by' as const),
    value: orNull(fc.integer({ min: 0, max: 200 })),
    baseline: orNull(fc.integer({ min: 0, max: 200 })),
    whole: fc.boolean(),
    startOn: orNull(aDay),
    endOn: orNull(aDay),
  })
  .map((fields) => aTarget(fields))

const someStep = fc.tuple(aDay, fc.boolean()).map(([finishOn, isDone]) => ({
  stepId: finishOn,
  title: finishOn,
  startOn: addDays(finishOn, -20),
  finishOn,
  // Ticked in its time: nothing is said of the steps after it.
  doneOn: isDone ? addDays(finishOn, -1) : null,
}))

const somePlan = fc.record({
  dueOn: orNull(aDay),
  startOn: orNull(aDay),
  startedOn: aDay,
  targets: fc.array(someTarget, { maxLength: 4 }),
  steps: fc.array(someStep, { maxLength: 5 }),
  dues: fc.array(aDay, { maxLength: 4 }),
  day: aDay.filter((day) => day >= '2026-11-30'),
})

test('where nobody has said anything of a task or its figures, nothing is red, on any day', () =>
  fc.assert(
    fc.property(somePlan, ({ dueOn, startOn, startedOn, targets, steps, dues, day }) => {
      const basis = aBasis({
        startOn,
        startedOn,
        tasks: [aTask({ dueOn })],
        targets: targets.map((target, i) => ({ ...target, id: `${target.id.slice(0, -1)}${i}` })),
      })
      // A tick is a word of the office: it comes before the first late step.
      const oldestLate =
        steps
          .filter(({ doneOn }) => doneOn === null)
          .map(({ finishOn }) => finishOn)
          .sort()[0] ?? '9999'
      const schedule = aSchedule(steps.map((step) => (step.finishOn < oldestLate ? step : { ...step, doneOn: null })))
      const duties = dues.map((due) => aDuty({ cycle: due.slice(0, 7), opensOn: addDays(due, -20), dueOn: due }))
      const schedules = new Map(steps.length > 0 ? [[schedule.taskId, schedule]] : [])
      const [task] = judgeFacts(known({ basis, schedules, duties }), day).tasks
      const shown = [task!.summary, task!.schedule.lamp, task!.value?.lamp, ...task!.targets.map(({ lamp }) => lamp)]
      expect(shown).not.toContain('red')
    }),
    { numRuns: 2000 },
  ))
