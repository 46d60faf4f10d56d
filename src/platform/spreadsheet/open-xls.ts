import { spreadsheetErrors } from './errors.ts'
import type { SheetLimits } from './limits.ts'
import { builtInFormat, readFormat, type ShowNumber } from './number-format.ts'
import { type Cursor, cursorOf, ids, recordsFrom, type XlsRecord } from './xls-records.ts'

/** What must be known of an .xls before its rows are read. */
export interface XlsWorkbook {
  stream: Uint8Array
  /** The visible sheets of cells with where they begin in the stream. */
  sheets: { name: string; start: number }[]
  texts: string[]
  /** What a number of the style, by its index, means. */
  styles: ShowNumber[]
  isOld: boolean
}

/** A text with its length before it; `long` where two bytes say it. Before 1997 no width stood before the characters. */
export function textIn(cursor: Cursor, isOld: boolean, isLong: boolean): string {
  const count = isLong ? cursor.u16() : cursor.u8()
  return isOld ? cursor.oldCharacters(count) : cursor.characters(count, (cursor.u8() & 1) === 1)
}

/** Reads the globals of a workbook stream of Excel 95 to 2003 ([MS-XLS] 2.1.7.20.3). */
export function openXlsStream(stream: Uint8Array, limits: SheetLimits): XlsWorkbook {
  const workbook: XlsWorkbook = { stream, sheets: [], texts: [], styles: [], isOld: false }
  const formats = new Map<number, string>()
  const styles: number[] = []
  let from1904 = false
  for (const record of recordsFrom(stream, 0)) {
    const cursor = cursorOf(record)
    if (record.id === ids.begin) workbook.isOld = versionOf(cursor)
    if (record.id === ids.locked) throw spreadsheetErrors.passwordProtected({})
    if (record.id === ids.date1904) from1904 = cursor.u16() === 1
    if (record.id === ids.format) formats.set(cursor.u16(), textIn(cursor, workbook.isOld, !workbook.isOld))
    if (record.id === ids.style) {
      cursor.skip(2)
      styles.push(cursor.u16())
    }
    if (record.id === ids.sheet) takeSheet(cursor, workbook)
    if (record.id === ids.texts) workbook.texts = sharedTexts(record, limits)
  }
  workbook.styles = styles.map((id) => readFormat(formats.get(id) ?? builtInFormat(id), from1904))
  return workbook
}

/** 0x0600 since Excel 97, 0x0500 before; older files have no workbook around their sheet. */
function versionOf(cursor: Cursor): boolean {
  const version = cursor.u16()
  if (version !== 0x0600 && version !== 0x0500) throw spreadsheetErrors.torn({})
  return version === 0x0500
}

function takeSheet(cursor: Cursor, { sheets, isOld }: XlsWorkbook): void {
  const start = cursor.u32()
  const isHidden = (cursor.u8() & 3) !== 0
  const isCells = cursor.u8() === 0
  const name = textIn(cursor, isOld, false)
  if (!isHidden && isCells) sheets.push({ name, start })
}

/** [MS-XLS] 2.4.265 and 2.5.293: characters, then how pieces of them look and are read aloud. */
function sharedTexts(record: XlsRecord, { sharedCharacters: limit }: SheetLimits): string[] {
  const cursor = cursorOf(record)
  cursor.skip(4)
  const count = cursor.u32()
  const texts: string[] = []
  let weight = 0
  while (texts.length < count) {
    const length = cursor.u16()
    const flags = cursor.u8()
    const looks = flags & 8 ? cursor.u16() * 4 : 0
    const aloud = flags & 4 ? cursor.u32() : 0
    texts.push(cursor.characters(length, (flags & 1) === 1))
    cursor.skip(looks + aloud)
    weight += length + 10
    if (weight > limit) throw spreadsheetErrors.tooManyCharacters({ limit })
  }
  return texts
}
