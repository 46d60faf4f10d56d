import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { assemblePages } from './assemble-pages.ts'
import type { Reading, ReadingContext } from './document.ts'
import { readingErrors } from './errors.ts'
import { tidyPage, type Writing } from './pdf-characters.ts'
import { countDamagedStreams } from './pdf-damage.ts'
import { followDrawing } from './pdf-drawing.ts'
import { matrixOf } from './pdf-geometry.ts'
import type { FontMetrics } from './pdf-text-state.ts'

const kind = 'PDF 文件'

/** Reads the text layer of a PDF page by page; whatever of a page is no part of the text is told with its page. */
export async function readPdf(bytes: Uint8Array, context: ReadingContext): Promise<Reading> {
  if (isTorn(bytes)) throw readingErrors.torn({ kind })
  const pdf = await open(bytes)
  const total = pdf.numPages
  if (total > context.limits.pages) throw readingErrors.tooManyPages({ pages: total, limit: context.limits.pages })
  const writings: (Writing | undefined)[] = []
  for (let page = 1; page <= total; page += 1) {
    context.checkpoint()
    writings.push(await readPage(pdf, page))
    context.progress(page, total, '读取页面')
  }
  const { notices, ...text } = assemblePages(writings, kind)
  const damaged = countDamagedStreams(bytes)
  if (damaged > 0) {
    const message = `文件有 ${damaged} 处数据损坏，有的页可能没有读全。请对照原件核对，或者重新下载后再提交。`
    notices.push({ kind: 'damagedParts', message })
  }
  const title = await titleOf(pdf)
  await pdf.loadingTask.destroy()
  return { ...text, mediaType: 'application/pdf', encoding: 'binary', title, notices }
}

/** Fonts of old Chinese PDFs name their character maps, and pictures their decoders, instead of carrying them. */
const folderOf = (name: string): string =>
  join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), name, '/')

/** Loaded when the first PDF comes: it is larger than everything else a reading thread holds. */
const library = () => import('pdfjs-dist/legacy/build/pdf.mjs')

async function open(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  const { getDocument } = await library()
  try {
    // The reader takes the bytes over, hence the copy. It must not print to the console nor run the file's fonts.
    const task = getDocument({
      data: Uint8Array.from(bytes),
      cMapUrl: folderOf('cmaps'),
      cMapPacked: true,
      standardFontDataUrl: folderOf('standard_fonts'),
      wasmUrl: folderOf('wasm'),
      disableFontFace: true,
      useSystemFonts: false,
      verbosity: 0,
      isEvalSupported: false,
      stopAtErrors: false,
    })
    return await task.promise
  } catch (error) {
    const isLocked = error instanceof Error && error.name === 'PasswordException'
    throw isLocked ? readingErrors.passwordProtected({ kind }) : readingErrors.torn({ kind })
  }
}

async function readPage(pdf: PDFDocumentProxy, number: number): Promise<Writing | undefined> {
  try {
    const page = await pdf.getPage(number)
    const view = page.getViewport({ scale: 1 })
    const { fnArray, argsArray } = await page.getOperatorList()
    const nameOf = new Map(Object.entries((await library()).OPS).map(([name, code]) => [code, name]))
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
