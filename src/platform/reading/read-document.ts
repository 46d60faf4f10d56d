import { createHash } from 'node:crypto'
import { extname } from 'node:path'
import { cleanText } from '#kernel/clean-text.ts'
import { levelText } from '#kernel/level-text.ts'
import {
  type Notice,
  type ReadDocument,
  type Reading,
  type ReadingContext,
  type ReadingInput,
  type ReadingOptions,
  readingLimits,
} from './document.ts'
import { readingErrors } from './errors.ts'
import { openPackage } from './open-package.ts'
import { openZip } from './open-zip.ts'
import { readDoc } from './read-doc.ts'
import { readDocx } from './read-docx.ts'
import { readHtml } from './read-html.ts'
import { readJson } from './read-json.ts'
import { readPdf } from './read-pdf.ts'
import { readPicture } from './read-picture.ts'
import { readRtf } from './read-rtf.ts'
import { readText } from './read-text.ts'
import { type Format, isZip, type RefusedKind, sniffFormat, type ZipContents } from './sniff-format.ts'

/**
 * Reads a document handed in (Word, PDF, web page, plain text) into one text with notices of what could not be read.
 * What a file is, its bytes say; its name is only compared. Throws the refusals of `readingErrors`.
 */
export async function readDocument(input: ReadingInput, options: ReadingOptions = {}): Promise<ReadDocument> {
  const context = contextOf(options)
  const { bytes, name } = input
  if (bytes.length === 0) throw readingErrors.empty({})
  if (bytes.length > context.limits.bytes) {
    throw readingErrors.fileTooLarge({ bytes: bytes.length, limit: context.limits.bytes })
  }
  context.progress(0, 1, '识别文件')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const sniffed = sniffFormat(bytes, name, await zipContents(bytes, context))
  if ('refused' in sniffed) throw refusal(sniffed.refused, name)
  const reading = carried(await readAs(sniffed.format, bytes, context))
  context.checkpoint()
  const { scanned = [] } = reading
  if (reading.text.trim() === '' && scanned.length === 0) throw readingErrors.noText({ kind: '文件' })
  const { characters } = context.limits
  if (reading.text.length > characters) {
    throw readingErrors.textTooLong({ characters: reading.text.length, limit: characters })
  }
  return {
    ...reading,
    title: credible(reading),
    notices: [...otherFormat(name, sniffed.format), ...reading.notices],
    sha256,
    scanned,
  }
}

/** The text as everything behind can carry it, what looks the same made the same; pages keep their stretches of it. */
function carried(reading: Reading): Reading {
  const whole = cleanText(reading.text, '\ufffd')
  const stretches = [
    ...reading.pages.map(({ start, end }) => [start, end]),
    ...reading.notices.map(({ span = [] }) => span),
  ]
  const cuts = [...new Set([0, ...stretches.flat(), whole.length])].sort((a, b) => a - b)
  const parts: string[] = []
  const moved = new Map<number, number>()
  let length = 0
  for (const [i, cut] of cuts.entries()) {
    const part = levelText(whole.slice(cuts[i - 1] ?? 0, cut))
    parts.push(part)
    length += part.length
    moved.set(cut, length)
  }
  const here = (offset: number): number => moved.get(offset) ?? 0
  return {
    ...reading,
    text: parts.join(''),
    notices: reading.notices.map(({ span, ...notice }) => ({
      ...notice,
      ...(span && { span: [here(span[0]), here(span[1])] as const }),
    })),
    pages: reading.pages.map((page) => ({
      ...page,
      start: here(page.start),
      end: here(page.end),
    })),
    title: reading.title === null ? null : levelText(cleanText(reading.title)),
  }
}

function contextOf({ limits: given, onProgress, signal, recognition }: ReadingOptions): ReadingContext {
  const limits = { ...readingLimits, ...given }
  const end = performance.now() + limits.milliseconds
  return {
    limits,
    recognition,
    progress: onProgress ?? (() => {}),
    checkpoint: () => {
      if (signal?.aborted) throw readingErrors.cancelled({})
      if (performance.now() > end) throw readingErrors.tookTooLong({ seconds: Math.round(limits.milliseconds / 1000) })
    },
  }
}

async function zipContents(bytes: Uint8Array, context: ReadingContext): Promise<ZipContents | undefined> {
  const archive = isZip(bytes) ? await openZip(bytes, context.limits) : undefined
  if (!archive) return undefined
  return { names: archive.names, kind: (await openPackage(archive)).kind }
}

async function readAs(format: Format, bytes: Uint8Array, context: ReadingContext): Promise<Reading> {
  context.checkpoint()
  switch (format) {
    case 'docx':
      return readDocx(bytes, context)
    case 'doc':
      return readDoc(bytes)
    case 'pdf':
      return readPdf(bytes, context)
    case 'picture':
      return readPicture(context)
    case 'html':
      return readHtml(bytes)
    case 'json':
      return readJson(bytes) ?? readText(bytes)
    case 'rtf':
      return readRtf(bytes)
    case 'txt':
      return readText(bytes)
  }
}

function refusal(refused: RefusedKind, name: string) {
  switch (refused.why) {
    case 'password':
      return readingErrors.passwordProtected(refused)
    case 'unsupported':
      return readingErrors.unsupportedKind(refused)
    case 'torn':
      return readingErrors.torn(refused)
    case 'unknown':
      return readingErrors.unknownKind({ name })
  }
}

const formatNames: Record<Format, string> = {
  docx: 'Word 文件（.docx）', doc: 'Word 文件（.doc）', pdf: 'PDF 文件', picture: '图片', html: '网页', json: '接口数据（JSON）', rtf: 'RTF 文件', txt: '纯文本',
} // biome-ignore format: a table

const endings: Record<string, Format> = {
  '.docx': 'docx', '.doc': 'doc', '.wps': 'doc', '.pdf': 'pdf', '.png': 'picture', '.jpg': 'picture', '.jpeg': 'picture', '.html': 'html', '.htm': 'html', '.shtml': 'html',
  '.json': 'json', '.rtf': 'rtf', '.txt': 'txt',
} // biome-ignore format: a table

/** Pieces of pages and of interface data travel under each other's endings; nobody is helped by hearing it. */
const isPage = (format: Format): boolean => format === 'html' || format === 'json'

function otherFormat(name: string, format: Format): Notice[] {
  const ending = extname(name).toLowerCase()
  const expected = endings[ending]
  if (!expected || expected === format || (isPage(expected) && (isPage(format) || format === 'txt'))) return []
  const message = `文件名以 ${ending} 结尾，实际是${formatNames[format]}，已按实际内容读取。`
  return [{ kind: 'otherFormat', message }]
}

const squeeze = (words: string): string => words.replace(/\s/g, '')

/** Titles in a file's properties are often left over from another document: one that the text does not show is not believed. */
function credible({ title, text, mediaType }: Reading): string | null {
  if (title === null || mediaType === 'text/html' || mediaType === 'application/json') return title
  return squeeze(text.slice(0, 3000)).includes(squeeze(title)) ? title : null
}
