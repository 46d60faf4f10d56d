import type { RawCell } from './cell-value.ts'
import { spreadsheetErrors } from './errors.ts'
import type { SheetLimits } from './limits.ts'
import { type MergedCells, spreadMerged } from './merged-cells.ts'
import { textIn, type XlsWorkbook } from './open-xls.ts'
import type { RawRow } from './raw-row.ts'
import { type Cursor, cursorOf, ids, recordsFrom } from './xls-records.ts'

/** What a cell without a value shows, by its code ([MS-XLS] 2.5.10). */
const faults: Readonly<Record<number, string>> = {
  0x00: '#NULL!', 0x07: '#DIV/0!', 0x0f: '#VALUE!', 0x17: '#REF!', 0x1d: '#NAME?', 0x24: '#NUM!', 0x2a: '#N/A',
} // biome-ignore format: a table

interface Sheet {
  workbook: XlsWorkbook
  rows: Map<number, RawCell[]>
  hidden: Set<number>
  merged: MergedCells[]
  /** Where a formula's text goes, which follows it. */
  awaits: { row: number; column: number } | undefined
  put(row: number, column: number, value: RawCell): void
}

/** The rows of a sheet of an .xls; merged cells are told after all others, so they are gathered first. */
export function* xlsRows(workbook: XlsWorkbook, name: string, limits: SheetLimits): Generator<RawRow> {
  const start = workbook.sheets.find((sheet) => sheet.name === name)?.start
  if (start === undefined) throw spreadsheetErrors.torn({})
  const { rows, hidden, merged } = gather(workbook, start, limits)
  const spread = spreadMerged(merged)
  for (const [index, values] of [...rows].sort(([a], [b]) => a - b))
    yield spread({ index, values, hidden: hidden.has(index) })
}

/** Whether a sheet holds anything but formats. */
export function holdsXlsCells({ stream }: XlsWorkbook, start: number): boolean {
  for (const { id } of recordsFrom(stream, start)) if (cellIds.has(id)) return true
  return false
}

const cellIds: ReadonlySet<number> = new Set([
  ids.formula,
  ids.mulRk,
  ids.richText,
  ids.textAt,
  ids.number,
  ids.text,
  ids.boolOrError,
  ids.rk,
])

function gather(workbook: XlsWorkbook, start: number, limits: SheetLimits): Sheet {
  let places = 0
  const rows = new Map<number, RawCell[]>()
  const put = (row: number, column: number, value: RawCell) => {
    const line = rows.get(row) ?? []
    rows.set(row, line)
    places += Math.max(0, column + 1 - line.length)
    if (places > limits.places) throw spreadsheetErrors.tooManyPlaces({ limit: limits.places })
    while (line.length < column) line.push(null)
    line[column] = value
  }
  const sheet: Sheet = { workbook, rows, hidden: new Set(), merged: [], awaits: undefined, put }
  for (const record of recordsFrom(workbook.stream, start)) readers[record.id]?.(cursorOf(record), sheet)
  return sheet
}

const number = (sheet: Sheet, style: number, value: number): RawCell => sheet.workbook.styles[style]?.(value) ?? value

/** [MS-XLS] 2.5.122: thirty bits of a number, whole or not, and whether it is to be divided by a hundred. */
function rkNumber(bits: number): number {
  const whole = Buffer.alloc(8)
  whole.writeUInt32LE((bits & ~3) >>> 0, 4)
  const value = bits & 2 ? bits >> 2 : whole.readDoubleLE(0)
  return bits & 1 ? value / 100 : value
}

const readers: Readonly<Record<number, (cursor: Cursor, sheet: Sheet) => void>> = {
  [ids.row]: (cursor, sheet) => {
    const row = cursor.u16()
    cursor.skip(10)
    if (cursor.u16() & 0x20) sheet.hidden.add(row)
  },
  [ids.textAt]: (cursor, sheet) => {
    const [row, column] = [cursor.u16(), cursor.u16()]
    cursor.skip(2)
    const text = sheet.workbook.texts[cursor.u32()]
    if (text === undefined) throw spreadsheetErrors.torn({})
    sheet.put(row, column, text)
  },
  [ids.text]: readLabel,
  [ids.richText]: readLabel,
  [ids.number]: (cursor, sheet) => {
    const [row, column, style] = [cursor.u16(), cursor.u16(), cursor.u16()]
    sheet.put(row, column, number(sheet, style, cursor.f64()))
  },
  [ids.rk]: (cursor, sheet) => {
    const [row, column, style] = [cursor.u16(), cursor.u16(), cursor.u16()]
    sheet.put(row, column, number(sheet, style, rkNumber(cursor.u32())))
  },
  [ids.mulRk]: (cursor, sheet) => {
    const [row, first] = [cursor.u16(), cursor.u16()]
    for (let column = first; cursor.left() >= 8; column += 1) {
      const style = cursor.u16()
      sheet.put(row, column, number(sheet, style, rkNumber(cursor.u32())))
    }
  },
  [ids.boolOrError]: (cursor, sheet) => {
    const [row, column] = [cursor.u16(), cursor.u16()]
    cursor.skip(2)
    const code = cursor.u8()
    sheet.put(row, column, cursor.u8() === 1 ? faultBy(code) : code !== 0)
  },
  [ids.formula]: readFormula,
  [ids.result]: (cursor, sheet) => {
    if (sheet.awaits) sheet.put(sheet.awaits.row, sheet.awaits.column, textIn(cursor, sheet.workbook.isOld, true))
    sheet.awaits = undefined
  },
  [ids.merged]: (cursor, sheet) => {
    for (let count = cursor.u16(); count > 0; count -= 1) {
      const [top, bottom, left, right] = [cursor.u16(), cursor.u16(), cursor.u16(), cursor.u16()]
      sheet.merged.push({ top, bottom, left, right })
    }
  },
}

const faultBy = (code: number): RawCell => ({ fault: faults[code] ?? '#N/A' })

function readLabel(cursor: Cursor, sheet: Sheet): void {
  const [row, column] = [cursor.u16(), cursor.u16()]
  cursor.skip(2)
  sheet.put(row, column, textIn(cursor, sheet.workbook.isOld, true))
}

/** [MS-XLS] 2.5.133: a number, or, where the last two bytes are full, what kind of value it is. */
function readFormula(cursor: Cursor, sheet: Sheet): void {
  const [row, column, style] = [cursor.u16(), cursor.u16(), cursor.u16()]
  const value = Buffer.from(Array.from({ length: 8 }, () => cursor.u8()))
  sheet.awaits = undefined
  if (value.readUInt16LE(6) !== 0xffff) return sheet.put(row, column, number(sheet, style, value.readDoubleLE(0)))
  const [kind = 0, , code = 0] = value
  if (kind === 0) sheet.awaits = { row, column }
  if (kind === 1) sheet.put(row, column, code !== 0)
  if (kind === 2) sheet.put(row, column, faultBy(code))
}
