import { expect, test } from 'vitest'
import { Refusal } from '#kernel/errors.ts'
import { uncounted } from './cell-value.ts'
import type { ExpectedColumn } from './match-columns.ts'
import { readRows } from './read-rows.ts'
import { readTable, sheetOf } from './read-table.ts'
import { aSheetFile } from './sheet-file.fixture.ts'
import { writeWorkbook } from './write-workbook.ts'

const columns: ExpectedColumn<'name' | 'kind' | 'amount' | 'phone'>[] = [
  { key: 'name', title: '项目名称', required: true },
  { key: 'kind', title: '类别' },
  { key: 'amount', title: '总投资（万元）', aliases: ['总投资'] },
  { key: 'phone', title: '电话' },
]
const read = (...cells: string[][]) => readTable(sheetOf(cells), columns, 'name')
const names = (table: ReturnType<typeof read>) => table.rows.map(({ cells }) => cells.get('name'))
const head = ['序号', '项目名称', '类别', '总投资（万元）', '电话']
const record = ['1', '甲项目', '新建', '300', '13812345678']
const refusal = (act: () => unknown): Refusal => {
  try {
    act()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('accepted')
}

test('records stand under a title and a note, above notes, sums and signatures; all are told with their rows', () => {
  const table = read(
    ['澄禾县项目清单'],
    ['填报单位：县发改局', '', '', '单位：万元'],
    [],
    head,
    ['一、交通项目'],
    record,
    ['（二）水利项目'],
    ['2', '乙项目', '续建', '1,200', ''],
    ['3'],
    ['小 计', '', '', '1500'],
    ['合计', '2 个', '', '1,500 万元'],
    ['备注：以上含争取资金'],
    ['填表人：张某', '', '审核人：李某', '', '联系电话：13800000000'],
  )
  expect(names(table)).toEqual(['甲项目', '乙项目'])
  expect(table.rows.map(({ row }) => row)).toEqual([6, 8])
  expect(table.skipped.map(({ row }) => row)).toEqual([5, 7, 10, 11, 12, 13])
  expect(table.skipped[0]?.text).toBe('一、交通项目')
})

test.each([
  ['a name that begins like a sum', ['1', '合计划生育服务站', '新建', '1', '']],
  ['a name that begins like a note', ['1', '说明：书馆改造', '新建', '1', '']],
  ['a row whose number is a word', ['合计', '甲项目', '新建', '1', '']],
  ['a sole name', ['', '甲项目']],
])('%s is a record', (_, row) => {
  expect(read(head, row)).toMatchObject({ rows: [{ row: 2 }], skipped: [] })
})

test('the head and the title come again on every printed page', () => {
  const table = read(['澄禾县项目清单'], head, record, ['澄禾县项目清单'], head, ['2', '乙项目', '', '', ''])
  expect(names(table)).toEqual(['甲项目', '乙项目'])
  expect(table.skipped).toEqual([])
})

test('a head in two rows, merged as sheets merge it, is no record', async () => {
  const text = (place: string, word: string) => `<c r="${place}" t="inlineStr"><is><t>${word}</t></is></c>`
  const rows = [
    `<row r="1">${text('A1', '序号')}${text('B1', '项目名称')}${text('C1', '投资情况')}${text('E1', '电话')}</row>`,
    `<row r="2">${text('C2', '类别')}${text('D2', '总投资')}</row>`,
    `<row r="3">${text('A3', '1')}${text('B3', '甲项目')}${text('D3', '300')}</row>`,
  ].join('')
  const merged = ['A1:A2', 'B1:B2', 'C1:D1', 'E1:E2'].map((ref) => `<mergeCell ref="${ref}"/>`).join('')
  const file = await aSheetFile({ rows, behind: `<mergeCells>${merged}</mergeCells>` })
  const table = readTable(await readRows(file), columns, 'name')
  expect(table.rows.map(({ cells }) => Object.fromEntries(cells))).toEqual([
    { name: '甲项目', kind: '', amount: '300', phone: '' },
  ])
})

test('a word merged over several records is said of each, an amount is not', async () => {
  const text = (place: string, word: string) => `<c r="${place}" t="inlineStr"><is><t>${word}</t></is></c>`
  const rows = [
    `<row r="1">${text('A1', '项目名称')}${text('B1', '总投资')}${text('C1', '电话')}</row>`,
    `<row r="2">${text('A2', '甲项目')}<c r="B2"><v>300</v></c><c r="C2"><v>13812345678</v></c></row>`,
    `<row r="3">${text('A3', '乙项目')}</row>`,
  ].join('')
  const merged = ['B2:B3', 'C2:C3'].map((ref) => `<mergeCell ref="${ref}"/>`).join('')
  const file = await aSheetFile({ rows, behind: `<mergeCells>${merged}</mergeCells>` })
  const table = readTable(await readRows(file), columns, 'name')
  expect(table.rows.map(({ cells }) => cells.get('phone'))).toEqual(['13812345678', '13812345678'])
  expect(table.rows.map(({ problems }) => problems.length)).toEqual([0, 1])
  expect(table.rows[1]?.problems[0]).toContain('拆开合并')
})

test('columns may stand anywhere, with empty ones between', () => {
  const table = read(['', '电话', '', '项目名称', '', '总投资'], ['', '0712-1234567', '', '甲项目', '', '1,200.5'])
  expect(Object.fromEntries(table.rows[0]!.cells)).toEqual({ name: '甲项目', amount: '1,200.5', phone: '0712-1234567' })
})

test.each([
  ['in the head', [['项目名称', '总投资（亿元）']]],
  ['in the head, in other brackets', [['项目名称', '总投资[元]']]],
  [
    'over the table',
    [
      ['项目清单', '单位：亿元'],
      ['项目名称', '总投资'],
    ],
  ],
])('another unit %s is refused before anything is misread', (_, above) => {
  expect(refusal(() => read(...above, ['甲项目', '3'])).code).toBe('spreadsheet.otherUnit')
})

test('the unit of the head goes before the one over the table', () => {
  expect(names(read(['单位：元'], ['项目名称', '总投资（万元）'], ['甲项目', '3']))).toEqual(['甲项目'])
})

test('faults in columns that count are problems of their row, in others they are not', () => {
  const sheet = sheetOf([head, record, record])
  const rows = sheet.rows.map((row, i) => ({ ...row, ...(i > 0 && { faults: { [i === 1 ? 1 : 0]: '#N/A' } }) }))
  const table = readTable({ ...sheet, rows }, columns, 'name')
  expect(table.rows.map(({ problems }) => problems)).toEqual([
    ['“项目名称”一格的公式出错（#N/A）。请在表格里改好这一格再导入。'],
    [],
  ])
})

test('a formula nobody has counted leaves what is kept as it is, and is told', () => {
  const sheet = sheetOf([head, record])
  const rows = sheet.rows.map((row, i) => ({ ...row, ...(i === 1 && { faults: { 3: uncounted.fault } }) }))
  const table = readTable({ ...sheet, rows }, columns, 'name')
  expect(table.rows[0]).toMatchObject({ problems: [] })
  expect([...table.rows[0]!.cells.keys()]).toEqual(['name', 'kind', 'phone'])
  expect(table.remarks[0]).toContain('第 2 行“总投资（万元）”是还没有算过的公式，没有读入')
})

test('sheets that were not read and rows nobody sees are told', async () => {
  const titles = head.map((title) => ({ title, width: 10 }))
  const file = await writeWorkbook([
    { name: '一季度', columns: titles, rows: [record] },
    { name: '二季度', columns: titles, rows: [record] },
  ])
  expect(readTable(await readRows(file), columns, 'name').remarks).toEqual([
    '只读入了工作表“一季度”；“二季度”没有读入。',
  ])
  const hidden = sheetOf([head, record])
  const rows = hidden.rows.map((row, i) => (i === 1 ? { ...row, hidden: true as const } : row))
  expect(readTable({ ...hidden, rows }, columns, 'name').remarks[0]).toContain('第 2 行')
})

test('where no head is found, the sheet read and the others are named', () => {
  const sheet = { ...sheetOf([['填表说明'], ['请如实填写']]), sheet: '说明', sheets: ['说明', '清单'] }
  const { message } = refusal(() => readTable(sheet, columns, 'name'))
  expect(message).toContain('缺少“项目名称”')
  expect(message).toContain('“清单”，请把它移到最前面')
})
