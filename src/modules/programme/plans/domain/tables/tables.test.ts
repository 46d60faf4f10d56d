import { describe, expect, test } from 'vitest'
import { anAgency, aPlan, aTarget, aTask } from '#compiler/compiled-plan.fixture.ts'
import { diffPlans } from '../diff-plans.ts'
import { renderDiffMarkdown } from './render-diff.ts'
import { renderMarkdown } from './render-markdown.ts'
import { targetRows, targetTable } from './target-table.ts'
import { taskRows, taskTable } from './task-table.ts'

const station = aTask({
  text: '1.建设科技服务站。在每个乡镇设立科技服务站。（牵头单位：县科技局；责任单位：县农业农村局）',
  due: { text: '年底前', span: [0, 3], on: '2026-12-31', kind: 'year', inferred: true },
})
const benefit = aTarget({ id: 'g9', kind: 'benefit', indicator: { text: '奖补', code: null }, value: 10, unit: '万元' })

describe('任务分解表', () => {
  test('a task becomes one line with its action, content, figures, agencies and deadline', () => {
    const [row] = taskRows(aPlan({ tasks: [station], targets: [aTarget(), benefit] }))
    expect(row).toEqual({
      number: 1,
      action: '（一）科技服务行动',
      title: '建设科技服务站',
      content: '在每个乡镇设立科技服务站。',
      indicators: '新建科技服务站 2026年不低于 12 个',
      leader: '',
      leads: '县科技局',
      participants: '县农业农村局',
      due: '2026年底前',
      remarks: '时限年份由实施期推定',
    })
  })

  test('a figure tells its year where the plan runs longer, and does not say again what the indicator says', () => {
    const firms = {
      indicator: { text: '净增高新技术企业', code: null },
      kind: 'net_increase',
      value: 2,
      unit: '家',
    } as const
    const first = aTarget({ ...firms, id: 'g1', period: { start: '2026-01-01', end: '2026-12-31' } })
    const whole = { start: '2026-01-01', end: '2028-12-31' }
    const plan = aPlan({ tasks: [station], targets: [first] })
    const [row] = taskRows({ ...plan, document: { ...plan.document, period: whole } })
    expect(row?.indicators).toBe('净增高新技术企业 2026年不低于 2 家')
  })

  test('a supporting measure is listed only where somebody answers for it', () => {
    const measure = aTask({
      id: 'm1',
      kind: 'measure',
      title: '加强组织领导',
      leads: [],
      participants: [],
      mode: 'none',
    })
    const owned = { ...measure, id: 'm2', title: '落实经费', leads: [anAgency('县财政局')] }
    expect(taskRows(aPlan({ tasks: [station, measure, owned] })).map((row) => row.title)).toEqual([
      '建设科技服务站',
      '落实经费',
    ])
  })

  test('the columns are those offices use, and every line fills them', () => {
    const table = taskTable(aPlan({ tasks: [station] }))
    expect(table.columns.map((c) => c.title).join(' ')).toBe(
      '序号 一级任务 二级任务 具体事项/目标 量化指标 牵头领导 牵头单位 责任（配合）单位 完成时限 备注',
    )
    expect(table.rows.every((row) => row.length === table.columns.length)).toBe(true)
  })
})

describe('目标表', () => {
  test('a goal repeated in its task is one line and takes the task and its lead', () => {
    const goal = aTarget({ id: 'g1', taskId: null })
    const again = aTarget({ id: 'g2', taskId: 't1', duplicateOf: 'g1' })
    const rows = targetRows(aPlan({ tasks: [station], targets: [goal, again, benefit] }))
    expect(rows).toMatchObject([
      {
        number: 1,
        indicator: '新建科技服务站',
        figure: '≥ 12',
        unit: '个',
        kind: '期内新增',
        period: '2026年',
        modality: '应当',
        task: '建设科技服务站',
        leads: '县科技局',
      },
    ])
  })

  test('a target that repeats one the office has dropped stays', () => {
    expect(targetRows(aPlan({ targets: [aTarget({ id: 'g2', duplicateOf: 'g1' })] }))).toHaveLength(1)
  })

  test('a figure for every year says so before it', () => {
    const yearly = aTarget({ kind: 'new_per_year', unit: '家', period: { start: '2026-01-01', end: '2028-12-31' } })
    expect(targetTable(aPlan({ targets: [yearly] })).rows[0]?.slice(2, 4)).toEqual(['每年 ≥ 12', '家'])
  })
})

describe('Markdown', () => {
  test('a plan shows its head, both tables, cadences and diagnostics', () => {
    const text = renderMarkdown(
      aPlan({
        tasks: [station],
        targets: [aTarget()],
        cadences: [{ what: '报送进展', every: 'quarter', times: 1, taskId: 't1', span: [0, 1] }],
        diagnostics: [{ code: 'GT101', severity: 'warning', message: '任务没有写明时限，请补充。', span: [0, 1] }],
      }),
    )
    expect(text).toContain('# 云溪县科技服务提升行动方案')
    expect(text).toContain('| 1 | （一）科技服务行动 | 建设科技服务站 |')
    expect(text).toContain('| 1 | 报送进展 | 每季度 1 次 | 建设科技服务站 |')
    expect(text).toContain('- 提醒 GT101：任务没有写明时限，请补充。')
  })

  test('a bar or a line break in a cell does not break the table', () => {
    const text = renderMarkdown(
      aPlan({ tasks: [{ ...station, title: '建站|设点' }], targets: [aTarget(), aTarget({ id: 'g2', value: 3 })] }),
    )
    expect(text).toContain('建站\\|设点')
    expect(text).toContain('2026年不低于 12 个<br>新建科技服务站 2026年不低于 3 个')
  })

  test('a comparison shows both wordings of what changed', () => {
    const before = aPlan({ tasks: [station], targets: [aTarget()] })
    const after = aPlan({
      tasks: [{ ...station, leads: [anAgency('县工信局')] }],
      targets: [aTarget({ value: 15, clause: { text: '新建科技服务站15个以上', span: [0, 11] } })],
    })
    const text = renderDiffMarkdown(diffPlans(before, after), { before: '2026版', after: '2027版' })
    expect(text).toContain('- 牵头单位：~~县科技局~~ **县工信局**')
    expect(text).toContain('- 目标值：≥ ~~12~~**15** 个')
    expect(renderDiffMarkdown(diffPlans(before, before), { before: 'a', after: 'b' })).toContain('没有差别')
  })
})
