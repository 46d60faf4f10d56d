import type { Reading, ReadingContext } from './document.ts'
import { type BodyReader, bodyLines } from './docx-body.ts'
import { docxNotices } from './docx-notices.ts'
import { readNumbering } from './docx-numbering.ts'
import { readStyles } from './docx-styles.ts'
import { readingErrors } from './errors.ts'
import { openFlat } from './open-flat.ts'
import { type OfficePackage, openPackage } from './open-package.ts'
import { type Archive, openZip } from './open-zip.ts'
import { readHtml } from './read-html.ts'
import { readMht } from './read-mht.ts'
import { readRtf } from './read-rtf.ts'
import { readText } from './read-text.ts'
import { isZip, sniffFormat } from './sniff-format.ts'
import { attributeOf, childAt, childrenOf, wordsOf } from './xml.ts'

const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const kind = 'Word 文件（.docx）'

/** Reads a .docx, or the same parts in one XML file: what Word would show, with generated numbers written out, deleted revisions left out, notes at the end. */
export async function readDocx(bytes: Uint8Array, context: ReadingContext): Promise<Reading> {
  const archive = isZip(bytes) ? await openZip(bytes, context.limits) : openFlat(bytes)
  if (!archive) throw readingErrors.torn({ kind })
  const file = await openPackage(archive)
  const body = childAt(await file.part(file.main), 'document', 'body')
  if (!body) throw readingErrors.torn({ kind })
  context.checkpoint()
  context.progress(1, 2, '读取正文')
  const styles = await file.related('styles')
  const reader: BodyReader = {
    numberOf: readNumbering(await file.related('numbering'), styles),
    styles: readStyles(styles),
    chunks: await readChunks(archive, file),
    tally: { deletions: 0, pictures: 0, contents: 0, numbered: 0, comments: 0, struck: [], unknown: [], chunks: 0 },
  }
  const lines = bodyLines(body, reader)
  const notes = await noteLines(file, reader)
  context.progress(2, 2, '读取正文')
  const text = [...lines, ...notes]
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/^\n+|\n+$/g, '')
  const core = childAt(await file.part('docProps/core.xml'), 'coreProperties', 'title')
  return {
    text,
    mediaType,
    encoding: 'binary',
    title: core ? wordsOf(core).trim() || null : null,
    pages: [],
    notices: docxNotices(reader.tally, notes.length),
  }
}

/** Web systems export Word files whose body is a page or another document, put in whole. */
async function readChunks(archive: Archive, file: OfficePackage): Promise<Map<string, string[]>> {
  const chunks = new Map<string, string[]>()
  for (const { id, part } of file.relations.filter(({ type }) => type === 'aFChunk')) {
    const bytes = await archive.read(part)
    const read = bytes && readChunk(bytes, part)
    if (read) chunks.set(id, read.text.split('\n'))
  }
  return chunks
}

function readChunk(bytes: Uint8Array, name: string): Reading | undefined {
  const sniffed = sniffFormat(bytes, name, undefined)
  if (!('format' in sniffed)) return undefined
  switch (sniffed.format) {
    case 'html':
      return readHtml(bytes)
    case 'mht':
      return readMht(bytes)
    case 'rtf':
      return readRtf(bytes)
    case 'txt':
      return readText(bytes)
    default:
      return undefined
  }
}

async function noteLines(file: OfficePackage, reader: BodyReader): Promise<string[]> {
  const lines: string[] = []
  for (const [type, tag, label] of [
    ['footnotes', 'footnote', '脚注'],
    ['endnotes', 'endnote', '尾注'],
  ] as const) {
    const notes = childrenOf(childAt(await file.related(type), type), tag)
    // Separators carry a type; the notes people wrote do not.
    const written = notes.filter((note) => (attributeOf(note, 'type') ?? 'normal') === 'normal')
    const words = written.map((note) => bodyLines(note, reader).join(' ').trim())
    lines.push(...words.filter((each) => each !== '').map((each, i) => `${label}${i + 1}：${each}`))
  }
  return lines
}
