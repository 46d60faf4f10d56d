import { describe, expect, test } from 'vitest'
import type { TargetView, TaskView } from '#modules/programme/programmes/contract.ts'
import { agencyId, targetId, taskId } from '../domain/facts.fixture.ts'
import { readBasis, readTarget } from './read-basis.ts'

const programmeId = '00000000-0000-7000-8000-000000000777'
const whole = { startOn: '2026-01-01', endOn: '2028-12-31' }

const aTarget = (given: Partial<TargetView> = {}): TargetView => ({
  id: targetId,
  programmeId,
  planId: programmeId,
  taskId,
  taskTitle: '建设科技服务站',
  leads: [],
  shown: '≥ 12 个',
  sentence: '到2028年底不低于 12 个',
  repeats: null,
  position: 0,
  indicator: { text: '科技服务站', code: null },
  op: '>=',
  value: 12,
  valueMax: null,
  unit: '个',
  normal: null,
  kind: 'new_in_period',
  accrual: 'within',
  period: null,
  modality: '',
  scopeLevel: '',
  baseline: null,
  clause: { text: '新建科技服务站12个', span: [100, 110] },
  valueSpan: [107, 110],
  ...given,
})

const aTask = (given: Partial<TaskView> = {}): TaskView => ({
  id: taskId,
  divisionCode: '470326',
  programmeId,
  planId: programmeId,
  planTaskId: 't1',
  position: 0,
  kind: 'task',
  number: '1',
  title: '建设科技服务站',
  text: '',
  path: [],
  spanStart: 0,
  spanEnd: 10,
  dueOn: '2026-12-31',
  dueText: null,
  ongoing: false,
  initials: '',
  addedIn: 1,
  droppedIn: null,
  action: '',
  leads: [{ name: '县科技局', agencyId, inherited: false }],
  participants: [{ name: '各乡镇', agencyId: null, inherited: true }],
  targets: [],
  ...given,
})

describe('a target as lamps look at it', () => {
  test('has the time of its programme where it has none', () => {
    expect(readTarget(aTarget(), whole)).toMatchObject(whole)
    const dated = aTarget({ period: { start: '2027-01-01', end: '2027-12-31' } })
    expect(readTarget(dated, whole)).toMatchObject({ startOn: '2027-01-01', endOn: '2027-12-31' })
  })

  test.each([
    ['个', true, false], ['家', true, false], ['人', true, false], ['万人', false, false], ['场', true, false], ['亩', false, false], ['%', false, false],
    ['亿元', false, false], ['位', true, false], ['无此单位', false, false],
  ])('counted in %s: whole %s, a rank %s', (unit, isWhole, ranked) => {
    expect(readTarget(aTarget({ unit }), whole)).toMatchObject({ whole: isWhole, ranked })
  }) // biome-ignore format: a table

  test('has the baseline the plan names', () => {
    const baseline = { value: 5, text: '2025年5个', span: [0, 5] satisfies [number, number] }
    expect(readTarget(aTarget({ baseline }), whole).baseline).toBe(5)
    expect(readTarget(aTarget(), whole).baseline).toBeNull()
  })

  test.each<[string, string, [number, number], [number, number], string]>([
    ['up to the next stop', '不良率控制在3%以内，力争2%', [10, 24], [16, 18], '不良率控制在3%以内'],
    ['to the end without a stop', '不良率控制在3%以内', [10, 21], [16, 18], '不良率控制在3%以内'],
    ['a comma in a figure is no stop', '产值达1,200万元,增长5%', [0, 15], [3, 4], '产值达1,200万元'],
    ['all of it when the figure stands before', '力争2%，控制在3%', [10, 19], [4, 6], '力争2%，控制在3%'],
    ['all of it when the figure stands behind', '力争2%，控制在3%', [10, 19], [17, 20], '力争2%，控制在3%'],
    ['the first place is within', '3%以内，好', [10, 16], [10, 12], '3%以内'],
    ['the last place is within', '好，为3%', [10, 15], [13, 15], '好，为3%'],
  ])('its words: %s', (_, text, span, valueSpan, words) => {
    expect(readTarget(aTarget({ clause: { text, span }, valueSpan }), whole).words).toBe(words)
  })
})

test('a task names its leads first, and who takes part is no lead', () => {
  const { tasks, targets, startOn, startedOn } = readBasis(
    { ...whole, createdAt: new Date('2026-03-02T16:30:00Z') },
    { tasks: [aTask()], targets: [aTarget()] },
  )
  expect([startOn, startedOn]).toEqual(['2026-01-01', '2026-03-03'])
  expect(targets[0]).toMatchObject({ id: targetId, indicator: '科技服务站', code: null, ...whole })
  expect(tasks).toEqual([
    {
      id: taskId,
      kind: 'task',
      number: '1',
      title: '建设科技服务站',
      dueOn: '2026-12-31',
      ongoing: false,
      addedIn: 1,
      planTaskId: 't1',
      agencies: [
        { agencyId, name: '县科技局', isLead: true },
        { agencyId: null, name: '各乡镇', isLead: false },
      ],
    },
  ])
})
