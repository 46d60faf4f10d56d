import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { readingErrors } from './errors.ts'

export const kind = 'PDF 文件'

/** Fonts of old Chinese PDFs name their character maps, and pictures their decoders, instead of carrying them. */
const folderOf = (name: string): string =>
  join(dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')), name, '/')

/** Loaded when the first PDF comes: it is larger than everything else a reading thread holds. */
export const library = () => import('pdfjs-dist/legacy/build/pdf.mjs')

/** Opens a PDF; refuses what is locked or torn. */
export async function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
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
