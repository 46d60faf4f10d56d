import WordExtractor from 'word-extractor'
import { readCompoundStream } from './compound-file.ts'
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
  notices.push(...mergedCells(body), ...lostLooks(bytes))
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

/**
 * Which cells are merged is not told of a .doc: an empty cell under a filled one may belong to it, and a row of fewer cells
 * has some merged. A row's line ends with the mark of its last cell.
 */
function mergedCells(text: string): Notice[] {
  const rows = text.split(/[\r\n]/).map((line) => (line.endsWith('\t') ? line.slice(0, -1).split('\t') : []))
  const isOpen = rows.some((row, i) => {
    const above = rows[i - 1] ?? []
    if (row.length === 0 || above.length === 0) return false
    return row.length !== above.length || row.some((cell, at) => cell.trim() === '' && above[at]?.trim() !== '')
  })
  const message =
    '表格里有空的格子或不齐的行，可能是合并单元格，旧版 .doc 里读不出合并到哪几行哪几列。请核对这些行的单位和时限，或者另存为 .docx 再提交。'
  return isOpen ? [{ kind: 'looksLost', message }] : []
}

/** Properties of words, switched on: struck through once or twice, hidden ([MS-DOC] 2.6.1). */
const taking = ['370801', '532a01', '3c0801'].map((digits) => Buffer.from(digits, 'hex'))

/** Words taken out by their look cannot be told from the others; that there are some can. */
function lostLooks(bytes: Uint8Array): Notice[] {
  const stream = Buffer.from(readCompoundStream(bytes, 'WordDocument') ?? [])
  if (!taking.some((property) => stream.includes(property))) return []
  const message =
    '文件里有加了删除线或隐藏的文字，旧版 .doc 里分不出是哪些，已当作正文读入。请对照原件删去作废的文字，或者另存为 .docx 再提交。'
  return [{ kind: 'looksLost', message }]
}

/** Word's own marks: 7 ends a cell, 11 and 12 break a line and a page, 1–8 and 19–21 anchor pictures and fields. */
const clean = (text: string): string =>
  text
    .replace(/\r\n?|[\v\f]/g, '\n')
    .replace(/[^\P{Cc}\t\n]|\ufeff/gu, '')
    .replace(/[ \t]+\n/g, '\n')
    .replace(/^\n+|\s+$/g, '')
