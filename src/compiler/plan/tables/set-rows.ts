import type { Line, Range, ReadingText } from '../text/reading-text.ts'
import { readStackedTables } from './stacked-table.ts'
import { readTabbedTables } from './tabbed-table.ts'

/**
 * Puts a single line, marked as a row, in the place of the lines of each row of a task table; headings go. `unread` are
 * headings without a row and rows that do not fit their heading.
 */
export function setRows(reading: ReadingText): { reading: ReadingText; unread: Range[] } {
  const found = [...readTabbedTables(reading), ...readStackedTables(reading)].sort((a, b) => a.first - b.first)
  const lines: Line[] = []
  const unread: Range[] = []
  let at = 0
  for (const [i, { first, after, row }] of found.entries()) {
    const line = reading.lines[first]
    const end = reading.lines[after - 1]?.end
    if (!line || end === undefined || first < at) continue
    if (row === undefined || (row === null && !found[i + 1]?.row)) unread.push({ start: line.start, end })
    if (row === undefined) continue
    for (const kept of reading.lines.slice(at, first)) lines.push(kept)
    if (row) lines.push({ ...line, end, row })
    at = after
  }
  return { reading: { ...reading, lines: [...lines, ...reading.lines.slice(at)] }, unread }
}
