import { describe, expect, test } from 'vitest'
import {
  findTaskId,
  type PolicyFields,
  type ProjectFields,
  policyColumns,
  policyFrom,
  policyRow,
  projectColumns,
  projectFrom,
  projectRow,
} from './entry-ledger.ts'
import { compareLedger } from './import-ledger.ts'

const [station, variety, twin] = ['t1', 't2', 't3']
const titles = new Map([
  [station, '1 建设科技服务站'],
  [variety, '2 推广新品种'],
  [twin, '3 推广新品种'],
])
const project: ProjectFields = {
  name: '科技孵化园', content: '新建两栋', totalFen: 120_000_000, yearFen: 5_500_000, progress: '主体封顶', agency: '县科技局', person: '苏砚秋',
  start: '2026年3月', finish: '2027年底', taskId: station,
} // biome-ignore format: in the order of the columns
const policy: PolicyFields = {
  title: '创新券实施细则', number: '澄政办发〔2026〕3号', clause: '第五条', audience: '科技型中小企业', delivery: '免申即享', agency: '县科技局',
  deadline: '2026年6月底前', taskId: station,
} // biome-ignore format: in the order of the columns
const kept = { divisionCode: '470326', programmeId: 'g', savedBy: '林若溪', savedAt: new Date(0) }

describe('a line of a list', () => {
  test('shows what was entered in its columns, amounts in 万元, the task by its name', () => {
    const projects = [{ ...project }, { ...project, totalFen: null, yearFen: 0, taskId: null }]
    expect(projects.map((one, n) => projectRow({ ...kept, ...one, id: `p${n}`, position: n }, n + 1, titles))).toEqual([
      {
        id: 'p0', name: '科技孵化园',
        cells: {
          position: '1', name: '科技孵化园', content: '新建两栋', totalFen: '120', yearFen: '5.5', progress: '主体封顶', agency: '县科技局',
          person: '苏砚秋', start: '2026年3月', finish: '2027年底', task: '1 建设科技服务站',
        },
      },
      { id: 'p1', name: '科技孵化园', cells: expect.objectContaining({ position: '2', totalFen: '', yearFen: '0', task: '' }) },
    ]) // biome-ignore format: in the order of the columns
    expect(policyRow({ ...kept, ...policy, id: 'y', position: 0 }, 1, titles)).toEqual({
      id: 'y', name: '创新券实施细则',
      cells: {
        position: '1', title: '创新券实施细则', number: '澄政办发〔2026〕3号', clause: '第五条', audience: '科技型中小企业', delivery: '免申即享',
        agency: '县科技局', deadline: '2026年6月底前', task: '1 建设科技服务站',
      },
    }) // biome-ignore format: in the order of the columns
    // A task that is no more in the plan has no name to show.
    expect(policyRow({ ...kept, ...policy, taskId: 'gone', id: 'y', position: 0 }, 1, titles).cells['task']).toBe('')
  })

  test('keeps what the sheet has no column for, the task too, and loses what was cleared', () => {
    expect(projectFrom({}, project, titles)).toEqual(project)
    expect(policyFrom({}, policy, titles)).toEqual(policy)
    expect(projectFrom({ progress: '', totalFen: '', task: '' }, project, titles)).toEqual({
      ...project,
      progress: '',
      totalFen: null,
      taskId: null,
    })
    expect(policyFrom({ clause: '第六条', task: '2 推广新品种' }, policy, titles)).toEqual({
      ...policy,
      clause: '第六条',
      taskId: variety,
    })
  })

  test('that is new begins empty where the sheet says nothing', () => {
    expect(projectFrom({ name: '科技孵化园' }, undefined, titles)).toEqual({
      name: '科技孵化园', content: '', totalFen: null, yearFen: null, progress: '', agency: '', person: '', start: '', finish: '', taskId: null,
    }) // biome-ignore format: in the order of the columns
    expect(policyFrom({ title: '创新券', task: '建设科技服务站' }, undefined, titles)).toEqual({
      title: '创新券', number: '', clause: '', audience: '', delivery: '', agency: '', deadline: '', taskId: station,
    }) // biome-ignore format: in the order of the columns
  })

  test('belongs to the task it names, with its number or by its title alone where no other is called so', () => {
    const names = ['1 建设科技服务站', ' 建设科技服务站 ', '2 推广新品种', '推广新品种', '服务站', '']
    expect(names.map((name) => findTaskId(name, titles))).toEqual([
      station,
      station,
      variety,
      undefined,
      undefined,
      undefined,
    ])
  })
})

describe('a sheet of a list', () => {
  const reasons = (name: string, more: Record<string, string> = {}) =>
    compareLedger({
      columns: projectColumns(titles), shown: [], nameKey: 'name', adds: true, read: [{ row: 3, mark: '', cells: { name, ...more } }],
    }).refused.map(({ reason }) => reason) // biome-ignore format: one line

  test('is refused where a name is no name or too long for the record, a task is none or two', () => {
    expect(reasons('园')).toEqual(['“项目名称”至少两个字，请补充。'])
    expect(reasons('园区')).toEqual([])
    expect(reasons('园'.repeat(120))).toEqual([])
    expect(reasons('园'.repeat(121))).toEqual(['“项目名称”有 121 个字，最多 120 个字，请缩短。'])
    expect(reasons('园区', { task: '推广新品种' })[0]).toContain('或有几项同名')
    expect(reasons('园区', { task: ' ', person: '某'.repeat(60), totalFen: '1,200.5 万元' })).toEqual([])
    expect(reasons('园区', { person: '某'.repeat(61), yearFen: '-3' })).toEqual([
      '“年度投资”写着“-3”，不是金额。请只填数字，单位为万元。 “责任人”有 61 个字，最多 60 个字，请缩短。',
    ])
    const tooShort = compareLedger({
      columns: policyColumns(titles), shown: [], nameKey: 'title', adds: true, read: [{ row: 3, mark: '', cells: { title: '券' } }],
    }) // biome-ignore format: one line
    expect(tooShort.refused).toEqual([{ row: 3, reason: '“政策”至少两个字，请补充。' }])
  })

  test('may call its columns as offices do; the number of a line is nobody’s to fill in', () => {
    const known = (title: string) =>
      [...projectColumns(titles), ...policyColumns(titles)]
        .filter((column) => column.title === title || column.aliases?.includes(title))
        .map(({ key }) => key)
    const words = ['项目', '总投资', '年度投资', '开工时间', '开工日期', '竣工时间', '竣工日期', '任务', '政策名称']
    expect(words.flatMap(known)).toEqual([
      'name',
      'totalFen',
      'yearFen',
      'start',
      'start',
      'finish',
      'finish',
      'task',
      'task',
      'title',
    ])
    for (const columns of [projectColumns(titles), policyColumns(titles)])
      expect(columns.filter(({ read }) => read === undefined).map(({ key }) => key)).toEqual(['position'])
  })
})
