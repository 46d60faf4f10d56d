import { expect, test } from 'vitest'
import { compilePlan } from '../compile-plan.ts'

const HEAD = '东江市2027年治水责任清单\n为做好治水工作，制定本清单。\n'

const names = (list: readonly { name: string }[]): string => list.map(({ name }) => name).join('、')

function rows(text: string): string[] {
  const { tasks } = compilePlan({ file: '清单.txt', text: HEAD + text })
  return tasks.map(
    (task) => `${task.number} ${task.title}: ${names(task.leads)} / ${names(task.participants)} ${task.due?.on ?? ''}`,
  )
}

test('a table with a line per row and tabs between the cells', () => {
  const table = [
    '序号\t重点任务\t工作内容\t牵头单位\t责任单位\t完成时限',
    '1\t清理岸线\t拆除违建，新建驳岸12公里。\t市水务局\t市城管局、各乡镇\t2027年6月底前',
    '2\t疏浚河床\t定期清淤。\t市水务局、市交通运输局\t\t2027年12月底前',
  ].join('\n')
  expect(rows(table)).toEqual([
    '1 清理岸线: 市水务局 / 市城管局、各乡镇 2027-06-30',
    '2 疏浚河床: 市水务局、市交通运输局 /  2027-12-31',
  ])
})

test('the deadline of a row bounds its figures that name no year themselves', () => {
  const table = [
    '序号\t重点任务\t责任单位\t完成时限',
    '1\t新建驳岸12公里\t市水务局\t2028年6月底前',
    '2\t到2029年新建泵站30座\t市水务局\t2028年12月底前',
    '3\t清理岸线5处\t市水务局\t长期',
  ].join('\n')
  const { targets } = compilePlan({ file: '清单.txt', text: HEAD + table })
  expect(targets.map(({ value, period }) => [value, period?.end])).toEqual([
    [12, '2028-06-30'],
    [30, '2029-12-31'],
    [5, '2027-12-31'],
  ])
})

test.each(['', '整治河道'])(
  'a column that names groups of tasks is not their title, said once or again (%s)',
  (again) => {
    const table = [
      '序号\t重点任务\t主要内容\t牵头部门\t配合部门',
      '1\t整治河道\t清理岸线，拆除违建。\t市水务局\t市城管局',
      `2\t${again}\t疏浚河床，定期清淤。\t市水务局\t—`,
    ].join('\n')
    expect(rows(table)).toEqual(['1 清理岸线，拆除违建: 市水务局 / 市城管局 ', '2 疏浚河床，定期清淤: 市水务局 /  '])
  },
)

test('a cell of names merged over several rows stands for each of them, a dash for nobody', () => {
  const table = [
    '序号\t工作任务\t牵头单位\t责任单位',
    '1\t清理岸线\t市水务局\t市城管局',
    '2\t疏浚河床\t\t',
    '3\t扩建泵站\t—\t市财政局',
  ].join('\n')
  expect(rows(table)).toEqual([
    '1 清理岸线: 市水务局 / 市城管局 ',
    '2 疏浚河床: 市水务局 / 市城管局 ',
    '3 扩建泵站:  / 市财政局 ',
  ])
})

test('a row torn by a page keeps its names, which stand before the rest of its words', () => {
  const head = ['序号', '重点任务', '主要内容', '牵头部门', '责任单位']
  const table = [
    ...head, '1', '整治河道', '清理岸线，拆除违建。', '市水务局', '市城管局',
    '2', '疏浚河床，推动沿河码头改造，', '通过清淤提升', '市交通运输局、', '市水务局', '各乡镇', ...head, '通航能力。',
    '3', '扩建泵站，', '新建水闸。', '市水务局', '市财政局',
  ] // biome-ignore format: cells
  expect(rows(table.join('\n')).map((row) => row.split(': ')[1])).toEqual([
    '市水务局 / 市城管局 ',
    '市交通运输局、市水务局 / 各乡镇 ',
    '市水务局 / 市财政局 ',
  ])
})

test('a responsibility column may hold whole clauses', () => {
  const table = '序号\t工作任务\t责任单位\n1\t清理岸线\t市水务局牵头，市城管局配合\n2\t疏浚河床\t市水务局、市财政局'
  expect(rows(table)).toEqual(['1 清理岸线: 市水务局 / 市城管局 ', '2 疏浚河床:  / 市水务局、市财政局 '])
})

test('a table flattened to a line per cell', () => {
  const table = [
    '序号',
    '工作任务',
    '牵头单位',
    '责任单位',
    '1',
    '清理岸线',
    '市水务局',
    '市城管局',
    '2',
    '疏浚河床',
    '市水务局',
    '市财政局',
  ].join('\n')
  expect(rows(table)).toEqual(['1 清理岸线: 市水务局 / 市城管局 ', '2 疏浚河床: 市水务局 / 市财政局 '])
})

test('cells torn into several lines, the heading repeated on the next page', () => {
  const heading = ['序号', '重点任务', '主要内容', '牵头部门', '责任单位']
  const table = [
    ...heading,
    '1', '1.整治河道', '清理岸线，拆除违建，', '新建驳岸。', '市水务', '局', '市城管局、市财', '政局',
    '# Page 2:', ...heading,
    '2', '疏浚河床，定期清淤。', '市水务局', '—',
  ].join('\n') // biome-ignore format: a table
  expect(rows(table)).toEqual([
    '1 1.整治河道清理岸线，拆除违建，新建驳岸: 市水务局 / 市城管局、市财政局 ',
    '2 疏浚河床，定期清淤: 市水务局 /  ',
  ])
})

test.each([
  ['bars', (cells: string[]) => `| ${cells.join(' | ')} |`],
  ['wide blanks', (cells: string[]) => cells.join('  ')],
])('cells parted by %s', (_, line) => {
  const table = [
    line(['序号', '重点任务', '牵头单位', '配合单位']),
    line(['1', '清理岸线', '市水务局', '市城管局、市财政局']),
    line(['2', '疏浚河床', '市水务局', '市财政局']),
  ].join('\n')
  expect(rows(`${table}\n以上任务，  各单位抓好落实。`)).toEqual([
    '1 清理岸线: 市水务局 / 市城管局、市财政局 ',
    '2 疏浚河床: 市水务局 / 市财政局 ',
  ])
})

test('a cell of several names, a line each, and two cells of words', () => {
  const heading = ['序号', '任务', '目标', '完成时限', '责任单位']
  const first = ['1', '清理岸线', '清理岸线7公里，补植柳树60株', '2028年8月底', '市水务局', '市城管局']
  const second = ['2', '疏浚河床', '疏浚河床5公里', '2027年12月底', '市水务局', '市财政局']
  expect(rows([...heading, ...first, ...second].join('\n'))).toEqual([
    '1 清理岸线:  / 市水务局、市城管局 2028-08-31',
    '2 疏浚河床:  / 市水务局、市财政局 2027-12-31',
  ])
})

test('a table of figures is no task table', () => {
  expect(rows('一、主要任务\n1.治水。（市水务局负责）\n指标\t单位\t2027年\n河道\t公里\t30')).toEqual([
    '1 治水: 市水务局 /  ',
  ])
})
