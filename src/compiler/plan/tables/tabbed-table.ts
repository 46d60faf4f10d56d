import { firstFrom } from '../text/first-from.ts'
import type { Line, ReadingText } from '../text/reading-text.ts'
import { type Column, readColumns } from './columns.ts'
import { type Cell, type FoundRow, makeRow, ownersOf, titleColumn } from './table-row.ts'

/** Tables with a line per row, cells parted by tabs, by bars (| 1 | 清淤 |) or by wide blanks. */

const TABS = /\t/g
const BARS = /\|/g
const BLANKS = / {2,}|\u3000+/g
/** A bar or two blanks in a row somewhere in a line that names agencies' columns. */
const MAY_HOLD = /\t|(?:牵头|责任|主办|承办)(?:责任)?(?:单位|部门)?(?: ?\|| {2}|\u3000)/
const RULE = /^[-|: ]+$/

/** What parts the cells of this line; undefined when it is no row. */
function separatorOf(words: string): RegExp | undefined {
  if (words.includes('\t')) return TABS
  if (/^\s*\|.*\|/.test(words)) return RULE.test(words) ? undefined : BARS
  return words.length < 200 && / {2}|\u3000/.test(words.trim()) ? BLANKS : undefined
}

function cellsOf({ text, source, at }: ReadingText, line: Line): Cell[] {
  const words = source.slice(line.sourceStart, line.sourceEnd)
  const separator = separatorOf(words)
  if (!separator) return []
  const marks = [...words.matchAll(separator)]
  const starts = [0, ...marks.map(({ index, 0: mark }) => index + mark.length)]
  const ends = [...marks.map(({ index }) => index), words.length]
  return starts.flatMap((start, i) => {
    const end = ends[i] ?? start
    const isEdge = (i === 0 || i === marks.length) && words.slice(start, end).trim() === ''
    if (isEdge && separator !== TABS) return []
    const [first, last] = [firstFrom(at, line.sourceStart + start), firstFrom(at, line.sourceStart + end)]
    return [trim(text, { start: first, end: last })]
  })
}

const trim = (text: string, { start, end }: Cell): Cell => {
  const first = start + Math.max(0, text.slice(start, end).search(/\S/))
  return { start: first, end: first + text.slice(first, end).trimEnd().length }
}

interface Row {
  at: number
  cells: Cell[]
}

/** The rows of every such task table; a row that does not fit its heading is unread. */
export function readTabbedTables(reading: ReadingText): FoundRow[] {
  if (!MAY_HOLD.test(reading.source)) return []
  const found: FoundRow[] = []
  const tables: { columns: Column[]; rows: Row[] }[] = []
  for (const [at, line] of reading.lines.entries()) {
    const cells = cellsOf(reading, line)
    if (cells.length < 3) continue
    const columns = readColumns(cells.map(({ start, end }) => reading.text.slice(start, end)))
    const table = tables[tables.length - 1]
    const isTabbed = reading.source.slice(line.sourceStart, line.sourceEnd).includes('\t')
    if (columns) {
      found.push({ first: at, after: at + 1, row: null })
      if (columns.join() !== table?.columns.join()) tables.push({ columns, rows: [] })
    } else if (table && (cells.length === table.columns.length || isTabbed)) table.rows.push({ at, cells })
    else if (table) found.push({ first: at, after: at + 1, row: undefined })
  }
  for (const { columns, rows } of tables) {
    const cellsOfRows = rows.map(({ cells }) => cells)
    const title = titleColumn(reading.text, columns, cellsOfRows)
    const owners = ownersOf(columns, cellsOfRows)
    for (const [i, { at, cells }] of rows.entries()) {
      const row = makeRow(reading.text, columns, cells, { title, count: i + 1, owners: owners[i] ?? cells })
      found.push({ first: at, after: at + 1, row })
    }
  }
  return found
}
