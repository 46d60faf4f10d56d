import type { Line, ReadingText } from '../text/reading-text.ts'
import { type Column, readColumns } from './columns.ts'
import { type Cell, makeRow, type TableRow, titleColumn } from './table-row.ts'

/** Tables as the readers of Word, web and PDF files hand them on: a line per row, cells parted by tabs. */

function cellsOf({ source, at }: ReadingText, line: Line): Cell[] {
  const cells: Cell[] = []
  let position = line.start
  let from = line.sourceStart
  while (from <= line.sourceEnd) {
    const tab = source.indexOf('\t', from)
    const to = tab < 0 || tab > line.sourceEnd ? line.sourceEnd : tab
    const start = position
    while (position < line.end && (at[position] ?? 0) < to) position++
    cells.push({ start, end: position })
    if (to === line.sourceEnd) break
    from = to + 1
  }
  return cells.map((cell) => trim(cell, line))
}

const trim = ({ start, end }: Cell, line: Line): Cell => ({ start: Math.min(start, line.end), end })

interface Found {
  columns: Column[]
  lines: Line[]
  cells: Cell[][]
}

/** The rows of every tabbed task table, by the line they stand on. */
export function readTabbedTables(reading: ReadingText): Map<Line, TableRow | null> {
  const rows = new Map<Line, TableRow | null>()
  if (!reading.source.includes('\t')) return rows
  const tables: Found[] = []
  for (const line of reading.lines) {
    const tab = reading.source.indexOf('\t', line.sourceStart)
    if (tab < 0 || tab >= line.sourceEnd) continue
    const cells = cellsOf(reading, line)
    const columns = readColumns(cells.map(({ start, end }) => reading.text.slice(start, end)))
    const table = tables[tables.length - 1]
    if (columns) {
      rows.set(line, null)
      if (columns.join() !== table?.columns.join()) tables.push({ columns, lines: [], cells: [] })
    } else if (table && cells.length > 2) {
      table.lines.push(line)
      table.cells.push(cells)
    }
  }
  for (const { columns, lines, cells } of tables) {
    const title = titleColumn(columns, cells)
    lines.forEach((line, i) => {
      const row = makeRow(reading.text, columns, cells[i] ?? [], { title, count: i + 1 })
      if (row) rows.set(line, row)
    })
  }
  return rows
}
