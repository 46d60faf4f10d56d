import { readNumber } from '../structure/numbering.ts'
import type { Line, Range, ReadingText } from './reading-text.ts'

/** Layers of a page laid over each other give the same page or paragraph twice in a row. */

/** Cells of a table and lines of a list may say the same short thing twice. */
const LEAST = 20
/** Lines of two pages. */
const FARTHEST = 120

/** Leaves out the second of two equal runs of lines, not of three: those somebody wrote; `doubled` are the ranges left out. */
export function withoutDoubles(reading: ReadingText): { reading: ReadingText; doubled: Range[] } {
  const { text, lines } = reading
  const wordsOf = (line: Line | undefined): string | undefined => line && text.slice(line.start, line.end)
  const kept: Line[] = []
  const doubled: Range[] = []
  const seen = new Map<string, number>()
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]
    const words = wordsOf(line)
    if (!line || words === undefined) break
    const first = seen.get(words) ?? kept.length
    const count = kept.length - first
    const last = lines[i + count - 1]
    const isNumbered = readNumber(text, line.start) !== undefined
    const isLong = last !== undefined && (last.end - line.start >= LEAST || isNumbered)
    if (
      count > 0 &&
      count <= FARTHEST &&
      isLong &&
      kept.slice(first).every((one, k) => wordsOf(one) === wordsOf(lines[i + k])) &&
      wordsOf(lines[i + count]) !== words &&
      wordsOf(kept[first - count]) !== words
    ) {
      // A title that a page shows above the document and the document has again is no cause for doubt.
      if (count > 1 || isNumbered || words.includes('。')) doubled.push({ start: line.start, end: last.end })
      i += count - 1
      continue
    }
    seen.set(words, kept.length)
    kept.push(line)
  }
  return { reading: doubled.length > 0 ? { ...reading, lines: kept } : reading, doubled }
}
