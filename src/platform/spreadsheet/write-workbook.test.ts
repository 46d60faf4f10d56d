import fc from 'fast-check'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { readRows } from './read-rows.ts'
import { writeWorkbook } from './write-workbook.ts'

const columns = [
  { title: '序号', width: 6, kind: 'number' as const },
  { title: '任务', width: 40 },
  { title: '完成时限', width: 12, kind: 'date' as const },
]
const options = { title: '青禾县任务分解表', note: '2026年3月', paper: 'a3' as const }

test('what is written is read back', async () => {
  const rows = [
    [1, '建设园区\n配套设施', '2026-12-31'],
    [2, null, null],
  ]
  const file = await writeWorkbook([{ name: '任务分解表', columns, rows }], options)
  expect((await readRows(file)).rows).toEqual([
    { row: 1, cells: ['青禾县任务分解表'] },
    { row: 2, cells: ['2026年3月'] },
    { row: 3, cells: ['序号', '任务', '完成时限'] },
    { row: 4, cells: ['1', '建设园区\n配套设施', '2026-12-31'] },
    { row: 5, cells: ['2'] },
  ])
})

test('no text becomes a formula, and every text comes back', () =>
  fc.assert(
    fc.asyncProperty(
      fc.constantFrom('=', '+', '-', '@', '\t=', ''),
      fc.string({ unit: fc.constantFrom(...'SUM(A1)cmd|!<>&"一二三。') }),
      async (sign, rest) => {
        const text = sign + rest
        const file = await writeWorkbook([{ name: '表', columns: [{ title: '说明', width: 20 }], rows: [[text]] }])
        const [sheet] = (await readXlsx(file, { readStyles: true })).sheets
        expect(sheet?.cells?.get('1,0')?.formula).toBeUndefined()
        expect((await readRows(file)).rows[1]?.cells[0] ?? '').toBe(text.trim())
      },
    ),
    { numRuns: 40 },
  ))

const day = fc.date({ min: new Date('1901-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
const record = fc.tuple(
  fc.oneof(
    fc.integer({ min: -1e9, max: 1e9 }),
    fc.integer({ min: 0, max: 1e9 }).map((fen) => fen / 100),
  ),
  fc.constantFrom(
    '007',
    '91110000MA000000XX',
    '35%',
    '2026年3月',
    '13812345678',
    '1,200.5',
    '(一)',
    '甲\n乙',
    "'引",
    '是',
  ),
  day.map((date) => date.toISOString().slice(0, 10)),
)

test('numbers, codes and days of any table come back as they were, row by row', () =>
  fc.assert(
    fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 8 }), async (rows) => {
      const read = await readRows(await writeWorkbook([{ name: '表', columns, rows }], options))
      expect(read.rows.slice(3).map(({ cells }) => cells)).toEqual(rows.map((row) => row.map(String)))
    }),
    { numRuns: 40 },
  ))

test('the sheet is set up for the printer', async () => {
  const file = await writeWorkbook([{ name: '任务/分解表', columns, rows: [[1, '一', null]] }], options)
  const [sheet] = (await readXlsx(file, { readStyles: true })).sheets
  expect(sheet?.name).toBe('任务分解表')
  expect(sheet?.pageSetup).toMatchObject({ paperSize: 'a3', orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 })
  expect(sheet?.pageSetup?.printTitlesRow).toBe('$3:$3')
  expect(sheet?.rowDefs?.get(3)?.height).toBe(20)
  expect(sheet?.merges).toEqual([
    { startRow: 0, startCol: 0, endRow: 0, endCol: 2 },
    { startRow: 1, startCol: 0, endRow: 1, endCol: 2 },
  ])
  const cell = sheet?.cells?.get('3,1')
  expect(cell?.style).toMatchObject({ alignment: { wrapText: true }, border: { top: { style: 'thin' } }, numFmt: '@' })
})

test('rows are as high as their wrapped text and no two sheets share a name', async () => {
  const long = '推进创新平台建设'.repeat(10)
  const table = { name: '表', columns: [{ title: '任务', width: 41 }], rows: [[long]] }
  const { sheets } = await readXlsx(await writeWorkbook([table, table]), { readStyles: true })
  expect(sheets.map(({ name }) => name)).toEqual(['表', '表(2)'])
  expect(sheets[0]?.rowDefs?.get(1)?.height).toBe(4 * 15 + 5)
})

test('characters Excel cannot hold are left out', async () => {
  const file = await writeWorkbook([
    { name: '表', columns: [{ title: '说明', width: 9 }], rows: [['a\u0001b\u000bc']] },
  ])
  expect((await readRows(file)).rows[1]?.cells).toEqual(['abc'])
})
