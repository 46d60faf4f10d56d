import { expect, test } from 'vitest'
import { aPlan, aTarget, aTask } from '#compiler/compiled-plan.fixture.ts'
import type { PlanSection } from '#compiler/compiled-plan.ts'
import { groupFindings } from './findings.ts'

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
