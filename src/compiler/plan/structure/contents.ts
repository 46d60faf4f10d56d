import { opensWithLabel } from '../responsibility/line-clauses.ts'
import type { Paragraph } from '../text/paragraphs.ts'

const CONTENTS = /目\s?录$/
/** The title before 目录 may stand on the same line. */
const LONGEST = 80

/**
 * Leaves out a table of contents: what stands between 目录 and the place where its first entry comes again. A table
 * that is not followed by its own first entry stays.
 */
export function withoutContents(text: string, paragraphs: readonly Paragraph[]): Paragraph[] {
  const at = paragraphs.findIndex(({ start, end }) => end - start < LONGEST && CONTENTS.test(text.slice(start, end)))
  const entry = paragraphs.slice(at + 1, at + 4).find(({ number }) => number !== undefined)
  if (at < 0 || !entry?.number) return [...paragraphs]
  const first = paragraphs.indexOf(entry)
  const words = text.slice(entry.start, Math.min(entry.end, entry.start + entry.number.length + 4))
  const body = paragraphs.findIndex(({ start }, i) => i > first && text.startsWith(words, start))
  return body < 0 ? [...paragraphs] : [...paragraphs.slice(0, first), ...paragraphs.slice(body)]
}

const ANNEXES = /^附件:(?:\s*(?:1|一)[.、].+)?$/

/**
 * The annexes listed below a notice (附件：1.分工表 / 2.项目清单) are numbered and are no tasks: they lose their numbers.
 * The list ends with the first paragraph that is not the next number, is long or ends a sentence.
 */
export function dropAnnexNumbers(text: string, paragraphs: readonly Paragraph[]): void {
  paragraphs.forEach(({ start, end }, i) => {
    const words = end - start <= LONGEST ? text.slice(start, end) : ''
    if (!ANNEXES.test(words)) return
    let next = words.length > 3 ? 2 : 1
    for (let k = i + 1; ; k++) {
      const item = paragraphs[k]
      const isListed = item?.number?.ordinal === next && item.end - item.start <= LONGEST
      if (!isListed || /[。;:]$/.test(text.slice(item.start, item.end))) break
      item.number = undefined
      next++
    }
  })
}

/** （2）牵头单位：……（3）配合单位：…… are no tasks: what only says who answers speaks for the item above it. */
export function dropLabelNumbers(text: string, paragraphs: readonly Paragraph[]): void {
  for (const paragraph of paragraphs) {
    const from = paragraph.start + (paragraph.number?.length ?? 0)
    if (
      !paragraph.row &&
      from > paragraph.start &&
      opensWithLabel(text.slice(from, Math.min(paragraph.end, from + 14)))
    )
      paragraph.number = undefined
  }
}
