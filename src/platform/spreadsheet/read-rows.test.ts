import { readFileSync } from 'node:fs'
import { writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { Refusal } from '#kernel/errors.ts'
import { type ReadRowsOptions, readRows } from './read-rows.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const hex = (digits: string): Uint8Array => Uint8Array.from(Buffer.from(digits, 'hex'))
const cellsOf = async (bytes: Uint8Array, options?: ReadRowsOptions) =>
  (await readRows(bytes, options)).rows.map(({ cells }) => cells)

async function codeOf(bytes: Uint8Array, options?: ReadRowsOptions): Promise<string> {
  const outcome = await readRows(bytes, options).catch((error: unknown) => error)
  return outcome instanceof Refusal ? outcome.code : `read: ${JSON.stringify(outcome)}`
}

test('cells are the texts people typed: dates ISO, long codes whole, no floating point dust', async () => {
  const values = [
    '91110000MA000000XX',
    '123456789012345678',
    new Date('2026-03-05'),
    new Date('2026-03-05T08:30:00Z'),
    0.1 + 0.2,
    1e-7,
    20,
    true,
    ' 县科技局 ',
  ]
  const file = await writeXlsx({ sheets: [{ name: '表', rows: [values, [], [null, '末行']] }] })
  const { rows, sheet, sheets, count } = await readRows(file)
  expect(rows).toEqual([
    {
      row: 1,
      cells: [
        '91110000MA000000XX',
        '123456789012345678',
        '2026-03-05',
        '2026-03-05 08:30:00',
        '0.3',
        '0.0000001',
        '20',
        '是',
        '县科技局',
      ],
    },
    { row: 3, cells: ['', '末行'] },
  ])
  expect({ sheet, sheets, count }).toEqual({ sheet: '表', sheets: ['表'], count: 2 })
})

test('a formula gives its value', async () => {
  const cells = new Map([['0,0', { value: 3, type: 'formula' as const, formula: '1+2', formulaResult: 3 }]])
  expect(await cellsOf(await writeXlsx({ sheets: [{ name: '表', rows: [[null, '和']], cells }] }))).toEqual([
    ['3', '和'],
  ])
})

test('the sheet wanted is read by name or place, hidden ones are passed over', async () => {
  const file = await writeXlsx({
    sheets: [
      { name: '字典', rows: [['藏']], hidden: true },
      { name: '机构', rows: [['县科技局']] },
      { name: '账号', rows: [['张某']] },
    ],
  })
  expect(await cellsOf(file)).toEqual([['县科技局']])
  expect(await cellsOf(file, { sheet: 1 })).toEqual([['张某']])
  expect(await cellsOf(file, { sheet: '账号' })).toEqual([['张某']])
  expect(await codeOf(file, { sheet: '任务' })).toBe('spreadsheet.sheetNotFound')
})

test('an old .xls is read', async () => {
  const file = Uint8Array.from(readFileSync(new URL('./fixtures/agencies.xls', import.meta.url)))
  expect(await cellsOf(file)).toEqual([
    ['名称', '代码', '成立日期', '人数'],
    ['县科技局', '123456789012345678', '2026-03-05', '30'],
  ])
})

test.each([
  [
    'UTF-8 with quotes and line ends',
    utf8('\ufeff名称,说明\r\n县科技局,"一行\n二行,""引"""\r\n'),
    [
      ['名称', '说明'],
      ['县科技局', '一行\n二行,"引"'],
    ],
  ],
  [
    'GB18030',
    hex('c7e0bacc2ccfd80a312c303037'),
    [
      ['青禾', '县'],
      ['1', '007'],
    ],
  ],
  [
    'tabs',
    utf8('名称\t代码\n县科技局\t007'),
    [
      ['名称', '代码'],
      ['县科技局', '007'],
    ],
  ],
  [
    'a separator line of Excel',
    utf8('sep=;\n名称;代码\n县科技局;007'),
    [
      ['名称', '代码'],
      ['县科技局', '007'],
    ],
  ],
])('.csv in %s', async (_, bytes, rows) => {
  expect(await cellsOf(bytes)).toEqual(rows)
})

test('rows can be taken one by one and stopped', async () => {
  const file = await writeXlsx({ sheets: [{ name: '表', rows: Array.from({ length: 50 }, (_, i) => [i]) }] })
  const seen: string[] = []
  const { rows } = await readRows(file, { onRow: ({ cells }) => seen.push(cells[0] ?? '') < 3 })
  expect(seen).toEqual(['0', '1', '2'])
  expect(rows).toEqual([])
})

test('what cannot be read is refused with what to do', async () => {
  const file = await writeXlsx({ sheets: [{ name: '表', rows: [['一'], ['二'], ['三']] }] })
  const locked = await writeXlsx({
    sheets: [{ name: '表', rows: [['一']] }],
    encryption: { password: 'guatu', spinCount: 10 },
  })
  const bare = await writeXlsx({ sheets: [{ name: '表', rows: [] }] })
  expect(await codeOf(new Uint8Array())).toBe('spreadsheet.empty')
  expect(await codeOf(bare)).toBe('spreadsheet.empty')
  expect(await codeOf(locked)).toBe('spreadsheet.passwordProtected')
  expect(await codeOf(file.slice(0, file.length - 30))).toBe('spreadsheet.torn')
  const scratched = Uint8Array.from(file)
  const sheet = Buffer.from(file).indexOf('xl/worksheets/sheet1.xml') + 'xl/worksheets/sheet1.xml'.length
  scratched.fill(0xff, sheet, sheet + 60)
  expect(await codeOf(scratched)).toBe('spreadsheet.torn')
  expect(await codeOf(file, { limits: { rows: 2 } })).toBe('spreadsheet.tooManyRows')
  expect(await codeOf(file, { limits: { bytes: 100 } })).toBe('spreadsheet.fileTooLarge')
  expect(await codeOf(file, { limits: { unzippedBytes: 100 } })).toBe('spreadsheet.unzippedTooLarge')
  expect(await codeOf(utf8('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'))).toBe(
    'spreadsheet.notRead',
  )
  expect(await codeOf(utf8('%PDF-1.4 …'))).toBe('spreadsheet.otherKind')
  expect(await codeOf(utf8('<html><table><tr><td>一</td></tr></table></html>'))).toBe('spreadsheet.otherKind')
})
