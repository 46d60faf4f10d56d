import { assemblePages } from './assemble-pages.ts'
import type { Reading, ReadingContext } from './document.ts'
import { readingErrors } from './errors.ts'

/** A photograph or a scan of one page (PNG, JPEG). Without recognition it is refused with what to do. */
export function readPicture({ recognition }: ReadingContext): Reading {
  if (recognition === 'missing') throw readingErrors.recognitionMissing({ pages: 1 })
  if (recognition === undefined) {
    throw readingErrors.unsupportedKind({ kind: '图片', instead: '先做文字识别（OCR），或者提交 Word 文件' })
  }
  const form = { mediaType: 'image/*', encoding: 'binary', title: null }
  if (recognition === 'wanted') return { ...form, text: '', pages: [], notices: [], scanned: [1] }
  return { ...form, ...assemblePages([undefined], { kind: '图片', recognition }) }
}
