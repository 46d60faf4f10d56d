import { expect, test } from 'vitest'
import { readDocument } from './read-document.ts'
import { kindsOf, utf8 } from './reading.fixture.ts'

/** Chinese words as rich text writes them. */
const words = (text: string): string =>
  [...text].map((sign) => (sign > '\u007f' ? `\\u${sign.charCodeAt(0)}?` : sign)).join('')
const read = (inside: string) =>
  readDocument({ name: '方案.rtf', bytes: utf8(`{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0 SimSun;}}${inside}}`) })
const paragraph = (text: string): string => `\\pard\\plain ${words(text)}\\par`

/** A row: what stands before each cell's right edge, and each cell's words. */
const row = (...cells: [right: number, text: string, merge?: string][]): string => {
  const definition = `\\trowd${cells.map(([right, , merge = '']) => `${merge}\\clbrdrt\\cellx${right}`).join('')}`
  return `${definition}\\pard\\intbl ${cells.map(([, text]) => `${words(text)}\\cell`).join('\\pard\\intbl ')}${definition}\\row`
}

test('merged cells stand in every row they cover and leave their further columns empty', async () => {
  const table =
    row([1000, '序号'], [2000, '任务'], [3000, '单位']) +
    row([1000, '1'], [2000, '建园区'], [3000, '县科技局', '\\clvmgf']) +
    row([1000, '2'], [2005, '引人才'], [3000, '', '\\clvmrg']) +
    row([2000, '办展会'], [3000, '', '\\clvmrg']) +
    row([1000, '合计', '\\clmgf'], [2000, '', '\\clmrg'], [3000, '3项'])
  expect((await read(`${paragraph('一、任务')}${table}${paragraph('二、保障')}`)).text.split('\n')).toEqual([
    '一、任务',
    '序号\t任务\t单位',
    '1\t建园区\t县科技局',
    '2\t引人才\t县科技局',
    '办展会\t\t县科技局',
    '合计\t\t3项',
    '二、保障',
  ])
})

test('paragraphs of one cell stay in its row; a table of one column is paragraphs', async () => {
  const cell = `\\trowd\\cellx1000\\cellx2000\\pard\\intbl ${words('建园区')}\\par ${words('配设施')}\\cell ${words('县科技局')}\\cell\\row`
  const frame = `\\trowd\\cellx2000\\pard\\intbl ${words('第一段')}\\par ${words('第二段')}\\cell\\row`
  expect((await read(`${cell}\\pard\\par ${frame}`)).text.split('\n')).toEqual([
    '建园区 配设施\t县科技局',
    '',
    '第一段',
    '第二段',
  ])
})

test('struck, hidden and deleted words are left out and told; inserted ones stay', async () => {
  const inside = `${words('建成基地')}{\\strike 5}{\\striked1 6}{\\revised 2}${words('家')}{\\v ${words('密')}}{\\deleted ${words('作废')}}\\strike ${words('旧')}\\strike0 ${words('。')}\\par`
  const document = await read(inside)
  expect(document.text).toBe('建成基地2家。')
  expect(kindsOf(document)).toEqual(['deletionsDropped', 'wordsLeftOut'])
  expect(document.notices[1]?.message).toContain('“56”（在“建成基地”之后）')
  expect(document.notices[1]?.message).toContain('“旧”')
})

test('notes stand at the end, boxes are read, pictures and comments are told', async () => {
  const inside = `${words('建园区')}{\\super\\chftn{\\footnote\\pard ${words('含在建')}}}\\par{\\*\\annotation ${words('议')}}{\\pict\\bin3 {{{}{\\shp{\\*\\shpinst{\\shptxt ${words('框里的字')}\\par}}}`
  const document = await read(`${inside}${paragraph('完')}`)
  expect(document.text.split('\n').filter((line) => line !== '')).toEqual(['建园区', '框里的字', '完', '脚注1：含在建'])
  expect(kindsOf(document)).toEqual(['notesAppended', 'wordsLeftOut', 'imagesSkipped'])
})
