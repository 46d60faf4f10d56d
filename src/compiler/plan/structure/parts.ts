import type { Paragraph } from '../text/paragraphs.ts'
import type { ReadingText } from '../text/reading-text.ts'
import { type NumberToken, rankOf } from './numbering.ts'
import { isPlanTitle } from './title-shape.ts'

/** One document within the file: the notice with its first plan, a further plan, an annex. */
export interface Part {
  /** Paragraphs from `first` up to `after`. */
  first: number
  after: number
  /** Its own title, where it has one below the first part. */
  title: { start: number; end: number } | null
  annex: boolean
}

const ANNEX = /^附(?:件|表)\s*[\d一二三四五六七八九十]{0,3}[:.、]?$/
/** A title stands at most this many paragraphs above the first number of its part. */
const TITLE_REACH = 8

type Opening = Omit<Part, 'after'>

/** Looks upward from a restarted 一、 for the title that makes it a new document rather than a list inside a task. */
function findOpening(
  { text }: ReadingText,
  paragraphs: readonly Paragraph[],
  at: number,
  floor: number,
): Opening | undefined {
  let title: Part['title'] = null
  let opening: Opening | undefined
  for (let i = at - 1; i > floor && i >= at - TITLE_REACH; i--) {
    const paragraph = paragraphs[i]
    if (!paragraph || paragraph.number) break
    const words = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 140))
    if (ANNEX.test(words)) return { first: i, title, annex: true }
    if (opening && paragraph.end - paragraph.start > 60) break
    if (!opening && isPlanTitle(words)) {
      title = { start: paragraph.start, end: paragraph.end }
      opening = { first: i, title, annex: false }
    }
  }
  return opening
}

/**
 * Cuts a file into its documents. A new one begins where the top numbering starts again at one under a title of its
 * own or under 附件; without a title it is a list inside a task.
 */
export function findParts(reading: ReadingText, paragraphs: readonly Paragraph[]): Part[] {
  const openings: Opening[] = []
  let top: NumberToken | undefined
  let last = -1
  let floor = -1
  paragraphs.forEach(({ number }, i) => {
    if (!number) return
    const isTop = top === undefined || rankOf(number) <= rankOf(top)
    if (isTop && number.ordinal === 1 && top !== undefined) {
      const opening = findOpening(reading, paragraphs, i, Math.max(floor, last))
      if (opening) openings.push(opening)
      if (opening || rankOf(number) < rankOf(top)) top = number
    } else if (isTop) top = number
    if (number.ordinal === 1 && isTop) floor = i
    last = i
  })
  const starts = [{ first: 0, title: null, annex: false }, ...openings]
  return starts.map((start, i) => ({ ...start, after: starts[i + 1]?.first ?? paragraphs.length }))
}
