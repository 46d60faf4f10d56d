import type { WorkbookColumn } from './workbook-column.ts'

/** Points: a line of 11-point text, and the air above and below it. */
const lineHeight = 15
const air = 5
const headHeights = { title: 36, note: 20 }
/** Excel's tallest row. */
const tallest = 409

interface Table {
  columns: readonly WorkbookColumn[]
  rows: readonly (readonly (string | number | null)[])[]
  merged?: readonly number[]
}

/** The runs of rows over which a column says its words once, longer than one row; by index of the rows. */
export function tallCells({ rows, merged = [] }: Table): { column: number; from: number; to: number }[] {
  const [key] = merged
  if (key === undefined) return []
  const starts = rows.flatMap((row, r) => (r === 0 || row[key] !== rows[r - 1]?.[key] ? [r] : []))
  const runs = starts
    .map((from, n) => ({ from, to: (starts[n + 1] ?? rows.length) - 1 }))
    .filter(({ from, to }) => to > from)
  return runs.flatMap((run) => merged.map((column) => ({ column, ...run })))
}

/**
 * Heights of all rows of a sheet, by index: programs other than Excel do not stretch rows to wrapped text by themselves,
 * and Excel does not for merged cells.
 */
export function rowHeights(sheet: Table, heads: { title?: string; note?: string }): Map<number, { height: number }> {
  const above = [
    ...(heads.title === undefined ? [] : [headHeights.title]),
    ...(heads.note === undefined ? [] : [headHeights.note]),
  ]
  const { columns, rows } = sheet
  // The words of a tall cell spread over its rows.
  const share = new Map(
    tallCells(sheet).flatMap(({ column, from, to }) =>
      Array.from({ length: to - from + 1 }, (_, n) => [`${from + n},${column}`, to - from + 1] as const),
    ),
  )
  const table = [columns.map(({ title }) => title), ...rows].map((row, r) => {
    const lines = columns.map(({ width, hidden }, i) =>
      hidden ? 1 : Math.ceil(linesOf(String(row[i] ?? ''), width) / (share.get(`${r - 1},${i}`) ?? 1)),
    )
    return Math.min(tallest, Math.max(1, ...lines) * lineHeight + air)
  })
  return new Map([...above, ...table].map((height, i) => [i, { height }]))
}

/** How many lines a text takes in a column; a Chinese character is two wide, and the cell's edges take one. */
function linesOf(text: string, width: number): number {
  const room = Math.max(2, width - 1)
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(displayWidth(line) / room)), 0)
}

const displayWidth = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (/[\u1100-\uffef]/.test(sign) ? 2 : 1), 0)

/** Names Excel accepts: without its forbidden signs, at most 31 characters, none twice. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>()
  return wanted.map((each) => {
    const clean = each.replace(/[\\/?*[\]:']/g, '').slice(0, 27) || '表'
    let name = clean
    for (let copy = 2; taken.has(name); copy += 1) name = `${clean}(${copy})`
    taken.add(name)
    return name
  })
}
