import { characterTable } from './character-table.ts'
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
/** In a file of so few lines a shorter one holds more than a paragraph already. */
const FEW_LINES = 4
const SHORT_DOCUMENT = 150
/** Line breaks come at least this often. */
const BLANK_EVERY = 250

function isEmpty(source: string, range: Range): boolean {
  for (let i = range.start; i < range.end; i++) if (!isBlank(source.charCodeAt(i))) return false
  return true
}

function cutAtBreaks(source: string): Range[] {
  const ranges: Range[] = []
  let start = 0
  for (const { index, 0: mark } of source.matchAll(/\r\n?|\n/g)) {
    ranges.push({ start, end: index })
    start = index + mark.length
  }
  return [...ranges, { start, end: source.length }]
}

/** 第一章 总则: the blank stands inside the heading. */
const HEADS = /第[一二三四五六七八九十\d]{1,3}[编章节条]$/

/**
 * A blank with Chinese on either side was a line break; one between two words of half width was not. Blanks too rare
 * to be line breaks are the ones inside headings (第一章 总则).
 */
function cutAtBlanks(source: string, range: Range): Range[] {
  const cut: Range[] = []
  let start = range.start
  for (let i = range.start + 1; i < range.end; i++) {
    if (!isBlank(source.charCodeAt(i)) || (isNarrow(source.charCodeAt(i - 1)) && isNarrow(source.charCodeAt(i + 1))))
      continue
    if (HEADS.test(source.slice(Math.max(start, i - 6), i))) continue
    if (i > start) cut.push({ start, end: i })
    start = i + 1
  }
  if (start < range.end) cut.push({ start, end: range.end })
  return cut.length * BLANK_EVERY > range.end - range.start ? cut : [range]
}

/** Characters a page mark begins with, blanks apart. */
const PAGE_MARK_FIRST = characterTable('#—–-－﹣第\ufeff')

function isPageMark(source: string, { start, end }: Range): boolean {
  if (end - start >= 40 || end === start) return false
  const first = source.charCodeAt(start)
  return (PAGE_MARK_FIRST[first] === 1 || isBlank(first)) && PAGE_MARK.test(source.slice(start, end))
}

function withoutPageMarks(source: string, ranges: readonly Range[]): Range[] {
  const kept: Range[] = []
  let afterMark = false
  for (const range of ranges) {
    if (isPageMark(source, range)) {
      while (kept.length > 0 && isEmpty(source, kept[kept.length - 1] ?? range)) kept.pop()
      afterMark = true
    } else if (!(afterMark && isEmpty(source, range))) {
      kept.push(range)
      afterMark = false
    }
  }
  return kept
}

/** Whether a file of so many lines can hold one of this length only because breaks were lost. */
export const isTooLong = (length: number, lines: number): boolean =>
  length > (lines <= FEW_LINES ? SHORT_DOCUMENT : ONE_LINE)

const BAR = /[|｜│]/
const ONE_CELL = /^(\s*[|｜│]|)([^|｜│]*)[|｜│]?\s*$/

/** A table with a cell on each line keeps a bar before or after it. */
function withoutBars(source: string, range: Range): Range {
  const cell = ONE_CELL.exec(source.slice(range.start, range.end))
  if (!cell) return range
  const start = range.start + (cell[1] ?? '').length
  return { start, end: start + (cell[2] ?? '').length }
}

export function splitLines(source: string): Range[] {
  const broken = cutAtBreaks(source)
  const ranges = withoutPageMarks(source, BAR.test(source) ? broken.map((range) => withoutBars(source, range)) : broken)
  return ranges.flatMap((range) =>
    isTooLong(range.end - range.start, ranges.length) ? cutAtBlanks(source, range) : [range],
  )
}
