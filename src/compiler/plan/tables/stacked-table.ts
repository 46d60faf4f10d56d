import { endsAsAgency } from '../responsibility/agency-shape.ts'
import { isSurelyAgency } from '../responsibility/bare-names.ts'
import { isTime } from '../responsibility/parse-clause.ts'
import type { Line, ReadingText } from '../text/reading-text.ts'
import { type Column, namesColumn, readColumns } from './columns.ts'
import { ASKS, type Cell, type FoundRow, makeRow } from './table-row.ts'

/** Tables flattened by a page: every cell on lines of its own, rows told apart by their running number. */

const MOST_COLUMNS = 9
const NOBODY = /^[—-]+$/
const CONTINUES = /[、,(〔]$/

/** The headings of a table that begin at line `i`: 序号 and what follows, a line each. */
function headingAt({ text, lines }: ReadingText, i: number): Column[] | undefined {
  const words = (k: number): string => text.slice(lines[k]?.start ?? 0, lines[k]?.end ?? 0)
  if (!/^(?:序号|编号)$/.test(words(i))) return undefined
  let count = 1
  while (count < MOST_COLUMNS && lines[i + count] && words(i + count).length <= 8 && !/^\d+$/.test(words(i + count)))
    count++
  for (let n = count; n >= 3; n--) {
    if (!namesColumn(words(i + n - 1))) continue
    const columns = readColumns(Array.from({ length: n }, (_, k) => words(i + k)))
    if (columns) return columns
  }
  return undefined
}

/** A line each, and names where names are asked. */
const fits = (text: string, columns: readonly Column[], lines: readonly Line[]): boolean =>
  lines.length === columns.length &&
  lines.every(({ start, end }, i) => !ASKS.has(columns[i] ?? 'other') || isComplete(text.slice(start, end)))

const isDay = (words: string): boolean => words.length < 16 && isTime(words) && !endsAsAgency(words)
const isComplete = (words: string): boolean => endsAsAgency(words) || NOBODY.test(words)

const opensNames = (words: string): boolean => OPENS_NAME.test(words) && isComplete(words.replace(/、$/, ''))

/** A row that goes on below a heading said again: the rest of its words stands apart from its first lines, behind their names. */
function withoutRest(text: string, { lines, torn }: OpenRow): Line[] {
  const rest = lines.findLastIndex(({ end }, k) => k >= torn && text[end - 1] === '。')
  return rest < 0 ? lines : [...lines.slice(0, torn), ...lines.slice(rest + 1)]
}

interface OpenRow {
  first: number
  lines: Line[]
  /** How many of its lines stand above a heading said again; all of them, where none is. */
  torn: number
}

/** The cells of a row: one line each where the lines are as many as the columns, else told by what they hold. */
function cellsOf(text: string, columns: readonly Column[], row: OpenRow): Cell[] {
  const lines = withoutRest(text, row)
  if (fits(text, columns, lines)) return lines.map(({ start, end }) => ({ start, end }))
  const [number, ...all] = lines.flatMap((line) => afterSentence(text, line))
  const due = columns.includes('due') ? all.findLast((line) => isDay(text.slice(line.start, line.end))) : undefined
  const rest = all.filter((line) => line !== due)
  const lastSentence = rest.findLastIndex(({ end }) => /[。;]/.test(text[end - 1] ?? ''))
  // A torn row's words go on below, so that its names do not begin where a sentence ends.
  const opens = ({ start, end }: Line, k: number) => k > Math.max(0, lastSentence) && opensNames(text.slice(start, end))
  const first = lastSentence >= 0 && row.torn >= row.lines.length ? -1 : rest.findIndex(opens)
  const names = first < 0 && lastSentence >= 0 ? lastSentence + 1 : first
  const content = rest.slice(0, names < 0 ? rest.length : names)
  const agencies = splitAgencyCells(text, rest.slice(content.length))
  const empty = { start: number?.end ?? 0, end: number?.end ?? 0 }
  const count = (wanted: (column: Column) => boolean): number => columns.filter(wanted).length
  let texts = count((column) => column === 'text')
  let asked = count((column) => ASKS.has(column))
  // 扩建泵站 | 新建泵站7座…: of two cells of words a short first line is the first.
  const named = texts === 2 && content.length > 1 && isShort(text, content[0]) ? content.splice(0, 1) : []
  return columns.map((column) => {
    if (column === 'number') return number ? { start: number.start, end: number.end } : empty
    if (column === 'text') return cover(--texts === 0 ? content : named, empty)
    if (column === 'due') return due ?? empty
    // Names behind those of the last column asked for belong to it too.
    const names = ASKS.has(column) && --asked === 0 ? agencies.splice(0).flat() : agencies.shift()
    return cover(names ?? [], empty)
  })
}

const isShort = (text: string, line: Line | undefined): boolean =>
  line !== undefined && line.end - line.start <= 12 && !/[,;。、\d]/.test(text.slice(line.start, line.end))

/** ……改造。市水务局: the next cell began on the line that ended the last one. */
function afterSentence(text: string, line: Line): Line[] {
  const stop = text.slice(line.start, line.end).lastIndexOf('。') + 1
  const at = line.start + stop
  if (stop === 0 || at === line.end || !isSurelyAgency(text.slice(at, line.end))) return [line]
  return [
    { ...line, end: at },
    { ...line, start: at },
  ]
}

const cover = (lines: readonly Line[], empty: Cell): Cell => {
  const first = lines[0]
  const last = lines[lines.length - 1]
  return first && last ? { start: first.start, end: last.end } : empty
}

/** 市住房城 | 乡建设委 goes on, 各乡镇 | 市水务局 does not. */
const OPENS_NAME = /^(?:[省市县区州各—-]|有关|相关)/

/** A cell of names ends with a line that completes a name and is not followed up by a comma. */
function splitAgencyCells(text: string, lines: readonly Line[]): Line[][] {
  const cells: Line[][] = []
  let open: Line[] = []
  lines.forEach((line, i) => {
    open.push(line)
    const words = text.slice(open[0]?.start ?? 0, line.end)
    const next = lines[i + 1]
    const last = words.slice(words.lastIndexOf('、') + 1)
    const opensNext = !next || OPENS_NAME.test(text.slice(next.start, next.start + 2))
    const ends = isSurelyAgency(last) || (last.length > 1 && opensNext && isComplete(words)) || NOBODY.test(words)
    if (cells.length > 0 || CONTINUES.test(words) || !ends) return
    cells.push(open)
    open = []
  })
  if (open.length > 0) cells.push(open)
  return cells
}

/** The rows of every stacked task table. */
export function readStackedTables(reading: ReadingText): FoundRow[] {
  const found: FoundRow[] = []
  const { text, lines } = reading
  let columns: Column[] | undefined
  let expected = 1
  let open: OpenRow | undefined
  const close = (after: number): void => {
    if (!open || !columns) return
    const cells = cellsOf(text, columns, open)
    const title = columns.findIndex((column, k) => column === 'text' && cells[k] && cells[k].end > cells[k].start)
    found.push({
      first: open.first,
      after,
      row: makeRow(text, columns, cells, { title, count: expected - 1, owners: cells }),
    })
    open = undefined
  }
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]
    if (!line) break
    const heading = headingAt(reading, i)
    if (heading) {
      if (!columns) found.push({ first: i, after: i + heading.length, row: null })
      columns = heading
      if (open) open.torn = open.lines.length
      i += heading.length - 1
      continue
    }
    if (!columns) continue
    const words = text.slice(line.start, line.end)
    if (words === String(expected)) {
      close(i)
      expected++
      open = { first: i, lines: [line], torn: Number.POSITIVE_INFINITY }
    } else if (open && (/^[一二三四五六七八九十]+、/.test(words) || open.lines.length > 60)) close(i)
    else open?.lines.push(line)
  }
  close(lines.length)
  return found
}
