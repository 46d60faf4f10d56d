import type { Line, Range, ReadingText } from '../text/reading-text.ts'
import { readStackedTables } from './stacked-table.ts'
import { readTabbedTables } from './tabbed-table.ts'

/**
 * Puts a single line, marked as a row, in the place of the lines of each row of a task table; headings go. `unread` are
 * headings without a row and rows that do not fit their heading.
 */
export function setRows(reading: ReadingText): { reading: ReadingText; unread: Range[] } {
  const { rows: tabbed, unread } = readTabbedTables(reading)
  const stacked = readStackedTables(reading)
  if (tabbed.size === 0 && stacked.length === 0) return { reading, unread }
  const lines: Line[] = []
  let next = 0
  for (let i = 0; i < reading.lines.length; i++) {
    const line = reading.lines[i]
    if (!line) break
    const table = stacked[next]
    if (table?.first === i) {
      const end = reading.lines[table.after - 1]?.end ?? line.end
      if (table.row) lines.push({ ...line, end, row: table.row })
      else if (!stacked[next + 1]?.row) unread.push({ start: line.start, end })
      i = table.after - 1
      next++
      continue
    }
    const row = tabbed.get(line)
    if (row !== null) lines.push(row ? { ...line, row } : line)
  }
  return { reading: { ...reading, lines }, unread }
}
