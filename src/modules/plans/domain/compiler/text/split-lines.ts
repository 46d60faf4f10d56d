import { isBlank, isNarrow } from './characters.ts'
import type { Range } from './reading-text.ts'

/**
 * Lines of the source as ranges. Page markers (`# Page 12:`), page numbers (— 3 —, 第3页 共9页) and the empty lines
 * around them are left out. A document stored on one line is cut where its blanks stand: they are what is left of
 * the line breaks.
 */

const PAGE_MARK =
  /^\s*(?:#\s*Page\s*\d+:?|[—–\-－﹣]+\s*\d{1,4}\s*[—–\-－﹣]+|第\s*\d+\s*页(?:\s*[,，/]?\s*共\s*\d+\s*页)?)\s*$/

/** Longer than any paragraph an office writes. */
const ONE_LINE = 1500

function isEmpty(source: string, range: Range): boolean {
  for (let i = range.start; i < range.end; i++) if (!isBlank(source.charCodeAt(i))) return false
  return true
}

function cutAtBreaks(source: string): Range[] {
  const ranges: Range[] = []
  let start = 0
  while (start <= source.length) {
    const found = source.indexOf('\n', start)
    const end = found < 0 ? source.length : found
    ranges.push({ start, end: end > start && source.charCodeAt(end - 1) === 13 ? end - 1 : end })
    if (found < 0) break
    start = end + 1
  }
  return ranges.length === 1 && source.includes('\r') ? cutAtCarriageReturns(source) : ranges
}

/** Files of old Macintosh editors. */
function cutAtCarriageReturns(source: string): Range[] {
  let start = 0
  return source.split('\r').map((line) => {
    const range = { start, end: start + line.length }
    start += line.length + 1
    return range
  })
}

/** A blank with Chinese on either side was a line break; one between two words of half width was not. */
function cutAtBlanks(source: string, range: Range): Range[] {
  const cut: Range[] = []
  let start = range.start
  for (let i = range.start + 1; i < range.end; i++) {
    if (!isBlank(source.charCodeAt(i)) || (isNarrow(source.charCodeAt(i - 1)) && isNarrow(source.charCodeAt(i + 1))))
      continue
    if (i > start) cut.push({ start, end: i })
    start = i + 1
  }
  if (start < range.end) cut.push({ start, end: range.end })
  return cut
}

function withoutPageMarks(source: string, ranges: readonly Range[]): Range[] {
  const kept: Range[] = []
  let afterMark = false
  for (const range of ranges) {
    if (range.end - range.start < 40 && PAGE_MARK.test(source.slice(range.start, range.end))) {
      while (kept.length > 0 && isEmpty(source, kept[kept.length - 1] ?? range)) kept.pop()
      afterMark = true
    } else if (!(afterMark && isEmpty(source, range))) {
      kept.push(range)
      afterMark = false
    }
  }
  return kept
}

export function splitLines(source: string): Range[] {
  const ranges = withoutPageMarks(source, cutAtBreaks(source))
  return ranges.flatMap((range) => (range.end - range.start > ONE_LINE ? cutAtBlanks(source, range) : [range]))
}
