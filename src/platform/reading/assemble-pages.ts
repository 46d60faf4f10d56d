import type { FailedPage, Notice, Reading, RecognisedPage, Recognition } from './document.ts'
import { readingErrors } from './errors.ts'
import type { Writing } from './page-characters.ts'
import { dropFurniture, type LinedPage } from './page-furniture.ts'
import { joinTables } from './page-joined-tables.ts'
import { layOut } from './page-layout.ts'
import { judgePages, pageWithoutText } from './page-notices.ts'
import { toText } from './page-paragraphs.ts'
import { doubtsOf, pagesRecognised, recognitionMissing } from './recognised-notices.ts'

type Outcome = RecognisedPage | FailedPage

/**
 * Pages with their words in place become one text. Pages recognised from their pictures take the place of what was
 * printed there; where recognition is only wanted, the pages it could help are listed. `kind` is how the file is called.
 */
export function assemblePages(
  printed: readonly (Writing | undefined)[],
  { kind, recognition }: { kind: string; recognition?: Recognition | undefined },
): Pick<Reading, 'text' | 'pages' | 'notices' | 'scanned'> {
  const recognised = Array.isArray(recognition) ? recognition : []
  const writings = printed.map((writing, i) => writingOf(recognised, i + 1) ?? writing)
  const pages = writings.map(
    (writing, i): LinedPage => ({
      page: i + 1,
      height: writing?.height ?? 0,
      lines: writing ? layOut(writing) : [],
    }),
  )
  const bare = dropFurniture(pages)
  const body = { ...bare, pages: joinTables(bare.pages) }
  const judged = withBarePages(judgePages(writings, pages), body.pages)
  const scanned = judged.flatMap(({ kind: each, page }) => (page !== undefined && helped.has(each) ? [page] : []))
  if (recognition !== 'wanted' || scanned.length === 0)
    refuseWithoutText(judged, { pages: pages.length, recognition, kind })
  const { text, ranges, starts } = toText(body.pages)
  const failed = new Set(recognised.flatMap((each) => ('why' in each ? [each.page] : [])))
  const notices = [
    ...judged.filter(({ page }) => page === undefined || !failed.has(page)),
    ...pagesRecognised(recognised),
    ...(recognition === 'missing' ? recognitionMissing(scanned) : []),
    ...doubtsOf(body.pages, starts, recognised),
  ]
  notices.sort((a, b) => (a.page ?? 0) - (b.page ?? 0))
  if (body.dropped.length > 0) {
    const words = body.dropped.map((each) => `“${each}”`).join('、')
    notices.push({ kind: 'furnitureDropped', message: `每页重复的页眉页脚没有读入：${words}。` })
  }
  return { text, pages: ranges, notices, ...(recognition === 'wanted' && { scanned }) }
}

const helped = new Set<Notice['kind']>(['pageWithoutText', 'pageGarbled'])

function writingOf(recognised: readonly Outcome[], number: number): Writing | undefined {
  const page = recognised.find((each) => each.page === number)
  if (!page || 'why' in page) return undefined
  const { characters, rules, width, height } = page
  return { characters, rules, width, height, pictures: [], turned: [], marks: [], isRecognised: false }
}

/** A scan whose page number alone is text gives nothing either. */
function withBarePages(notices: readonly Notice[], pages: readonly LinedPage[]): Notice[] {
  const bare = pages.filter(({ page, lines }) => lines.length === 0 && !notices.some((notice) => notice.page === page))
  return [...notices, ...bare.map(({ page }) => pageWithoutText(page))].sort((a, b) => (a.page ?? 0) - (b.page ?? 0))
}

interface Whole {
  pages: number
  recognition: Recognition | undefined
  kind: string
}

function refuseWithoutText(notices: readonly Notice[], { pages, recognition, kind }: Whole): void {
  const lost = notices.filter(({ kind: each }) => each === 'pageWithoutText' || each === 'pageUnreadable')
  if (lost.length < pages) return
  if (Array.isArray(recognition)) throw readingErrors.nothingRecognised({ pages })
  const isScan = lost.every((notice) => notice.kind === 'pageWithoutText')
  if (isScan && recognition === 'missing') throw readingErrors.recognitionMissing({ pages })
  throw isScan ? readingErrors.scannedWithoutText({ pages, kind }) : readingErrors.unreadablePages({ pages, kind })
}
