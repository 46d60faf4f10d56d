import { expect, test } from 'vitest'
import { Refusal } from '#kernel/errors.ts'
import { cellOf, type ExpectedColumn, findHeader, matchColumns } from './match-columns.ts'

const columns: ExpectedColumn<'name' | 'code' | 'alias'>[] = [
  { key: 'name', title: '单位名称', aliases: ['名称', '机构名称', '责任单位'], required: true },
  { key: 'code', title: '统一社会信用代码', aliases: ['信用代码'], required: true },
  { key: 'alias', title: '简称', aliases: ['名称简写'] },
]
const refusal = (act: () => unknown): Refusal => {
  try {
    act()
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
  throw new Error('accepted')
}
const row = (number: number, ...cells: string[]) => ({ row: number, cells })

test('titles are found by name or alias, whatever their blanks, brackets and widths', () => {
  const places = matchColumns(['序号', '*单 位 名 称（全称）', '信用代码：', '简称'], columns)
  expect(Object.fromEntries(places)).toEqual({ name: 1, code: 2, alias: 3 })
})

test('a title goes before an alias of another column', () => {
  expect(matchColumns(['名称', '单位名称', '信用代码'], columns).get('name')).toBe(1)
})

test('missing titles are named beside those seen', () => {
  expect(refusal(() => matchColumns(['序号', '姓名'], columns)).message).toBe(
    '表格里没有找到标题行：缺少“单位名称”、“统一社会信用代码”，看到的是“序号”、“姓名”。请按模板填写标题，或者把标题改成上面的名称。',
  )
})

test('one title twice is refused', () => {
  expect(refusal(() => matchColumns(['单位名称', '信用代码', '单位名称'], columns)).code).toBe(
    'spreadsheet.ambiguousHeader',
  )
})

test('the header is found under a title line and its rows follow', () => {
  const rows = [
    row(1, '青禾县机构名录'),
    row(2, '', '', '2026年3月'),
    row(4, '单位名称', '信用代码'),
    row(5, '县科技局', '007'),
  ]
  const header = findHeader(rows, columns)
  expect(header.next).toBe(3)
  expect(cellOf(rows[header.next]!, header.places, 'code')).toBe('007')
  expect(cellOf(rows[header.next]!, header.places, 'alias')).toBe('')
})

test('a header of two rows under merged groups is one header', () => {
  const targets: ExpectedColumn[] = [
    { key: 'name', title: '指标', required: true },
    { key: 'first', title: '目标2026年', required: true },
    { key: 'second', title: '目标2027年', required: true },
    { key: 'lead', title: '牵头单位', required: true },
  ]
  const rows = [
    row(1, '指标', '目标', '', '牵头单位'),
    row(2, '', '2026年', '2027年'),
    row(3, '企业', '30', '40', '县科技局'),
  ]
  const header = findHeader(rows, targets)
  expect(header.titles).toEqual(['指标', '目标2026年', '目标2027年', '牵头单位'])
  expect(header.next).toBe(2)
})
