import type { LeftOut } from '#kernel/left-out.ts'
import { uncounted } from './cell-value.ts'
import { spreadsheetErrors } from './errors.ts'
import {
  cellOf,
  deepest,
  type ExpectedColumn,
  type FoundHeader,
  findHeader,
  hasHeader,
  normalTitle,
} from './match-columns.ts'
import type { SheetReading, SheetRow } from './read-rows.ts'
import { isGroupTitle, isNote, isNumberAlone } from './row-kinds.ts'

/** One record of a table: its texts by column, where the table has the column. */
export interface TableRow<K extends string = string> {
  /** As the spreadsheet numbers it, from 1. */
  row: number
  cells: ReadonlyMap<K, string>
  /** Why the row cannot be taken as it stands: sentences. */
  problems: string[]
}

export interface Table<K extends string = string> extends LeftOut {
  rows: TableRow<K>[]
}

/** How a table is read row by row: what comes is taken, what is no record is told at the end. */
export interface TableReader {
  take: (row: SheetRow) => void
  /** @param file names of its sheets, once they are known */
  end: (file: Pick<SheetReading, 'sheet' | 'sheets'>) => LeftOut
}

/** As many notes and sums as people look through. */
const mostSkipped = 500

/**
 * Reads the records of a sheet as offices keep it: the head is looked for under titles and notes, it may come again on
 * every printed page, group titles stand between the records, below them notes and signatures. Cells without a value are
 * told as problems of their row. Throws where the head cannot be found or names another unit of money.
 * @param nameKey the column without which a row is no record
 */
export function openTable<K extends string>(
  columns: readonly ExpectedColumn<K>[],
  nameKey: K,
  onRecord: (row: TableRow<K>) => void,
): TableReader {
  const left: LeftOut = { skipped: [], remarks: [] }
  const hidden: number[] = []
  let first: SheetRow[] | null = []
  let isRecord: ((row: SheetRow) => boolean) | undefined
  let places: ReadonlyMap<K, number> = new Map()
  const read = (row: SheetRow): void => {
    if (isRecord?.(row)) onRecord(recordOf(row, { columns, nameKey, places, remarks: left.remarks }))
  }
  const begin = (rows: readonly SheetRow[], file: Partial<Pick<SheetReading, 'sheet' | 'sheets'>>): void => {
    const head = findHeader(rows, columns, file)
    checkUnits(head, columns, rows.slice(0, head.from))
    isRecord = recordIn({ head, rows, nameKey, left })
    places = head.places
    left.remarks.push(...unreadIn(head))
    first = null
    for (const row of rows.slice(head.next)) read(row)
  }
  return {
    take(row) {
      if (row.hidden) hidden.push(row.row)
      if (first === null) return read(row)
      if (first.length > deepest) return undefined
      first.push(row)
      // Where none is found there, it is said at the end, together with the sheets there are.
      if (first.length === deepest + 1 && hasHeader(first, columns)) begin(first, {})
    },
    end(file) {
      if (first !== null) begin(first, file)
      left.remarks.push(...remarksOn(file, hidden))
      return left
    },
  }
}

/** Columns nobody asked for are named, so that nobody takes them for read. The ordinal of the rows says nothing; nor does a row without one known title. */
function unreadIn<K extends string>({ titles, places }: FoundHeader<K>): string[] {
  if (places.size === 0) return []
  const read = new Set(places.values())
  const unread = titles.filter((title, place) => title !== '' && !read.has(place) && normalTitle(title) !== '序号')
  return unread.length === 0 ? [] : [`没有读入的栏：${unread.map((title) => `“${title}”`).join('、')}。`]
}

interface Judging<K extends string> {
  head: FoundHeader<K>
  /** The first rows, head included. */
  rows: readonly SheetRow[]
  nameKey: K
  left: LeftOut
}

/** What tells records from heads that come again, sums and notes. */
function recordIn<K extends string>({ head, rows, nameKey, left }: Judging<K>): (row: SheetRow) => boolean {
  const heads = rows.slice(head.from, head.next)
  const titles = new Set(rows.slice(0, head.from).map(wordsOf))
  return (row) => {
    const words = wordsOf(row)
    if (heads.some((each) => isSameHead(each, row, head)) || titles.has(words) || isNumberAlone(row, head)) return false
    const isNone = isNote(row, cellOf(row, head.places, nameKey)) || isGroupTitle(row, head)
    if (isNone && left.skipped.length < mostSkipped) left.skipped.push({ row: row.row, text: words.slice(0, 80) })
    return !isNone
  }
}

/** The records of a sheet that is there whole; see `openTable`. */
export function readTable<K extends string>(
  reading: SheetReading,
  columns: readonly ExpectedColumn<K>[],
  nameKey: K,
): Table<K> {
  const rows: TableRow<K>[] = []
  const reader = openTable(columns, nameKey, (row) => void rows.push(row))
  for (const row of reading.rows) reader.take(row)
  return { rows, ...reader.end(reading) }
}

interface Taking<K extends string> {
  remarks: string[]
  columns: readonly ExpectedColumn<K>[]
  nameKey: K
  places: ReadonlyMap<K, number>
}

function recordOf<K extends string>(row: SheetRow, { remarks, columns, nameKey, places }: Taking<K>): TableRow<K> {
  const cells = new Map([...places].map(([key, place]) => [key, row.cells[place] ?? '']))
  const problems: string[] = []
  for (const { key, title } of columns) {
    const place = places.get(key) ?? -1
    const fault = row.faults?.[place]
    if (fault === uncounted.fault && key !== nameKey) {
      // Neither empty nor wrong: what is kept stays.
      cells.delete(key)
      remarks.push(`第 ${row.row} 行“${title}”${fault}，没有读入。请用 WPS 或 Excel 打开并保存一次再导入。`)
    } else if (unitIn(title) !== undefined && row.fromAbove?.includes(place))
      // One amount of several records is not the amount of each.
      problems.push(`“${title}”一格与上面的行合并，不能算作每一行的数。请拆开合并，分别填写。`)
    else if (fault?.startsWith('#')) problems.push(`“${title}”一格的公式出错（${fault}）。请在表格里改好这一格再导入。`)
    else if (fault !== undefined) problems.push(`“${title}”一格${fault}。请改好再导入。`)
  }
  return { row: row.row, cells, problems }
}

/** Rows of texts as a sheet that holds nothing else. */
export const sheetOf = (cells: readonly (readonly string[])[]): SheetReading => {
  const rows = cells
    .map((line, i) => ({ row: i + 1, cells: [...line] }))
    .filter(({ cells: line }) => line.some(Boolean))
  return { sheet: '', sheets: [], rows, count: rows.length }
}

const wordsOf = ({ cells }: SheetRow): string => [...new Set(cells.filter((cell) => cell !== ''))].join(' ')

function isSameHead<K extends string>(head: SheetRow, { cells }: SheetRow, { places }: FoundHeader<K>): boolean {
  const at = [...places.values()].filter((place) => (head.cells[place] ?? '') !== '')
  return at.length > 0 && at.every((place) => normalTitle(cells[place] ?? '') === normalTitle(head.cells[place] ?? ''))
}

/** What should be known of the file beside its records. */
function remarksOn({ sheet, sheets }: Pick<SheetReading, 'sheet' | 'sheets'>, hidden: readonly number[]): string[] {
  const others = sheets.filter((name) => name !== sheet)
  const shown = hidden.slice(0, 20).join('、')
  return [
    ...(others.length > 0
      ? [`只读入了工作表“${sheet}”；${others.map((name) => `“${name}”`).join('、')}没有读入。`]
      : []),
    ...(hidden.length > 0
      ? [`有 ${hidden.length} 行在表中是隐藏或筛选掉的，也读入了：第 ${shown}${hidden.length > 20 ? '…' : ''} 行。`]
      : []),
  ]
}

const money = /(?<![一-龥])(元|千元|万元|百万元|亿元)(?![一-龥])/
const unitIn = (text: string): string | undefined =>
  money.exec(/[（(【[].*[）)】\]]|[:：].*$/.exec(text)?.[0] ?? '')?.[1]

/** Amounts are not converted: a column of 亿元 taken for 万元 would be ten thousand times too small. */
function checkUnits<K extends string>(
  { places, titles }: FoundHeader<K>,
  columns: readonly ExpectedColumn<K>[],
  above: readonly SheetRow[],
): void {
  const ofAll = above
    .flatMap(({ cells }) => cells)
    .filter((cell) => /单位\s*[:：]/.test(cell))
    .map(unitIn)
    .find(Boolean)
  for (const { key, title } of columns) {
    const unit = unitIn(title)
    const place = places.get(key)
    if (unit === undefined || place === undefined) continue
    const seen = unitIn(titles[place] ?? '') ?? ofAll
    if (seen !== undefined && seen !== unit)
      throw spreadsheetErrors.otherUnit({ title: titles[place] ?? title, seen, unit })
  }
}
