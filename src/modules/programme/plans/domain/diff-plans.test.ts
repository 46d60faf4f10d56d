import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anAgency, aPlan, aTarget, aTask } from '#compiler/compiled-plan.fixture.ts'
import type { CompiledPlan, PlanTarget } from '#compiler/compiled-plan.ts'
import { diffPlans } from './diff-plans.ts'
import { type FieldChange, type ItemChange, isUnchanged, type PlanDiff } from './plan-diff.ts'

const titles = [
  '建设科技服务站',
  '培育科技型企业',
  '建设企业技术中心',
  '开展技术合同登记',
  '选派科技特派员',
  '建设成果转化基地',
  '开展科普宣传',
]
const bodies = [
  '在每个乡镇设站并选派人员。',
  '建立后备名单，逐户上门辅导。',
  '按季度组织供需对接会。',
  '与高校共建实习基地，开放仪器设备。',
]
const agencies = ['县科技局', '县财政局', '县教育局', '县农业农村局']

const task = fc.record({
  title: fc.constantFrom(...titles),
  body: fc.constantFrom(...bodies),
  section: fc.constantFrom('甲行动', '乙行动', '丙行动'),
  lead: fc.constantFrom(...agencies),
})
const target = fc.record({
  indicator: fc.constantFrom('新建服务站', '培育企业', '登记合同额', '选派特派员'),
  value: fc.integer({ min: 1, max: 9 }),
  task: fc.integer({ min: 0, max: 6 }),
})
const plan = fc.record({ tasks: fc.array(task, { maxLength: 7 }), targets: fc.array(target, { maxLength: 6 }) }).map(
  ({ tasks, targets }): CompiledPlan =>
    aPlan({
      tasks: tasks.map((t, n) =>
        aTask({
          id: `t${n}`,
          number: `${n + 1}`,
          title: t.title,
          text: `${t.title}。${t.body}`,
          path: [t.section],
          leads: [anAgency(t.lead)],
        }),
      ),
      targets: targets.map((g, n) =>
        aTarget({
          id: `g${n}`,
          taskId: g.task < tasks.length ? `t${g.task}` : null,
          indicator: { text: g.indicator, code: null },
          value: g.value,
          clause: { text: `${g.indicator}${g.value}个`, span: [0, 1] },
        }),
      ),
    }),
)

const mirrorField = (c: FieldChange): FieldChange => ({
  ...c,
  before: c.after,
  after: c.before,
  beforeSpan: c.afterSpan,
  afterSpan: c.beforeSpan,
  dropped: c.added,
  added: c.dropped,
})
const mirrorKind = { added: 'dropped', dropped: 'added', changed: 'changed', moved: 'moved' } as const
const mirrorItem = (c: ItemChange): ItemChange => ({
  ...c,
  kind: mirrorKind[c.kind],
  before: c.after,
  after: c.before,
  changes: c.changes.map(mirrorField),
})
/** Without the order of the list, which follows the newer plan. */
const unordered = (diff: PlanDiff) =>
  [diff.document, diff.tasks, diff.targets].map((list) => list.map((item) => JSON.stringify(item)).sort())

describe('whatever the plans', () => {
  test('a plan does not differ from itself', () =>
    fc.assert(
      fc.property(plan, (a) => {
        expect(diffPlans(a, a)).toEqual({ document: [], tasks: [], targets: [] })
      }),
    ))

  test('the comparison in the other direction is the mirror image', () =>
    fc.assert(
      fc.property(plan, plan, (a, b) => {
        const there = diffPlans(a, b)
        const mirrored = {
          document: there.document.map(mirrorField),
          tasks: there.tasks.map(mirrorItem),
          targets: there.targets.map(mirrorItem),
        }
        expect(unordered(diffPlans(b, a))).toEqual(unordered(mirrored))
      }),
      { numRuns: 300 },
    ))

  test('every task of both plans is accounted for once', () =>
    fc.assert(
      fc.property(plan, plan, (a, b) => {
        const { tasks } = diffPlans(a, b)
        const count = (kind: ItemChange['kind']) => tasks.filter((t) => t.kind === kind).length
        expect(b.tasks.length - a.tasks.length).toBe(count('added') - count('dropped'))
        expect(new Set(tasks.flatMap((t) => t.before?.id ?? [])).size).toBe(tasks.filter((t) => t.before).length)
      }),
    ))
})

const station = aTask({ id: 't1', number: '1' })
const firms = aTask({
  id: 't2',
  number: '2',
  title: '培育科技型企业',
  text: '培育科技型企业。建立后备名单，逐户上门辅导，帮助企业准备材料。',
  path: ['二、重点任务', '（二）企业培育行动'],
})

test('a task inserted before others leaves those it pushed along unmentioned', () => {
  const fresh = aTask({ id: 't1', number: '1', title: '开放仪器设备', text: '开放仪器设备。编制目录，公布收费办法。' })
  const after = aPlan({ tasks: [fresh, { ...station, id: 't2', number: '2' }, { ...firms, id: 't3', number: '3' }] })
  const diff = diffPlans(aPlan({ tasks: [station, firms] }), after)
  expect(diff.tasks.map((t) => [t.kind, t.after?.title])).toEqual([['added', '开放仪器设备']])
})

test('a retitled task with its text kept is one changed task', () => {
  const after = aPlan({
    tasks: [{ ...firms, title: '壮大创新主体', text: firms.text.replace('培育科技型企业', '壮大创新主体') }],
  })
  const [only, ...others] = diffPlans(aPlan({ tasks: [firms] }), after).tasks
  expect(others).toEqual([])
  expect(only?.changes).toMatchObject([{ field: 'title', before: '培育科技型企业', after: '壮大创新主体' }])
})

test('an agency that goes from helping to leading is shown in both roles', () => {
  const after = { ...station, leads: [anAgency('县农业农村局')], participants: [anAgency('县科技局', 'participant')] }
  const [only] = diffPlans(aPlan({ tasks: [station] }), aPlan({ tasks: [after] })).tasks
  expect(only?.changes).toMatchObject([
    { field: 'leads', dropped: ['县科技局'], added: ['县农业农村局'] },
    { field: 'participants', dropped: ['县农业农村局'], added: ['县科技局'] },
  ])
})

test('the responsibility clause alone does not count as a changed text', () => {
  const before = { ...station, text: `${station.text}（牵头单位：县科技局；责任单位：县农业农村局）` }
  const after = {
    ...station,
    text: `${station.text}（牵头单位：县科技局；责任单位：县财政局）`,
    participants: [anAgency('县财政局', 'participant')],
  }
  const [only] = diffPlans(aPlan({ tasks: [before] }), aPlan({ tasks: [after] })).tasks
  expect(only?.changes.map((c) => c.field)).toEqual(['participants'])
})

test('a task put under another action has moved', () => {
  const rest = [aTask({ id: 't3', title: '选派科技特派员' }), aTask({ id: 't4', title: '开展科普宣传' })]
  const elsewhere = { ...station, path: firms.path }
  const diff = diffPlans(aPlan({ tasks: [...rest, station, firms] }), aPlan({ tasks: [...rest, elsewhere, firms] }))
  expect(diff.tasks).toMatchObject([{ kind: 'moved', moved: true, changes: [] }])
})

test('a reworded action heading moves none of its tasks', () => {
  const tasks = [station, aTask({ id: 't3', title: '选派科技特派员' })]
  const after = tasks.map((t) => ({ ...t, path: ['二、重点任务', '（一）基层能力提升工程'] }))
  expect(diffPlans(aPlan({ tasks }), aPlan({ tasks: after })).tasks).toEqual([])
})

test('a raised figure is one changed target, shown with its sign and unit', () => {
  const after = aTarget({ value: 18, clause: { text: '新建科技服务站18个以上', span: [0, 11] } })
  const diff = diffPlans(
    aPlan({ tasks: [station], targets: [aTarget()] }),
    aPlan({ tasks: [station], targets: [after] }),
  )
  expect(diff.targets).toMatchObject([
    { kind: 'changed', changes: [{ field: 'figure', before: '≥ 12 个', after: '≥ 18 个' }, { field: 'text' }] },
  ])
})

test('a target that adds up in another way or binds now is changed; what an older compiler did not say is no change', () => {
  const changesTo = (before: Partial<PlanTarget>, after: Partial<PlanTarget>) =>
    diffPlans(
      aPlan({ tasks: [station], targets: [aTarget(before)] }),
      aPlan({ tasks: [station], targets: [aTarget(after)] }),
    ).targets.flatMap(({ changes }) => changes.map(({ field, before, after }) => [field, before, after]))
  expect(changesTo({ accrual: 'within' }, { accrual: 'of_year', force: 'binding' })).toEqual([
    ['accrual', '期内累计', '当年数'],
    ['modality', '应当', '应当（约束性）'],
  ])
  expect(changesTo({}, { accrual: 'of_year', force: null })).toEqual([])
})

const clause = (last: number) => ({ text: `三年分别达到10家、15家、${last}家`, span: [0, 15] as [number, number] })

test('of several targets in one clause only the one whose figure was raised has changed', () => {
  const first = (last: number) => aTarget({ id: 'g1', value: 10, unit: '家', clause: clause(last) })
  const third = (last: number) =>
    aTarget({
      id: 'g3',
      value: last,
      unit: '家',
      period: { start: '2028-01-01', end: '2028-12-31' },
      clause: clause(last),
    })
  const diff = diffPlans(aPlan({ targets: [first(20), third(20)] }), aPlan({ targets: [first(25), third(25)] }))
  expect(diff.targets.map((t) => [t.kind, t.after?.id])).toEqual([['changed', 'g3']])
})

test('targets of unlike indicators are never taken for one another', () => {
  const other = aTarget({
    id: 'g2',
    indicator: { text: '技术合同成交额', code: null },
    value: 3,
    unit: '亿元',
    kind: 'amount',
    clause: { text: '技术合同成交额达到3亿元', span: [0, 9] },
  })
  const diff = diffPlans(
    aPlan({ tasks: [station], targets: [aTarget()] }),
    aPlan({ tasks: [station], targets: [other] }),
  )
  expect(diff.targets.map((t) => t.kind).sort()).toEqual(['added', 'dropped'])
})

const many = (offset: number) =>
  aPlan({
    tasks: Array.from({ length: 300 }, (_, n) =>
      aTask({
        id: `t${n}`,
        title: `${titles[n % 7]}第${n + offset}批`,
        text: `${bodies[n % 4]}`.repeat(20) + (n + offset),
      }),
    ),
  })

test('two plans of 300 tasks are compared in less than three seconds', () => {
  const [a, b] = [many(0), many(1)]
  const start = performance.now()
  expect(diffPlans(a, b).tasks.length).toBeGreaterThan(0)
  expect(performance.now() - start).toBeLessThan(3000)
})

test('money offered to applicants is no target that came or went', () => {
  const offer = aTarget({ id: 'g9', kind: 'benefit', indicator: { text: '奖补', code: null }, value: 30, unit: '万元' })
  expect(isUnchanged(diffPlans(aPlan({ targets: [aTarget()] }), aPlan({ targets: [aTarget(), offer] })))).toBe(true)
})
