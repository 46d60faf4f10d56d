import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { getDocumentProxy } from 'unpdf'
import type { Notice, Reading, ReadingContext } from './document.ts'
import { readingErrors } from './errors.ts'
import { countDamagedStreams } from './pdf-damage.ts'
import { dropFurniture, type PdfPage } from './pdf-furniture.ts'
import { type Glyphs, toLines } from './pdf-lines.ts'
import { toText } from './pdf-paragraphs.ts'

const kind = 'PDF 文件'
type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

/** Reads the text layer of a PDF page by page; a page that gives no text is reported by its number. */
export async function readPdf(bytes: Uint8Array, context: ReadingContext): Promise<Reading> {
  if (isTorn(bytes)) throw readingErrors.torn({ kind })
  const pdf = await open(bytes)
  const total = pdf.numPages
  if (total > context.limits.pages) throw readingErrors.tooManyPages({ pages: total, limit: context.limits.pages })
  const notices: Notice[] = []
  const pages: PdfPage[] = []
  for (let page = 1; page <= total; page += 1) {
    context.checkpoint()
    const read = await readPage(pdf, page)
    const notice = judge(read, page)
    if (notice) notices.push(notice)
    pages.push(read ?? { page, height: 0, lines: [] })
    context.progress(page, total, '读取页面')
  }
  const body = dropFurniture(pages)
  // A scan whose page number alone is text gives nothing either.
  for (const { page, lines } of body.pages) {
    if (lines.length === 0 && !notices.some((notice) => notice.page === page)) notices.push(pageWithoutText(page))
  }
  notices.sort((a, b) => (a.page ?? 0) - (b.page ?? 0))
  refuseWithoutText(notices, total)
  const { text, ranges } = toText(body.pages)
  if (body.dropped.length > 0) {
    const words = body.dropped.map((each) => `“${each}”`).join('、')
    notices.push({ kind: 'furnitureDropped', message: `每页重复的页眉页脚没有读入：${words}。` })
  }
  const damaged = countDamagedStreams(bytes)
  if (damaged > 0) {
    const message = `文件有 ${damaged} 处数据损坏，有的页可能没有读全。请对照原件核对，或者重新下载后再提交。`
    notices.push({ kind: 'damagedParts', message })
  }
  const title = await titleOf(pdf)
  await pdf.destroy()
  return { text, mediaType: 'application/pdf', encoding: 'binary', title, pages: ranges, notices }
}

/** Fonts of old Chinese PDFs name their character maps instead of carrying them. */
const mapsFolder = (): string =>
  join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), 'cmaps', '/')

async function open(bytes: Uint8Array): Promise<Pdf> {
  try {
    // The reader takes the bytes over, hence the copy. It must not print to the console nor run the file's fonts.
    const settings = {
      cMapUrl: mapsFolder(),
      cMapPacked: true,
      verbosity: 0,
      isEvalSupported: false,
      stopAtErrors: false,
    }
    return await getDocumentProxy(Uint8Array.from(bytes), settings)
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    throw isLocked ? readingErrors.passwordProtected({ kind }) : readingErrors.torn({ kind })
  }
}

async function readPage(pdf: Pdf, number: number): Promise<PdfPage | undefined> {
  try {
    const page = await pdf.getPage(number)
    const view = page.getViewport({ scale: 1 })
    const { items } = await page.getTextContent({ disableNormalization: false })
    const runs = items.flatMap((item): Glyphs[] => {
      if (!('str' in item)) return []
      const [, , c = 0, d = 0, e = 0, f = 0] = item.transform.map(Number)
      const [x = 0, y = 0] = view.convertToViewportPoint(e, f).map(Number)
      return [{ text: item.str, x, y, width: item.width, size: Math.hypot(c, d) || item.height }]
    })
    page.cleanup()
    return { page: number, height: view.height, lines: toLines(runs) }
  } catch {
    // Reported by `judge`: one bad page must not cost the others.
    return undefined
  }
}

const notRead = (kind: Notice['kind'], page: number, what: string): Notice => ({
  kind,
  message: `第 ${page} 页${what}，没有读入。请对照原件补上这一页的内容。`,
  page,
})
const pageWithoutText = (page: number): Notice => notRead('pageWithoutText', page, '没有文字，可能是扫描图片或空白页')

function judge(read: PdfPage | undefined, page: number): Notice | undefined {
  if (!read) return notRead('pageUnreadable', page, '已损坏')
  const text = read.lines.map((line) => line.text).join('')
  if (text.trim() === '') return pageWithoutText(page)
  const strange = text.match(/[\ufffd\ue000-\uf8ff]|[^\P{Cc}\t\n\r]/gu)?.length ?? 0
  if (strange * 5 < text.length) return undefined
  const message = `第 ${page} 页的文字多为乱码（字体缺少编码）。请对照原件核对，或者提交 Word 文件。`
  return { kind: 'pageGarbled', message, page }
}

function refuseWithoutText(notices: readonly Notice[], pages: number): void {
  if (notices.length < pages) return
  const isScan = notices.every((notice) => notice.kind === 'pageWithoutText')
  throw isScan ? readingErrors.scannedWithoutText({ pages }) : readingErrors.unreadablePages({ pages })
}

/** A whole file says its end near its end; a linearised one also says its length at the start. */
function isTorn(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1')
  const length = /\/Linearized[^>]*\/L\s+(\d+)/.exec(head)?.[1]
  if (length && Number(length) > bytes.length) return true
  return !/%%EOF|startxref/.test(Buffer.from(bytes.subarray(-65_536)).toString('latin1'))
}

async function titleOf(pdf: Pdf): Promise<string | null> {
  const { info } = await pdf.getMetadata().catch(() => ({ info: {} }))
  return 'Title' in info && typeof info.Title === 'string' ? info.Title.trim() || null : null
}
