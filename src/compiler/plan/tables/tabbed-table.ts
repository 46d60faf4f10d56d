import type { Line, Range, ReadingText } from '../text/reading-text.ts'
import { type Column, readColumns } from './columns.ts'
import { type Cell, makeRow, type TableRow, titleColumn } from './table-row.ts'

/** Tables with a line per row, cells parted by tabs, by bars (| 1 | 清淤 |) or by wide blanks. */

const TABS = /\t/g
const BARS = /\|/g
const BLANKS = / {2,}|\u3000+/g
/** A bar or two blanks in a row somewhere in a line that names agencies' columns. */
const MAY_HOLD = /\t|(?:牵头|责任|主办|承办)(?:责任)?(?:单位|部门)(?: ?\|| {2}|\u3000)/
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
  const cells: Cell[] = []
  let position = line.start
  let from = line.sourceStart
  const take = (to: number, next: number): void => {
    while (position < line.end && (at[position] ?? 0) < from) position++
    const start = position
    while (position < line.end && (at[position] ?? 0) < to) position++
    cells.push(trim(text, { start, end: position }))
    from = next
  }
  for (const found of words.matchAll(separator)) {
    const to = line.sourceStart + found.index
    if (separator === TABS || found.index > words.search(/\S/)) take(to, to + found[0].length)
    else from = to + found[0].length
  }
  if (separator === TABS || words.slice(from - line.sourceStart).trim() !== '') take(line.sourceEnd, line.sourceEnd)
  return cells
}

const trim = (text: string, { start, end }: Cell): Cell => {
  const first = start + Math.max(0, text.slice(start, end).search(/\S/))
  return { start: first, end: first + text.slice(first, end).trimEnd().length }
}

const isTabbed = ({ source }: ReadingText, { sourceStart, sourceEnd }: Line): boolean =>
  source.slice(sourceStart, sourceEnd).includes('\t')

interface Found {
  columns: Column[]
  head: Line
  lines: Line[]
  cells: Cell[][]
}

/** The rows of every such task table, by the line they stand on; null for a heading. */
export function readTabbedTables(reading: ReadingText): { rows: Map<Line, TableRow | null>; unread: Range[] } {
  const rows = new Map<Line, TableRow | null>()
  const unread: Range[] = []
  if (!MAY_HOLD.test(reading.source)) return { rows, unread }
  const tables: Found[] = []
  for (const line of reading.lines) {
    const cells = cellsOf(reading, line)
    if (cells.length < 3) continue
    const columns = readColumns(cells.map(({ start, end }) => reading.text.slice(start, end)))
    const table = tables[tables.length - 1]
    if (columns) {
      rows.set(line, null)
      if (columns.join() !== table?.columns.join()) tables.push({ columns, head: line, lines: [], cells: [] })
    } else if (table && (cells.length === table.columns.length || isTabbed(reading, line))) {
      table.lines.push(line)
      table.cells.push(cells)
    } else if (table) unread.push(line)
  }
  for (const { columns, head, lines, cells } of tables) {
    if (lines.length === 0) unread.push(head)
    const title = titleColumn(reading.text, columns, cells)
    lines.forEach((line, i) => {
      const row = makeRow(reading.text, columns, cells[i] ?? [], { title, count: i + 1 })
      if (row) rows.set(line, row)
    })
  }
  return { rows, unread }
}
