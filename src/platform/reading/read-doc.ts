import WordExtractor from 'word-extractor'
import { hasListsInDoc, isEncryptedDoc } from './doc-header.ts'
import type { Notice, Reading } from './document.ts'
import { readingErrors } from './errors.ts'

const kind = 'Word 文件（.doc）'

/** Reads a Word 97–2003 file. Numbers Word generates are not stored as text there, so their absence is reported. */
export async function readDoc(bytes: Uint8Array): Promise<Reading> {
  if (isEncryptedDoc(bytes)) throw readingErrors.passwordProtected({ kind })
  const document = await new WordExtractor()
    .extract(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    .catch(() => undefined)
  if (!document) throw readingErrors.torn({ kind })
  const asWritten = { filterUnicode: false, includeHeadersAndFooters: false }
  const body = String(Reflect.apply(document.getBody, document, [asWritten]))
  const boxes = String(Reflect.apply(document.getTextboxes, document, [asWritten]))
  const notes = String(Reflect.apply(document.getFootnotes, document, [asWritten]))
  const notices: Notice[] = []
  if (hasListsInDoc(bytes)) {
    const message = '旧版 .doc 里由 Word 自动生成的编号读不出来。正文如果缺少编号，请另存为 .docx 再提交。'
    notices.push({ kind: 'numberingLost', message })
  }
  if (clean(notes) !== '') notices.push({ kind: 'notesAppended', message: '脚注列在正文最后。' })
  return {
    text: [body, boxes, notes]
      .map(clean)
      .filter((part) => part !== '')
      .join('\n'),
    mediaType: 'application/msword',
    encoding: 'binary',
    title: null,
    pages: [],
    notices,
  }
}

/** Word's own marks: 7 ends a cell, 11 and 12 break a line and a page, 1–8 and 19–21 anchor pictures and fields. */
const clean = (text: string): string =>
  text
    .replace(/\r\n?|[\v\f]/g, '\n')
    .replace(/[^\P{Cc}\t\n]|\ufeff/gu, '')
    .replace(/[ \t]+\n/g, '\n')
    .replace(/^\n+|\s+$/g, '')
