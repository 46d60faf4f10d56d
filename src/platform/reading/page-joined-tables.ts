import type { LinedPage } from './page-furniture.ts'
import type { Field, PageLine } from './page-lines.ts'
import { textOfRow } from './page-tables.ts'

type Row = PageLine & { fields: Field[] }

const isRow = (line: PageLine): line is Row => line.fields !== null

/** Points the sides of a table may miss each other by from page to page. */
const sameSide = 4

/**
 * Tables that go on over the edge of the paper: a row that was cut there is one row again, and a cell merged downwards
 * says its words in the rows of the next page as it does in those of its own.
 */
export function joinTables(pages: readonly LinedPage[]): LinedPage[] {
  /** The rows of the table the last page ended with, its headings first. */
  let table: Row[] = []
  const joined: LinedPage[] = []
  for (const { lines, ...page } of pages) {
    const kept = [...lines]
    const before = joined.at(-1)
    const first = kept.findIndex((line, i) => line.text !== table[i]?.text)
    const next = kept[first]
    const last = table.at(-1)
    if (before && last && next && isRow(next) && isSameTable(last, next)) {
      fillDown(kept, first, last)
      const rest = kept[first]
      if (rest && isRow(rest) && isRest(rest, table)) {
        const whole = put(last, rest)
        before.lines[before.lines.lastIndexOf(last)] = whole
        table = [...table.slice(0, -1), whole]
        kept.splice(first, 1)
      }
    } else if (kept.length > 0) table = []
    joined.push({ ...page, lines: kept })
    table = ending(kept, table)
  }
  return joined
}

/** The table a page ends with; where the whole page is rows, it goes on from the page before. */
function ending(lines: readonly PageLine[], before: readonly Row[]): Row[] {
  const from = lines.findLastIndex((line, i) => !isRow(line) || (i > 0 && line.block !== lines.at(-1)?.block)) + 1
  const rows = lines.slice(from).filter(isRow).filter(isParted)
  return from === 0 ? [...before, ...rows] : rows
}

const isParted = ({ fields }: Row): boolean => fields.some(({ cell }) => cell !== fields[0]?.cell)

/** The rows below the headings, which are the first and those that share a cell with it. */
const bodyOf = (table: readonly Row[]): readonly Row[] => {
  const head = new Set(table[0]?.fields.map(({ cell }) => cell))
  const end = table.findIndex((row, i) => i > 0 && !row.fields.some(({ cell }) => head.has(cell)))
  return end < 0 ? [] : table.slice(end)
}

const isSameTable = (a: Row, b: Row): boolean =>
  a.fields.length === b.fields.length && Math.abs(a.left - b.left) < sameSide && Math.abs(a.right - b.right) < sameSide

/** The cells at the top of a page that say nothing, below a merged one or merged themselves, belong to the cell above. */
function fillDown(lines: PageLine[], from: number, last: Row): void {
  const top = lines[from]?.fields ?? []
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at]
    if (!line?.fields || line.block !== lines[from]?.block) return
    const fields = line.fields.map((field, column) => {
      const above = last.fields[column]
      const isMerged = field.isShared || above?.isShared === true
      const isTop = field.cell === top[column]?.cell && field.cell !== line.fields?.[column - 1]?.cell
      return field.words === '' && isTop && isMerged ? { ...field, words: above?.words ?? '', isShared: true } : field
    })
    lines[at] = { ...line, fields, text: textOfRow(fields) }
  }
}

/**
 * Whether a row is the rest of the one above it: the first column that every row fills with a cell of its own says
 * nothing here, and nothing stands below an empty field.
 */
function isRest({ fields }: Row, table: readonly Row[]): boolean {
  const body = bodyOf(table)
  const last = body.at(-1)
  const own = fields.findIndex(
    ({ isShared }, column) =>
      !isShared && body.every((row) => row.fields[column]?.words !== '' && row.fields[column]?.isShared === false),
  )
  return (
    last !== undefined &&
    own >= 0 &&
    fields[own]?.words === '' &&
    fields.every(({ words }, column) => words === '' || last.fields[column]?.words !== '')
  )
}

/** One row of the two; numbers of runs count on each page anew, so those of the rest are set apart. */
function put(row: Row, rest: Row): Row {
  const fields = row.fields.map((field, i) => {
    const more = rest.fields[i]
    if (!more || more.words === '' || more.isShared) return field
    return { ...field, words: field.words + (field.isFull ? '' : ' ') + more.words, isFull: more.isFull }
  })
  const characters = [...row.characters, ...rest.characters.map((each) => ({ ...each, run: -1 - each.run }))]
  return { ...row, fields, text: textOfRow(fields), characters }
}
