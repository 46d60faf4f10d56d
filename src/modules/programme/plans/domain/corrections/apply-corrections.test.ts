import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anAgency, aPlan, aTarget, aTask } from '#compiler/compiled-plan.fixture.ts'
import type { CompiledPlan, PlanTarget, PlanTask } from '#compiler/compiled-plan.ts'
import { applyCorrections } from './apply-corrections.ts'
import { Correction } from './correction.ts'
import { describeCorrection } from './describe-correction.ts'

// Two tasks in one text: [0,8) title and [0,40) words of the first, [40,48) and [40,80) of the second.
const text =
  '建设科技服务站。每个乡镇一个，配备专人，全年新建服务站12个以上，定期开展培训。'.padEnd(40, '。') +
  '培育科技型企业。引导企业加大投入，新增企业20家，并落实奖励政策。'.padEnd(40, '。')
const at: [number, number] = [0, 8]
const other: [number, number] = [40, 48]
const figure: [number, number] = [text.indexOf('12'), text.indexOf('12') + 2]

const first = aTask({ id: 't1', title: '建设科技服务站', titleSpan: at, span: [0, 40], text: text.slice(0, 40) })
const second = aTask({
  id: 't2',
  title: '培育科技型企业',
  titleSpan: other,
  span: [40, 80],
  text: text.slice(40, 80),
  leads: [anAgency('县经信局')],
})
const compiled: CompiledPlan = aPlan({
  source: { file: '方案.txt', sha256: '', mediaType: 'text/plain', encoding: 'utf-8', text },
  tasks: [first, second],
  targets: [
    aTarget({
      id: 'g1',
      taskId: 't1',
      valueSpan: figure,
      clause: { text: '全年新建服务站12个以上', span: [figure[0] - 7, figure[1] + 3] },
    }),
  ],
})

const correct = (...corrections: Correction[]) => applyCorrections(compiled, corrections)
const task = (plan: CompiledPlan, index: number): PlanTask => plan.tasks[index]!
const names = (agencies: readonly { name: string }[]) => agencies.map((agency) => agency.name)

describe('a correction changes what its words point at', () => {
  test('one choice settles every target it was made for, and undoing is leaving it out', () => {
    const open = { accrual: 'within', accrualOther: 'of_year' } as const
    const apart: [number, number] = [60, 62]
    const two = [
      aTarget({ id: 'g1', valueSpan: figure, ...open }),
      aTarget({ id: 'g2', valueSpan: apart, indicator: { text: '培训果农', code: null }, ...open }),
    ]
    const plan = { ...compiled, targets: two }
    const settled: Correction = { kind: 'settleAccrual', at: figure, figures: [figure, apart], accrual: 'of_year' }
    const read = (of: CompiledPlan) => of.targets.map(({ accrual, accrualOther }) => [accrual, accrualOther])
    expect(read(applyCorrections(plan, [settled]).plan)).toEqual([
      ['of_year', null],
      ['of_year', null],
    ])
    expect(describeCorrection(plan, settled)).toEqual({
      before: '新建科技服务站、培训果农（期内累计或当年数）',
      after: '当年数',
    })
    expect(applyCorrections(plan, [{ ...settled, figures: [[0, 1]] }]).lost).toHaveLength(1)
  })

  test('a figure that was not taken becomes a target with what was read of it', () => {
    const { indicator, op, value, valueMax, unit, kind, period, modality } = aTarget()
    const read = { indicator, op, value, valueMax, unit, kind, period, modality, accrual: 'within' as const }
    const plan = {
      ...compiled,
      targets: [],
      untaken: [{ ...aTarget({ id: 'u1', valueSpan: figure, periodFrom: 'plan' }), reason: 'aimless' as const }],
    }
    const take: Correction = { kind: 'addTarget', at: [14, 26], figure, task: at, target: read }
    const taken = applyCorrections(plan, [take]).plan
    expect(taken.untaken).toEqual([])
    expect(taken.targets).toMatchObject([
      {
        taskId: 't1',
        value: 12,
        accrual: 'within',
        periodFrom: 'plan',
        scopeLevel: '县',
        valueSpan: figure,
        clause: { text: text.slice(14, 26) },
      },
    ])
    // A newer compiler takes it by itself: it stays one target, as the person had it.
    expect(correct({ ...take, target: { ...read, accrual: 'standing' } }).plan.targets).toMatchObject([
      { id: 'g1', accrual: 'standing' },
    ])
  })

  test('changing how it adds up settles it, changing its period makes the period nobody’s words', () => {
    const target = aTarget({ valueSpan: figure, accrual: 'within', accrualOther: 'of_year', periodFrom: 'plan' })
    const changed = (change: Partial<PlanTarget>) =>
      applyCorrections({ ...compiled, targets: [target] }, [{ kind: 'changeTarget', at, figure, target: change }]).plan
        .targets[0]
    expect(changed({ accrual: 'within' })).toMatchObject({ accrualOther: null, periodFrom: 'plan' })
    expect(changed({ period: { start: '2026-01-01', end: '2026-06-30' } })).toMatchObject({
      accrualOther: 'of_year',
      periodFrom: null,
    })
    expect(changed({ value: 15, period: target.period })).toMatchObject({ accrualOther: 'of_year', periodFrom: 'plan' })
  })

  test('a task is retitled and nothing else moves', () => {
    const { plan, lost } = correct({ kind: 'retitleTask', at, title: '乡镇科技服务站全覆盖' })
    expect(lost).toEqual([])
    expect(task(plan, 0)).toEqual({ ...first, title: '乡镇科技服务站全覆盖' })
    expect(task(plan, 1)).toEqual(second)
  })

  test('merging keeps the first title and takes over agencies and targets of the others', () => {
    const { plan } = correct({ kind: 'mergeTasks', at: other, others: [at] })
    expect(plan.tasks).toHaveLength(1)
    expect(task(plan, 0)).toMatchObject({ title: '培育科技型企业', span: [0, 80], mode: 'lead' })
    expect(names(task(plan, 0).leads)).toEqual(['县经信局', '县科技局'])
    expect(names(task(plan, 0).participants)).toEqual(['县农业农村局'])
    expect(plan.targets[0]?.taskId).toBe('t2')
  })

  test('splitting sends a figure to the part it stands in', () => {
    const { plan } = correct({ kind: 'splitTask', at, offset: figure[0] - 7, title: '新建服务站' })
    expect(plan.tasks.map((t) => t.title)).toEqual(['建设科技服务站', '新建服务站', '培育科技型企业'])
    expect(plan.targets[0]?.taskId).toBe(task(plan, 1).id)
    expect(task(plan, 0).text + task(plan, 1).text).toBe(first.text)
    expect(names(task(plan, 1).leads)).toEqual(['县科技局'])
  })

  test('a dropped task leaves its targets with the plan', () => {
    const { plan } = correct({ kind: 'dropTask', at })
    expect(names([{ name: task(plan, 0).title }])).toEqual(['培育科技型企业'])
    expect(plan.targets[0]?.taskId).toBeNull()
  })

  test('an added task stands where its words stand and takes the loose targets in them', () => {
    const { plan } = correct(
      { kind: 'dropTask', at },
      { kind: 'addTask', at: [9, 40], title: '配备服务站人员', taskKind: 'task' },
    )
    expect(plan.tasks.map((t) => t.title)).toEqual(['配备服务站人员', '培育科技型企业'])
    expect(plan.targets[0]?.taskId).toBe(task(plan, 0).id)
    expect(task(plan, 0)).toMatchObject({ mode: 'none', text: text.slice(9, 40) })
  })

  test('the last lead turned participant makes a joint task', () => {
    const { plan } = correct({ kind: 'changeRole', at, name: '县科技局', role: 'participant' })
    expect(task(plan, 0)).toMatchObject({ mode: 'joint', leads: [] })
    expect(names(task(plan, 0).participants)).toEqual(['县科技局', '县农业农村局'])
  })

  test('a changed figure brings its normal form with it', () => {
    const { plan } = correct({
      kind: 'changeTarget',
      at: figure,
      figure,
      target: { value: 0.5, unit: '亿元', kind: 'amount' },
    })
    expect(plan.targets[0]).toMatchObject({
      value: 0.5,
      unit: '亿元',
      normal: { value: 50_000_000, unit: '元' },
      indicator: { text: '新建科技服务站' },
    })
  })

  test('another name or kind is another measure: its code is read anew', () => {
    const indicator = { text: '高新技术企业总数', code: 'HNTE_STOCK' }
    const target = aTarget({ valueSpan: figure, indicator, kind: 'stock', unit: '家' })
    const changed = (change: Partial<PlanTarget>) =>
      applyCorrections({ ...compiled, targets: [target] }, [{ kind: 'changeTarget', at, figure, target: change }]).plan
        .targets[0]?.indicator
    expect(changed({ value: 15 })).toEqual(indicator)
    expect(changed({ indicator: { ...indicator, text: '净增高新技术企业' }, kind: 'net_increase' })?.code).toBe(
      'HNTE_NET_INCREASE',
    )
    expect(changed({ indicator: { ...indicator, text: '林下经济企业总数' } })).toEqual({
      text: '林下经济企业总数',
      code: null,
      proposed: true,
    })
    expect(changed({ kind: 'net_increase' })?.code).toBe('HNTE_NET_INCREASE')
  })

  test('a proposal taken back stays taken back', () => {
    const indicator = { text: '林下经济企业总数', code: null, proposed: true }
    const target = aTarget({ valueSpan: figure, indicator, kind: 'stock', unit: '家' })
    const taken = applyCorrections({ ...compiled, targets: [target] }, [
      { kind: 'changeTarget', at, figure, target: { indicator: { ...indicator, proposed: false } } },
      { kind: 'changeTarget', at, figure, target: { value: 15 } },
    ])
    expect(taken.plan.targets[0]?.indicator.proposed).toBe(false)
  })

  test('an empty deadline takes the deadline away', () => {
    const { plan } = correct(
      { kind: 'changeDue', at, on: '2026-10-31', text: '' },
      { kind: 'changeDue', at, on: null, text: '' },
    )
    expect(task(plan, 0).due).toBeNull()
  })
})

describe('a correction that finds nothing is kept as lost', () => {
  const nowhere: [number, number] = [200, 210]
  test.each<[string, Correction]>([
    ['a title elsewhere', { kind: 'retitleTask', at: nowhere, title: '某任务' }],
    ['an agency the task does not name', { kind: 'dropAgency', at, name: '县气象局' }],
    ['an agency it has already', { kind: 'addAgency', at, name: '县科技局', role: 'participant' }],
    ['a cut outside the task', { kind: 'splitTask', at, offset: 60, title: '另一半' }],
    ['merging with nothing', { kind: 'mergeTasks', at, others: [nowhere] }],
    ['a figure elsewhere', { kind: 'dropTarget', at, figure: nowhere }],
    [
      'a target of no task',
      {
        kind: 'addTarget',
        at,
        task: nowhere,
        target: {
          indicator: { text: '服务站', code: null },
          op: '>=',
          value: 1,
          valueMax: null,
          unit: '个',
          kind: 'stock',
          period: null,
          modality: '应当',
        },
      },
    ],
  ])('%s', (_name, correction) => {
    const { plan, lost } = correct(correction)
    expect(lost).toEqual([correction])
    expect(plan).toEqual(compiled)
  })
})

const anyTaskCorrection: fc.Arbitrary<Correction> = fc.oneof(
  fc.record({
    kind: fc.constant('retitleTask' as const),
    at: fc.constantFrom(at, other),
    title: fc.constantFrom('甲任务', '乙任务'),
  }),
  fc.record({ kind: fc.constant('dropTask' as const), at: fc.constantFrom(at, other) }),
  fc.record({
    kind: fc.constant('mergeTasks' as const),
    at: fc.constant(at),
    others: fc.constant<[number, number][]>([other]),
  }),
  fc.record({
    kind: fc.constant('splitTask' as const),
    at: fc.constantFrom(at, other),
    offset: fc.integer({ min: 0, max: 80 }),
    title: fc.constant('后半'),
  }),
  fc.record({
    kind: fc.constant('changeRole' as const),
    at: fc.constantFrom(at, other),
    name: fc.constantFrom('县科技局', '县经信局'),
    role: fc.constantFrom('lead' as const, 'participant' as const),
  }),
)

describe('whatever is corrected', () => {
  test('every target belongs to a task that exists, or to none', () => {
    fc.assert(
      fc.property(fc.array(anyTaskCorrection, { maxLength: 8 }), (corrections) => {
        const { plan } = applyCorrections(compiled, corrections)
        const ids = new Set(plan.tasks.map((t) => t.id))
        expect(ids.size).toBe(plan.tasks.length)
        for (const target of plan.targets) expect(target.taskId === null || ids.has(target.taskId)).toBe(true)
      }),
    )
  })

  test('the compiled plan itself is never touched, and applying again gives the same', () => {
    fc.assert(
      fc.property(fc.array(anyTaskCorrection, { maxLength: 8 }), (corrections) => {
        const before = structuredClone(compiled)
        expect(applyCorrections(compiled, corrections)).toEqual(applyCorrections(compiled, corrections))
        expect(compiled).toEqual(before)
      }),
    )
  })

  test('the description names what stood there', () => {
    fc.assert(
      fc.property(anyTaskCorrection, (correction) => {
        const words = describeCorrection(compiled, Correction.parse(correction))
        expect(words.before).toMatch(/建设科技服务站|培育科技型企业/)
      }),
    )
  })
})
