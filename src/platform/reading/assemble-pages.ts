import type { Notice, Reading } from './document.ts'
import { readingErrors } from './errors.ts'
import type { Writing } from './pdf-characters.ts'
import { dropFurniture, type PdfPage } from './pdf-furniture.ts'
import { layOut } from './pdf-layout.ts'
import { judgePages, pageWithoutText } from './pdf-notices.ts'
import { toText } from './pdf-paragraphs.ts'

/**
 * Pages with their words in place become one text, with what of them is no part of it; undefined is a page that could not
 * be read. `kind` is how the file is called on the screen.
 * @throws readingErrors.scannedWithoutText, readingErrors.unreadablePages where no page has words
 */
export function assemblePages(
  writings: readonly (Writing | undefined)[],
  kind: string,
): Pick<Reading, 'text' | 'pages' | 'notices'> {
  const pages = writings.map((writing, i): PdfPage => ({
    page: i + 1, height: writing?.height ?? 0, lines: writing ? layOut(writing) : [],
  })) // biome-ignore format: two lines
  const notices = judgePages(writings, pages)
  const body = dropFurniture(pages)
  // A scan whose page number alone is text gives nothing either.
  for (const { page, lines } of body.pages) {
    if (lines.length === 0 && !notices.some((notice) => notice.page === page)) notices.push(pageWithoutText(page))
  }
  notices.sort((a, b) => (a.page ?? 0) - (b.page ?? 0))
  refuseWithoutText(notices, pages.length, kind)
  const { text, ranges } = toText(body.pages)
  if (body.dropped.length > 0) {
    const words = body.dropped.map((each) => `“${each}”`).join('、')
    notices.push({ kind: 'furnitureDropped', message: `每页重复的页眉页脚没有读入：${words}。` })
  }
  return { text, pages: ranges, notices }
}

function refuseWithoutText(notices: readonly Notice[], pages: number, kind: string): void {
  const lost = notices.filter(({ kind: each }) => each === 'pageWithoutText' || each === 'pageUnreadable')
  if (lost.length < pages) return
  const isScan = lost.every((notice) => notice.kind === 'pageWithoutText')
  throw isScan ? readingErrors.scannedWithoutText({ pages, kind }) : readingErrors.unreadablePages({ pages, kind })
}
