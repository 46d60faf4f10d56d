import { endsAsAgency } from '../responsibility/agency-shape.ts'
import type { Line, ReadingText } from '../text/reading-text.ts'
import { type Column, readColumns } from './columns.ts'
import { type Cell, makeRow, type TableRow } from './table-row.ts'

/** Tables flattened by a page: every cell on lines of its own, rows told apart by their running number. */

const MOST_COLUMNS = 9
const CONTINUES = /[、,(〔]$/

export interface StackedRow {
  /** Lines from `first` up to `after`. */
  first: number
  after: number
  /** Null for the heading of the table. */
  row: TableRow | null
}

/** The headings of a table that begin at line `i`: 序号 and what follows, a line each. */
function headingAt({ text, lines }: ReadingText, i: number): Column[] | undefined {
  const words = (k: number): string => text.slice(lines[k]?.start ?? 0, lines[k]?.end ?? 0)
  if (!/^(?:序号|编号)$/.test(words(i))) return undefined
  let count = 1
  while (count < MOST_COLUMNS && lines[i + count] && words(i + count).length <= 8 && !/^\d+$/.test(words(i + count)))
    count++
  for (let n = count; n >= 3; n--) {
    const columns = readColumns(Array.from({ length: n }, (_, k) => words(i + k)))
    if (columns) return columns
  }
  return undefined
}

/** The cells of a row: one line each where the lines are as many as the columns, else told by what they hold. */
function cellsOf(text: string, columns: readonly Column[], lines: readonly Line[]): Cell[] {
  if (lines.length === columns.length) return lines.map(({ start, end }) => ({ start, end }))
  const [number, ...rest] = lines
  const lastSentence = rest.findLastIndex(({ end }) => /[。;]/.test(text[end - 1] ?? ''))
  const content = rest.slice(0, lastSentence + 1)
  const agencies = splitAgencyCells(text, rest.slice(lastSentence + 1))
  const empty = { start: number?.end ?? 0, end: number?.end ?? 0 }
  const textColumns = columns.filter((column) => column === 'text').length
  let texts = textColumns
  return columns.map((column) => {
    if (column === 'number') return number ? { start: number.start, end: number.end } : empty
    if (column === 'text') return --texts === 0 ? cover(content, empty) : empty
    return cover(agencies.shift() ?? [], empty)
  })
}

const cover = (lines: readonly Line[], empty: Cell): Cell => {
  const first = lines[0]
  const last = lines[lines.length - 1]
  return first && last ? { start: first.start, end: last.end } : empty
}

/** A cell of names ends with a line that completes a name and is not followed up by a comma. */
function splitAgencyCells(text: string, lines: readonly Line[]): Line[][] {
  const cells: Line[][] = []
  let open: Line[] = []
  for (const line of lines) {
    open.push(line)
    const words = text.slice(open[0]?.start ?? 0, line.end)
    if (cells.length > 0 || CONTINUES.test(words) || !(endsAsAgency(words) || /^[—-]+$/.test(words))) continue
    cells.push(open)
    open = []
  }
  if (open.length > 0) cells.push(open)
  return cells
}

/** The rows of every stacked task table. */
export function readStackedTables(reading: ReadingText): StackedRow[] {
  const found: StackedRow[] = []
  const { text, lines } = reading
  let columns: Column[] | undefined
  let expected = 1
  let open: { first: number; lines: Line[] } | undefined
  const close = (after: number): void => {
    if (!open || !columns) return
    const cells = cellsOf(text, columns, open.lines)
    const title = columns.lastIndexOf('text')
    const row = makeRow(text, columns, cells, {
      title: open.lines.length === columns.length ? columns.indexOf('text') : title,
      count: expected - 1,
    })
    found.push({ first: open.first, after, row: row ?? null })
    open = undefined
  }
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]
    if (!line) break
    const heading = headingAt(reading, i)
    if (heading) {
      if (!columns) found.push({ first: i, after: i + heading.length, row: null })
      columns = heading
      i += heading.length - 1
      continue
    }
    if (!columns) continue
    const words = text.slice(line.start, line.end)
    if (words === String(expected)) {
      close(i)
      expected++
      open = { first: i, lines: [line] }
    } else if (open && (/^[一二三四五六七八九十]+、/.test(words) || open.lines.length > 60)) close(i)
    else open?.lines.push(line)
  }
  close(lines.length)
  return found
}
