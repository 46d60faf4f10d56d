import type { Span } from '#kernel/span.ts'
import { Passage } from '../passage.ts'
import type { NumberToken } from '../structure/numbering.ts'
import type { TableRow } from '../tables/table-row.ts'
import { isBlank, isNarrow, readsAs } from './characters.ts'
import { firstFrom } from './first-from.ts'

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
  /** The number it begins with. */
  number?: NumberToken | undefined
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

const DOT = 46
const STOP = '。'.charCodeAt(0)
const HALF_STOP =
  /(?<=[\u4e00-\u9fff%％)）”])(?<![一二三四五六七八九十百]|[(（][一二三四五六七八九十\d]{1,3}[)）])[.．](?=\s*(?:$|[\u4e00-\u9fff“《(（①-⑳]|\d{1,2}[.、]))/my

/** A full stop typed at half width: 清淤15公里.二是…; not the mark of a number (一.), nor of a figure. */
function isStop(text: string, at: number): boolean {
  HALF_STOP.lastIndex = at
  return HALF_STOP.test(text)
}

const UTF16 = new TextDecoder('utf-16le', { ignoreBOM: true })

const decode = (units: Uint16Array, length: number): string => UTF16.decode(units.subarray(0, length))

export interface Range {
  start: number
  end: number
}

interface Buffers {
  reads: Uint16Array
  at: Int32Array
  /** How much of them is filled. */
  length: number
}

/** Appends one line to the buffers; a line without anything to read comes back empty. */
function fillLine(buffers: Buffers, painted: string, { start, end }: Range): Line {
  const { reads, at } = buffers
  const line: Line = {
    start: buffers.length,
    end: 0,
    indent: 0,
    width: 0,
    afterGap: false,
    sourceStart: start,
    sourceEnd: end,
  }
  let n = line.start
  let blanks = 0
  let width = 0
  for (let i = start; i < end; i++) {
    const raw = painted.charCodeAt(i)
    const code = readsAs(raw)
    if (code === 0) continue
    if (isBlank(raw)) {
      blanks += raw === 0x3000 ? 2 : 1
      continue
    }
    if (n === line.start) line.indent = blanks
    else if (blanks > 0) {
      width += blanks
      if (keepsBlank(reads[n - 1] ?? 0, code, blanks > 1)) {
        reads[n] = 32
        at[n++] = i - 1
      }
    }
    blanks = 0
    width += isNarrow(raw) ? 1 : 2
    reads[n] = code === DOT && isStop(painted, i) ? STOP : code
    at[n++] = i
  }
  line.end = n
  line.width = width
  buffers.length = n
  return line
}

/** Reads the given ranges of the source as lines, in order. `painted` has the source's length (left-over markup gone). */
export function readLines(source: string, painted: string, ranges: readonly Range[]): ReadingText {
  const buffers: Buffers = { reads: new Uint16Array(painted.length), at: new Int32Array(painted.length), length: 0 }
  const lines: Line[] = []
  let afterGap = false
  for (const range of ranges) {
    const line = fillLine(buffers, painted, range)
    const isEmpty = line.end === line.start
    line.afterGap = afterGap
    if (!isEmpty) lines.push(line)
    afterGap = isEmpty
  }
  const { reads, at, length } = buffers
  const written = new Uint16Array(length)
  for (let i = 0; i < length; i++) written[i] = painted.charCodeAt(at[i] ?? 0)
  return { text: decode(reads, length), written: decode(written, length), at: at.subarray(0, length), lines, source }
}

export const passageOf = (reading: ReadingText, start: number, end: number): Passage =>
  new Passage(reading.text.slice(start, end), reading.at, start)

/** The source span of a range of the reading text. */
export function spanOf({ at }: ReadingText, start: number, end: number): Span {
  if (at.length === 0) return [0, 0]
  if (end > start) return [at[start] ?? 0, (at[end - 1] ?? 0) + 1]
  const here = at[Math.min(start, at.length - 1)] ?? 0
  return [here, here]
}

/** The words at a span of the source as the author wrote them, without the line breaks and page marks between. */
export const writtenAt = ({ at, written }: ReadingText, [start, end]: readonly [number, number]): string =>
  written.slice(firstFrom(at, start), firstFrom(at, end))
