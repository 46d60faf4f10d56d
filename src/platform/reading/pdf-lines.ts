/** A run of characters as the PDF places it; points, y from the top of the page, at the baseline. */
export interface Glyphs {
  text: string
  x: number
  y: number
  width: number
  size: number
}

export interface PdfLine {
  text: string
  left: number
  right: number
  y: number
  size: number
}

/** Gaps, in widths of a character: one that is a blank between Latin words, one that is a blank anywhere, one that parts columns. */
const gaps = { latin: 0.15, blank: 0.6, column: 1.8 }

/** Puts the runs of one page together into lines by their height on the page, top to bottom, left to right. */
export function toLines(runs: readonly Glyphs[]): PdfLine[] {
  const rows: Glyphs[][] = []
  for (const run of runs) {
    if (run.text.trim() === '') continue
    // Runs mostly come in reading order, so the row is nearly always among the latest.
    const row = rows.findLast((each) => isSameRow(each[0], run))
    if (!row) rows.push([run])
    else if (!row.some((each) => isDrawnTwice(each, run))) row.push(run)
  }
  return rows.map(toLine).sort((a, b) => a.y - b.y)
}

const isSameRow = (a: Glyphs | undefined, b: Glyphs): boolean =>
  a !== undefined && Math.abs(a.y - b.y) < 0.45 * Math.max(a.size, b.size)

/** Bold is often faked by drawing the same characters again a hair to the right. */
const isDrawnTwice = (a: Glyphs, b: Glyphs): boolean =>
  a.text === b.text && Math.abs(a.x - b.x) < 0.2 * a.size && Math.abs(a.y - b.y) < 0.2 * a.size

/** The PDF reader drops hyphens some typesetters encode as soft ones; two years run together are a period. */
const withYearRange = (words: string): string =>
  words.replace(/(?<!\d)((?:19|20)\d{2})(?=(?:19|20)\d{2}(?!\d))/g, '$1-')

function toLine(row: readonly Glyphs[]): PdfLine {
  const runs = [...row].sort((a, b) => a.x - b.x)
  let text = ''
  let right = runs[0]?.x ?? 0
  for (const run of runs) {
    text += (text === '' ? '' : blankBetween(text, run, run.x - right)) + withYearRange(run.text.trim())
    right = Math.max(right, run.x + run.width)
  }
  const sizes = runs.map((run) => run.size).sort((a, b) => a - b)
  const size = sizes[Math.floor(sizes.length / 2)] ?? 0
  return { text, left: runs[0]?.x ?? 0, right, y: runs[0]?.y ?? 0, size }
}

function blankBetween(before: string, run: Glyphs, gap: number): string {
  const width = gap / (run.size || 1)
  if (width > gaps.column) return '\t'
  if (width > gaps.blank) return ' '
  return width > gaps.latin && /[A-Za-z\d,.;:]$/.test(before) && /^[A-Za-z\d]/.test(run.text.trim()) ? ' ' : ''
}
