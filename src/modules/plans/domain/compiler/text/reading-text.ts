import { Passage } from '../passage.ts'
import type { TableRow } from '../tables/table-row.ts'
import { isBlank, isNarrow, readsAs } from './characters.ts'

/** One line of the source that holds words; offsets are into the reading text. */
export interface Line {
  start: number
  end: number
  /** Blanks before the first character, an ideographic space counted as two. */
  indent: number
  /** In half-width columns. */
  width: number
  /** An empty line stands before it. */
  afterGap: boolean
  /** Where it starts in the source. */
  sourceStart: number
  sourceEnd: number
  /** It is a row of a task table. */
  row?: TableRow
}

/**
 * The document as it reads. `text` runs on without line breaks: lines are ranges of it, so joining two lines that a
 * page or column width tore apart costs nothing.
 */
export interface ReadingText {
  /** Half-width reading form. */
  text: string
  /** The same characters as the author wrote them; same length. */
  written: string
  at: Int32Array
  lines: Line[]
  source: string
}

/** Blanks between two Chinese characters are layout; between words of half width they are words' ends. */
const keepsBlank = (before: number, after: number, wide: boolean): boolean =>
  (isNarrow(before) && isNarrow(after)) || (wide && !isNarrow(before) && !isNarrow(after))

const UTF16 = new TextDecoder('utf-16le', { ignoreBOM: true })

const decode = (units: Uint16Array, length: number): string => UTF16.decode(units.subarray(0, length))

export interface Range {
  start: number
  end: number
}

/** Reads the given ranges of the source as lines, in order. `painted` has the source's length (left-over markup gone). */
export function readLines(source: string, painted: string, ranges: readonly Range[]): ReadingText {
  const size = painted.length
  const reads = new Uint16Array(size)
  const at = new Int32Array(size)
  const lines: Line[] = []
  let n = 0
  let gap = false
  for (const range of ranges) {
    const line: Line = {
      start: n,
      end: n,
      indent: 0,
      width: 0,
      afterGap: gap,
      sourceStart: range.start,
      sourceEnd: range.end,
    }
    let blanks = 0
    for (let i = range.start; i < range.end; i++) {
      const raw = painted.charCodeAt(i)
      const code = readsAs(raw)
      if (code === 0) continue
      if (isBlank(raw)) {
        blanks += raw === 0x3000 ? 2 : 1
        continue
      }
      if (n === line.start) line.indent = blanks
      else if (blanks > 0 && keepsBlank(reads[n - 1] ?? 0, code, blanks > 1)) {
        reads[n] = 32
        at[n++] = i - 1
      }
      line.width += (isNarrow(raw) ? 1 : 2) + (n === line.start ? 0 : blanks)
      blanks = 0
      reads[n] = code
      at[n++] = i
    }
    line.end = n
    gap = n === line.start
    if (!gap) lines.push(line)
  }
  const written = new Uint16Array(n)
  for (let i = 0; i < n; i++) written[i] = painted.charCodeAt(at[i] ?? 0)
  return { text: decode(reads, n), written: decode(written, n), at: at.subarray(0, n), lines, source }
}

export const passageOf = (reading: ReadingText, start: number, end: number): Passage =>
  new Passage(reading.text.slice(start, end), reading.at, start)
