import { expect, test } from 'vitest'
import { aPlan, aTarget, aTask } from '#compiler/compiled-plan.fixture.ts'
import type { PlanSection } from '#compiler/compiled-plan.ts'
import { groupFindings, narrowTo } from './findings.ts'
import { openShapes } from './open-readings.ts'

const aSection = (given: Partial<PlanSection>): PlanSection => ({
  id: 's1',
  parent: null,
  level: 1,
  number: '一',
  heading: '一、总体目标',
  span: [0, 100],
  ...given,
})

const plan = aPlan({
  sections: [
    aSection({}),
    aSection({ id: 's2', number: '二', heading: '二、重点任务', span: [100, 300] }),
    aSection({ id: 's3', parent: 's2', level: 2, number: '（一）', heading: '（一）科技服务行动', span: [110, 300] }),
  ],
  tasks: [aTask({ id: 't1', span: [120, 200] }), aTask({ id: 't2', span: [200, 290] })],
  targets: [
    aTarget({ id: 'g1', taskId: 't2', valueSpan: [210, 212] }),
    aTarget({ id: 'g2', taskId: null, valueSpan: [40, 42] }),
    aTarget({ id: 'g3', taskId: null, valueSpan: [115, 117] }),
  ],
  cadences: [{ what: '会商', every: 'month', times: 1, taskId: null, span: [50, 60] }],
})

test('tasks stand under their action with their targets', () => {
  const action = groupFindings(plan).find((group) => group.heading === '（一）科技服务行动')
  expect(action?.above).toEqual(['二、重点任务'])
  expect(action?.tasks.map(({ task, targets }) => [task.id, targets.map((t) => t.id)])).toEqual([
    ['t1', []],
    ['t2', ['g1']],
  ])
})

test('what belongs to no task stands under the heading it was written under', () => {
  const [first, second] = groupFindings(plan)
  expect(first).toMatchObject({ heading: '一、总体目标', tasks: [] })
  expect(first?.targets.map((t) => t.id)).toEqual(['g2'])
  expect(first?.cadences.map((c) => c.item)).toEqual(['cadence:0'])
  expect(second?.targets.map((t) => t.id)).toEqual(['g3'])
})

test('a target of a task that was dropped is not lost', () => {
  const without = { ...plan, tasks: plan.tasks.filter((task) => task.id !== 't2') }
  const ids = groupFindings(without).flatMap((g) =>
    [...g.targets, ...g.tasks.flatMap((t) => t.targets)].map((t) => t.id),
  )
  expect(ids.sort()).toEqual(['g1', 'g2', 'g3'])
})

const doubtful = {
  ...plan,
  targets: [
    aTarget({ id: 'g1', taskId: 't2', valueSpan: [210, 212], accrual: 'within', accrualOther: 'of_year' }),
    aTarget({ id: 'g2', taskId: null, valueSpan: [40, 42], accrual: 'standing' }),
    aTarget({
      id: 'g3',
      taskId: 't1',
      valueSpan: [150, 152],
      accrual: 'within',
      accrualOther: 'of_year',
      duplicateOf: 'g1',
    }),
    aTarget({
      id: 'g4',
      taskId: 't1',
      valueSpan: [160, 162],
      kind: 'ratio',
      accrual: 'standing',
      accrualOther: 'always',
    }),
  ],
  untaken: [
    { ...aTarget({ id: 'u1', taskId: 'gone', valueSpan: [130, 132] }), reason: 'past' as const },
    { ...aTarget({ id: 'u2', taskId: null, valueSpan: [60, 62] }), reason: 'name' as const },
  ],
}

test('figures that were not taken stand with the task whose words they are, else under their heading', () => {
  const groups = groupFindings(doubtful)
  expect(
    groups.flatMap(({ tasks }) => tasks.flatMap(({ task, untaken }) => untaken.map(({ id }) => [task.id, id]))),
  ).toEqual([['t1', 'u1']])
  expect(groups.find(({ heading }) => heading === '一、总体目标')?.untaken.map(({ id }) => id)).toEqual(['u2'])
})

test('only what is open, or only what was not taken', () => {
  const listed = (shown: 'open' | 'untaken') =>
    narrowTo(groupFindings(doubtful), shown).flatMap((group) =>
      [group, ...group.tasks].flatMap(({ targets, untaken }) => [...targets, ...untaken].map(({ id }) => id)),
    )
  expect(listed('open')).toEqual(['g4', 'g1'])
  expect(listed('untaken')).toEqual(['u2', 'u1'])
})

test('open targets of one shape are settled together; repeated ones are not asked', () => {
  expect(
    openShapes(doubtful.targets).map(({ kind, readings, targets }) => [kind, ...readings, targets.length]),
  ).toEqual([
    ['new_in_period', 'within', 'of_year', 1],
    ['ratio', 'standing', 'always', 1],
  ])
})
