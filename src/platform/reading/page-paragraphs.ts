import { groupBy } from '#kernel/group-by.ts'
import type { PageRange } from './document.ts'
import type { LinedPage } from './page-furniture.ts'
import type { PageLine } from './page-lines.ts'

const fewest = 4

/**
 * Joins lines that were only broken because the paper ended, within a page and over its edge, and notes each page's
 * stretch and where each line begins.
 */
export function toText(pages: readonly LinedPage[]): {
  text: string
  ranges: PageRange[]
  starts: Map<PageLine, number>
} {
  const all = pages.flatMap(({ lines }) => lines)
  // Looking at the end of a growing string would copy it each time; its parts and its length are kept instead.
  const parts: string[] = []
  let length = 0
  const write = (words: string): void => {
    parts.push(words)
    length += words.length
  }
  let before: Placed | undefined
  const ranges: PageRange[] = []
  const starts = new Map<PageLine, number>()
  for (const { page, lines } of pages) {
    let start: number | undefined
    const margins = blockMargins(lines, all)
    for (const [i, line] of lines.entries()) {
      const gap = i === 0 ? 0 : line.y - (lines[i - 1]?.y ?? line.y)
      const here = { line, margins: margins.get(line.block) ?? marginsOf(all) }
      const joined = before !== undefined && gap <= here.margins.leading * 1.5 && continues(before, here)
      if (before) write(joined ? glue(before.line.text, line.text) : '\n')
      start ??= length
      starts.set(line, length)
      write(line.text)
      before = here
    }
    ranges.push({ page, start: start ?? length, end: length })
  }
  return { text: parts.join(''), ranges: closeGaps(ranges, length), starts }
}

/** Every column has margins of its own; a block of three lines, as the last page may be, is too short to measure on. */
function blockMargins(lines: readonly PageLine[], all: readonly PageLine[]): Map<number, Margins> {
  const blocks = groupBy(lines, ({ block }) => block)
  const enough = (own: readonly PageLine[]) => (own.length >= fewest ? own : lines.length >= fewest ? lines : all)
  return new Map([...blocks].map(([block, own]) => [block, marginsOf(enough(own))]))
}

interface Margins {
  left: number
  right: number
  /** Usual distance from line to line. */
  leading: number
  /** Size of the letters most of the page is set in. */
  size: number
}

/** Measured on the lines of the page's usual size: a wide title does not move the margin. */
function marginsOf(lines: readonly PageLine[]): Margins {
  const size = usualSize(lines)
  const body = lines.filter((line) => Math.abs(line.size - size) <= size * 0.1)
  const leadings = lines.slice(1).map((line, i) => line.y - (lines[i]?.y ?? 0))
  return {
    left: Math.min(...body.map((line) => line.left)),
    right: Math.max(...body.map((line) => line.right)),
    leading: leadings.sort((a, b) => a - b)[Math.floor(leadings.length / 2)] ?? 0,
    size,
  }
}

function usualSize(lines: readonly PageLine[]): number {
  const characters = new Map<number, number>()
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2
    characters.set(rounded, (characters.get(rounded) ?? 0) + text.length)
  }
  return [...characters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

type Placed = { line: PageLine; margins: Margins }

/** Characters a full line may fall short: punctuation hangs over the margin by one, letters are narrower than signs. */
const slack = 2.6

/** How many characters at a line's start had to stay together: a number, a word, a sign with the marks around it. */
function inseparable(text: string): number {
  const run = /^([A-Za-z\d.%+-]+|[“‘（(《〈「『【]*.[”’）)》〉」』】“‘，。、；：,.;:]*)/u.exec(text)?.[0] ?? ''
  return [...run].reduce((sum, sign) => sum + (sign.charCodeAt(0) < 0x80 ? 0.6 : 1), 0)
}

/** Fewest characters a line of running text holds. */
const narrowest = 18

/** Lines of one size, neither a row of a table, that belong to one paragraph or to one title. */
function continues(before: Placed, here: Placed): boolean {
  const { line, margins } = here
  if (before.line.fields || line.fields) return false
  if (before.line.text.includes('\t') || line.text.includes('\t') || startsItem(line.text)) return false
  if (Math.abs(before.line.size - line.size) > line.size * 0.15) return false
  if (line.size > margins.size * 1.15) return continuesTitle(before, here)
  const room = before.margins.right - before.line.right
  const isFull = room <= before.line.size * Math.max(slack, inseparable(line.text) + 1)
  // On a page of a few short lines nothing is known of where the paper ends.
  const isWide = before.margins.right - before.margins.left >= before.line.size * narrowest
  return isFull && isWide && line.left <= margins.left + line.size * 0.8
}

/** A title set larger than the body runs on over centred lines until the kind of document is named. */
function continuesTitle(before: Placed, { line, margins }: Placed): boolean {
  const isCentred = (each: PageLine) =>
    Math.abs(each.left + each.right - margins.left - margins.right) < each.size * 2 &&
    each.left > margins.left - each.size * 3
  const isEnded = /(通知|意见|方案|办法|规划|计划|要点|决定|公告|通告|批复|函|文件)$/.test(before.line.text)
  return (
    isCentred(before.line) && isCentred(line) && (!isEnded || /^[的（(]/.test(line.text)) && !/^[（(—]/.test(line.text)
  )
}

const startsItem = (text: string): boolean =>
  /^([一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|第[一二三四五六七八九十百]+[章节条]|\d{1,2}[.．、](?!\d)|[①-⑳]|附件|（此件|抄送)/.test(
    text,
  )

const glue = (before: string, after: string): string =>
  /[A-Za-z,;]$/.test(before) && /^[A-Za-z]/.test(after) ? ' ' : ''

/** A page ends where the next begins, so that every offset belongs to a page. */
const closeGaps = (ranges: readonly PageRange[], length: number): PageRange[] =>
  ranges.map((range, i) => ({ ...range, end: Math.max(range.start, ranges[i + 1]?.start ?? length) }))
