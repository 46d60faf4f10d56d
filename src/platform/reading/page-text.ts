import type { Notice, PageRange } from './document.ts'
import { readingErrors } from './errors.ts'
import type { Writing } from './pdf-characters.ts'
import { dropFurniture, type PdfPage } from './pdf-furniture.ts'
import { layOut } from './pdf-layout.ts'
import { judgePages, pageWithoutText } from './pdf-notices.ts'
import { toText } from './pdf-paragraphs.ts'

/** Pages as they come: words set upright, and the lines they make; undefined where a page could not be read. */
export class PagesRead {
  private readonly writings: (Writing | undefined)[] = []
  private readonly pages: PdfPage[] = []

  add(writing: Writing | undefined): void {
    this.writings.push(writing)
    const page = this.writings.length
    this.pages.push({ page, height: writing?.height ?? 0, lines: writing ? layOut(writing) : [] })
  }

  /**
   * One text of all pages, with what of them is no part of it. `kind` is how the file is called on the screen.
   * @throws readingErrors.scannedWithoutText, readingErrors.unreadablePages where no page has words
   */
  toText(kind: string): { text: string; pages: PageRange[]; notices: Notice[] } {
    const notices = judgePages(this.writings, this.pages)
    const body = dropFurniture(this.pages)
    // A scan whose page number alone is text gives nothing either.
    for (const { page, lines } of body.pages) {
      if (lines.length === 0 && !notices.some((notice) => notice.page === page)) notices.push(pageWithoutText(page))
    }
    notices.sort((a, b) => (a.page ?? 0) - (b.page ?? 0))
    this.refuseWithoutText(notices, kind)
    const { text, ranges } = toText(body.pages)
    if (body.dropped.length > 0) {
      const words = body.dropped.map((each) => `“${each}”`).join('、')
      notices.push({ kind: 'furnitureDropped', message: `每页重复的页眉页脚没有读入：${words}。` })
    }
    return { text, pages: ranges, notices }
  }

  private refuseWithoutText(notices: readonly Notice[], kind: string): void {
    const pages = this.pages.length
    const lost = notices.filter(({ kind: each }) => each === 'pageWithoutText' || each === 'pageUnreadable')
    if (lost.length < pages) return
    const isScan = lost.every((notice) => notice.kind === 'pageWithoutText')
    throw isScan ? readingErrors.scannedWithoutText({ pages, kind }) : readingErrors.unreadablePages({ pages, kind })
  }
}
