import type { PDFDocumentProxy } from 'pdfjs-dist'
import { assemblePages } from './assemble-pages.ts'
import type { Reading, ReadingContext } from './document.ts'
import { readingErrors } from './errors.ts'
import { kind, library, openPdf } from './open-pdf.ts'
import { tidyPage, type Writing } from './page-characters.ts'
import { countDamagedStreams } from './page-damage.ts'
import { matrixOf } from './page-geometry.ts'
import { followDrawing } from './pdf-drawing.ts'
import type { FontMetrics } from './pdf-text-state.ts'

/** Reads the text layer of a PDF page by page; whatever of a page is no part of the text is told with its page. */
export async function readPdf(bytes: Uint8Array, context: ReadingContext): Promise<Reading> {
  if (isTorn(bytes)) throw readingErrors.torn({ kind })
  const pdf = await openPdf(bytes)
  const total = pdf.numPages
  if (total > context.limits.pages) throw readingErrors.tooManyPages({ pages: total, limit: context.limits.pages })
  const nameOf = new Map(Object.entries((await library()).OPS).map(([name, code]) => [code, name]))
  const writings: (Writing | undefined)[] = []
  for (let page = 1; page <= total; page += 1) {
    context.checkpoint()
    const writing = await readPage(pdf, page, nameOf)
    writings.push(writing)
    context.progress(page, total, '读取页面')
  }
  const { notices, ...reading } = assemblePages(writings, { kind, recognition: context.recognition })
  const damaged = countDamagedStreams(bytes)
  if (damaged > 0) {
    const message = `文件有 ${damaged} 处数据损坏，有的页可能没有读全。请对照原件核对，或者重新下载后再提交。`
    notices.push({ kind: 'damagedParts', message })
  }
  const title = await titleOf(pdf)
  await pdf.loadingTask.destroy()
  return { ...reading, mediaType: 'application/pdf', encoding: 'binary', title, notices }
}

async function readPage(
  pdf: PDFDocumentProxy,
  number: number,
  nameOf: ReadonlyMap<number, string>,
): Promise<Writing | undefined> {
  try {
    const page = await pdf.getPage(number)
    const view = page.getViewport({ scale: 1 })
    const { fnArray, argsArray } = await page.getOperatorList()
    const fontNamed = (name: string): FontMetrics => (page.commonObjs.has(name) ? page.commonObjs.get(name) : {})
    const drawing = followDrawing({ fnArray, argsArray, nameOf }, matrixOf(view.transform), fontNamed)
    page.cleanup()
    return tidyPage(drawing, view)
  } catch {
    // Told by its number: one bad page must not cost the others.
    return undefined
  }
}

/** A whole file says its end near its end; a linearised one also says its length at the start. */
function isTorn(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1')
  const length = /\/Linearized[^>]*\/L\s+(\d+)/.exec(head)?.[1]
  if (length && Number(length) > bytes.length) return true
  return !/%%EOF|startxref/.test(Buffer.from(bytes.subarray(-65_536)).toString('latin1'))
}

async function titleOf(pdf: PDFDocumentProxy): Promise<string | null> {
  const { info } = await pdf.getMetadata().catch(() => ({ info: {} }))
  return 'Title' in info && typeof info.Title === 'string' ? info.Title.trim() || null : null
}
