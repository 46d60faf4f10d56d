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
import { type FileFormat, insteadOf, titleOf } from './file-formats.data.ts'
import { contentsOf, type PackageContents } from './open-package.ts'
import { openZip } from './open-zip.ts'
import { readDoc } from './read-doc.ts'
import { readDocx } from './read-docx.ts'
import { readHtml } from './read-html.ts'
import { readJson } from './read-json.ts'
import { readMht } from './read-mht.ts'
import { readOdt } from './read-odt.ts'
import { readOfd } from './read-ofd.ts'
import { readPdf } from './read-pdf.ts'
import { readPicture } from './read-picture.ts'
import { readRtf } from './read-rtf.ts'
import { readText } from './read-text.ts'
import { isZip, type RefusedKind, sniffFormat } from './sniff-format.ts'

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
  const reader = readers[sniffed.format]
  if (!reader) {
    const instead = insteadOf(sniffed.format) ?? '提交 Word 文件'
    throw readingErrors.unsupportedKind({ kind: titleOf(sniffed.format), instead })
  }
  context.checkpoint()
  const reading = carried(await reader(bytes, context))
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

async function zipContents(bytes: Uint8Array, context: ReadingContext): Promise<PackageContents | undefined> {
  const archive = isZip(bytes) ? await openZip(bytes, context.limits) : undefined
  return archive && contentsOf(archive)
}

type Reader = (bytes: Uint8Array, context: ReadingContext) => Reading | Promise<Reading>

/** The reader of each format that is read. */
const readers: Partial<Record<FileFormat, Reader>> = {
  docx: readDocx, flatDocx: readDocx, doc: readDoc, pdf: readPdf, ofd: readOfd, odt: readOdt, mht: readMht, rtf: readRtf,
  png: (_, context) => readPicture(context), jpeg: (_, context) => readPicture(context),
  html: (bytes) => readHtml(bytes), json: (bytes) => readJson(bytes) ?? readText(bytes), txt: readText, xml: readText,
} // biome-ignore format: a table

function refusal(refused: RefusedKind, name: string) {
  switch (refused.why) {
    case 'password':
      return readingErrors.passwordProtected(refused)
    case 'torn':
      return readingErrors.torn(refused)
    case 'unknown':
      return readingErrors.unknownKind({ name })
  }
}

/** What a name promises. */
const endings: Record<string, FileFormat> = {
  '.docx': 'docx', '.doc': 'doc', '.wps': 'doc', '.pdf': 'pdf', '.ofd': 'ofd', '.odt': 'odt', '.mht': 'mht', '.mhtml': 'mht', '.html': 'html', '.htm': 'html', '.shtml': 'html',
  '.json': 'json', '.rtf': 'rtf', '.txt': 'txt',
} // biome-ignore format: a table

/** Pieces of pages and of interface data travel under each other's endings; nobody is helped by hearing it. */
const isPage = (format: FileFormat): boolean => format === 'html' || format === 'json'

function otherFormat(name: string, format: FileFormat): Notice[] {
  const ending = extname(name).toLowerCase()
  const expected = endings[ending]
  if (!expected || expected === format || (isPage(expected) && (isPage(format) || format === 'txt'))) return []
  const message = `文件名以 ${ending} 结尾，实际是${titleOf(format)}，已按实际内容读取。`
  return [{ kind: 'otherFormat', message }]
}

const squeeze = (words: string): string => words.replace(/\s/g, '')

/** Titles in a file's properties are often left over from another document: one that the text does not show is not believed. */
function credible({ title, text, mediaType }: Reading): string | null {
  if (title === null || mediaType === 'text/html' || mediaType === 'application/json') return title
  return squeeze(text.slice(0, 3000)).includes(squeeze(title)) ? title : null
}
