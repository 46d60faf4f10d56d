import type { Line, Range, ReadingText } from '../text/reading-text.ts'
import { readStackedTables } from './stacked-table.ts'
import { readTabbedTables } from './tabbed-table.ts'

/** The headings of a table on one line with nothing between them. */
const HEAD = /^(?:序号|编号)[^。,;:]{2,30}(?:牵头|责任|主办)(?:单位|部门)[^。,;:]{0,30}$/

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
  for (const line of reading.lines.slice(at)) lines.push(line)
  const heads = lines.filter(
    ({ start, end, row }) => !row && HEAD.test(reading.text.slice(start, Math.min(end, start + 80))),
  )
  return { reading: { ...reading, lines }, unread: [...unread, ...heads] }
}
