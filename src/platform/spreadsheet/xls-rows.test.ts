import { expect, test } from 'vitest'
import { sheetLimits } from './limits.ts'
import { openXlsStream } from './open-xls.ts'
import { xlsRows } from './xls-rows.ts'

/** Pieces of a record: numbers of one, two and eight bytes, texts of either width. */
const u8 = (...values: number[]) => Buffer.from(values)
const u16 = (...values: number[]) => Buffer.concat(values.map((value) => u8(value & 0xff, value >> 8)))
const f64 = (value: number) => {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleLE(value)
  return bytes
}
const wide = (text: string) => Buffer.from(text, 'utf16le')
const long = (text: string) => Buffer.concat([u16(text.length), u8(1), wide(text)])
const record = (id: number, ...parts: Buffer[]) => {
  const data = Buffer.concat(parts)
  return Buffer.concat([u16(id, data.length), data])
}
const begin = record(0x809, u16(0x600, 5, 0, 0), u16(0, 0, 0, 0))
const end = record(0x0a)

/** A workbook of one sheet: what stands before its sheets, then what the sheet holds. */
function stream(globals: Buffer[], sheet: Buffer[]): Uint8Array {
  const bound = (at: number) => record(0x85, u16(at & 0xffff, at >> 16), u8(0, 0), u8(1, 1), wide('表'))
  const length = Buffer.concat([begin, ...globals, bound(0), end]).length
  return Uint8Array.from(Buffer.concat([begin, ...globals, bound(length), end, begin, ...sheet, end]))
}
const rowsOf = (bytes: Uint8Array) => [...xlsRows(openXlsStream(bytes, sheetLimits), '表', sheetLimits)]

test('shared texts go on in further records, where their characters may change their width', () => {
  const globals = [
    record(0xfc, u16(2, 0, 3, 0), u16(4), u8(1), wide('县科')),
    record(0x3c, u8(1), wide('技局'), u16(6), u8(0), Buffer.from('GB/')),
    record(0x3c, u8(1), wide('T甲乙'), u16(2), u8(0x0d), u16(1), u16(4, 0), wide('学县')),
    record(0x3c, u16(0, 0), u8(1, 2, 3, 4)),
  ]
  const cells = [0, 1, 2].map((n) => record(0xfd, u16(n, 0, 0), u16(n, 0)))
  expect(rowsOf(stream(globals, cells)).map(({ values }) => values)).toEqual([['县科技局'], ['GB/T甲乙'], ['学县']])
})

test('hidden rows are marked, and a formula finds its text behind the formula it shares', () => {
  const kind = (...bytes: number[]) => Buffer.from([...bytes, 0, 0, 0, 0, 0, 0].slice(0, 6))
  const formula = (row: number, result: Buffer) => record(0x06, u16(row, 0, 0), result, u16(0, 0, 0, 0))
  const rows = rowsOf(
    stream(
      [],
      [
        record(0x208, u16(1, 0, 1, 255, 0, 0), u16(0x20, 0)),
        formula(0, Buffer.concat([kind(0), u16(0xffff)])),
        record(0x4bc, u16(0, 0)),
        record(0x207, long('算出的字')),
        formula(1, f64(2.5)),
        formula(2, Buffer.concat([kind(2, 0, 0x17), u16(0xffff)])),
        formula(3, Buffer.concat([kind(1, 0, 1), u16(0xffff)])),
      ],
    ),
  )
  expect(rows.map(({ values }) => values[0])).toEqual(['算出的字', 2.5, { fault: '#REF!' }, true])
  expect(rows.map(({ hidden }) => hidden)).toEqual([false, true, false, false])
})

test('numbers packed together show by their own formats, from 1904 where the file says so', () => {
  const rk = (style: number, value: number) =>
    Buffer.concat([u16(style), u16((value << 2) | 2, ((value << 2) | 2) >>> 16)])
  const globals = [
    record(0x22, u16(1)),
    record(0x41e, u16(164), long('yyyy-mm-dd')),
    record(0xe0, u16(0, 0)),
    record(0xe0, u16(0, 9)),
    record(0xe0, u16(0, 164)),
  ]
  const [row] = rowsOf(stream(globals, [record(0xbd, u16(0, 1), rk(0, 7), rk(1, 1), rk(2, 43_907), u16(3))]))
  expect(row?.values).toEqual([null, 7, { shown: '100%' }, new Date('2024-03-18T00:00:00Z')])
})

test('a chart within a sheet is no part of it', () => {
  const label = (row: number, text: string) => record(0x204, u16(row, 0, 0), long(text))
  const rows = rowsOf(stream([], [label(0, '甲'), begin, label(0, '图'), end, label(1, '乙')]))
  expect(rows.map(({ values }) => values)).toEqual([['甲'], ['乙']])
})

test('a locked workbook and one with its texts lost are refused', () => {
  expect(() => openXlsStream(stream([record(0x2f, u16(0))], []), sheetLimits)).toThrow('打开密码')
  expect(() => rowsOf(stream([], [record(0xfd, u16(0, 0, 0), u16(5, 0))]))).toThrow('已经损坏')
})
