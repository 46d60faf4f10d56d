import { opensWithLabel } from '../responsibility/line-clauses.ts'
import type { NumberKind } from '../structure/numbering.ts'
import type { Line, ReadingText } from './reading-text.ts'

/** How the document's lines came about: one per paragraph, or cut by the width of a page. */
export interface LineShape {
  wrapped: boolean
  /** Columns of a full line; a line clearly shorter ends its paragraph. */
  width: number
  /** Paragraphs are told by indentation alone (two characters in, continuation lines at the margin). */
  indented: boolean
  /** Kinds of number whose heading runs into the body (（一）指导思想。以……) rather than standing on a line of its own. */
  runIn: ReadonlySet<NumberKind>
}

const ENDS_SENTENCE = new Set('。;:!?.…')
const CLOSING = new Set(')〕]】')
const BRACKET_LENGTH = 300

/** A share of lines that stop in the middle of a sentence; above it the line ends are the page's, not the author's. */
const TORN_SHARE = 0.3

/**
 * Whether a sentence ends here. A closing quotation mark ends one only after a full stop, a closing bracket only when
 * a full stop stands before the bracket or it says who is responsible.
 */
export function endsSentence(text: string, { end }: { end: number }): boolean {
  const last = text[end - 1] ?? ''
  if (last === '”') return ENDS_SENTENCE.has(text[end - 2] ?? '')
  if (!CLOSING.has(last)) return ENDS_SENTENCE.has(last)
  const tail = text.slice(Math.max(0, end - BRACKET_LENGTH), end)
  const open = Math.max(...['(', '〔', '[', '【'].map((mark) => tail.lastIndexOf(mark)))
  return (
    open <= 0 ||
    ENDS_SENTENCE.has(tail[open - 1] ?? '') ||
    /负责|牵头|配合|单位|部门|公开|\d日?\)$/.test(tail.slice(open))
  )
}

/** A bullet, or a word and a colon (结论：), begins a line of its own. */
export const opensItem = (text: string, { start }: { start: number }): boolean =>
  /^(?:[-–·•●○■□◆◇*➢√✓] ?(?=[一-龥])|[一-龥]{2,4}:)/.test(text.slice(start, start + 6))

function fullWidth(lines: readonly Line[]): number {
  const widths = lines.map((line) => line.width).sort((a, b) => a - b)
  return widths[Math.floor(widths.length * 0.9)] ?? 0
}

function isWrapped(text: string, lines: readonly Line[]): boolean {
  let torn = 0
  let long = 0
  lines.forEach((line, i) => {
    const next = lines[i + 1]
    if (line.width < 40 || !next || opensWithLabel(text.slice(line.start, line.start + 14))) return
    // Lines that say who answers have no full stop, whatever their length.
    long++
    if (!endsSentence(text, line) && !next.number && !opensItem(text, next)) torn++
  })
  return long >= 5 && torn / long > TORN_SHARE
}

/** A full stop before the line's end, or a line filled without one, speaks for running in; a short one without against. */
function vote(line: Line, stop: number, width: number): number {
  const isOpen = stop < 0 || stop >= line.end
  if (!isOpen) return stop < line.end - 1 ? 1 : 0
  if (line.width >= width - 4) return 1
  return line.width < width * 0.8 ? -1 : 0
}

function runInKinds(text: string, lines: readonly Line[], width: number): Set<NumberKind> {
  const votes = new Map<NumberKind, number>()
  for (const line of lines) {
    const { number } = line
    if (!number || number.length >= line.end - line.start) continue
    const stop = text.slice(line.start, line.end).indexOf('。')
    votes.set(number.kind, (votes.get(number.kind) ?? 0) + vote(line, stop < 0 ? stop : line.start + stop, width))
  }
  return new Set([...votes].filter(([, vote]) => vote > 0).map(([kind]) => kind))
}

export function shapeOf({ text, lines }: ReadingText): LineShape {
  const wrapped = isWrapped(text, lines)
  const width = fullWidth(lines)
  const indents = lines.filter((line) => line.indent >= 2).length
  const indented = wrapped && indents > 5 && indents < lines.length * 0.6 && indents > lines.length * 0.08
  return { wrapped, width, indented, runIn: wrapped ? runInKinds(text, lines, width) : new Set() }
}
