import { listCompoundStreams } from './compound-file.ts'
import { decodeText } from './decode-text.ts'
import type { FileFormat } from './file-formats.data.ts'
import type { PackageContents } from './open-package.ts'

/** Either a known format, or why nothing more can be said of the file. */
export type Sniffed = { format: FileFormat; hasMacros?: boolean } | { refused: RefusedKind }

export type RefusedKind = { why: 'password' | 'torn'; kind: string } | { why: 'unknown' }

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean => magic.every((byte, i) => bytes[i] === byte)

/** An archive begins with an entry, or with its end when it is empty. */
export const isZip = (bytes: Uint8Array): boolean =>
  startsWith(bytes, [0x50, 0x4b, 3, 4]) || startsWith(bytes, [0x50, 0x4b, 5, 6])

const torn = (kind: string): Sniffed => ({ refused: { why: 'torn', kind } })

/** Kinds that are known by their first bytes alone. */
const heads: readonly [magic: readonly number[], format: FileFormat][] = [
  [[0x89, 0x50, 0x4e, 0x47], 'png'],
  [[0xff, 0xd8, 0xff], 'jpeg'],
  [[0x47, 0x49, 0x46, 0x38], 'gif'],
  [[0x49, 0x49, 0x2a, 0x00], 'tiff'],
  [[0x4d, 0x4d, 0x00, 0x2a], 'tiff'],
  [[0x52, 0x61, 0x72, 0x21], 'rar'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'sevenZip'],
  [[0x1f, 0x8b], 'gzip'],
  [[0x4d, 0x5a, 0x90, 0x00], 'program'],
  [[0x7f, 0x45, 0x4c, 0x46], 'program'],
]

/** Kinds whose first bytes are letters. */
const openings: readonly [pattern: RegExp, format: FileFormat][] = [
  [/^RIFF[\s\S]{4}WEBP/, 'webp'],
  [/^#!/, 'program'],
  [/^\s*\{\\rtf/, 'rtf'],
]

/** The same, of letters a text may begin with as well. */
const ofBinary: readonly [pattern: RegExp, format: FileFormat][] = [
  [/^BM/, 'bmp'],
  [/^(CAJ|KDH|HN|NH)/, 'caj'],
  [/^(Founder ?)?CEBX/i, 'cebx'],
  [/^(Founder ?)?CEB/i, 'ceb'],
]

/** Kinds whose bytes say nothing: where they are no text, the ending of the name is believed. */
const byEnding: Readonly<Record<string, FileFormat>> = {
  caj: 'caj', kdh: 'caj', nh: 'caj', ceb: 'ceb', cebx: 'cebx', wps: 'oldOffice', et: 'oldOffice', pages: 'pages', uof: 'uof', uot: 'uof',
} // biome-ignore format: a table

/**
 * Says what a file is by its bytes; the ending of its name only decides between kinds that share the same bytes.
 * `contents` is undefined when the archive's directory cannot be read, or for what is no archive.
 */
export function sniffFormat(bytes: Uint8Array, name: string, contents: PackageContents | undefined): Sniffed {
  const ending = name.toLowerCase().replace(/^.*\./, '')
  if (isZip(bytes)) return contents ? sniffZip(ending, contents) : torn(ending === 'zip' ? '压缩包' : '文件')
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return sniffCompound(bytes)
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1')
  if (head.slice(0, 1024).includes('%PDF-')) return { format: 'pdf' }
  const known = heads.find(([magic]) => startsWith(bytes, magic)) ?? openings.find(([pattern]) => pattern.test(head))
  return known ? { format: known[1] } : sniffText(bytes, head, ending)
}

/** Kinds of archives by the names inside. */
const archives: readonly [pattern: RegExp, format: FileFormat][] = [
  [/^word\/document\d*\.xml$/i, 'docx'],
  [/^xl\//i, 'xlsx'],
  [/^ppt\//i, 'pptx'],
  [/^OFD\.xml$/i, 'ofd'],
  [/^uof\.xml$/i, 'uof'],
  [/(^|\/)Document\.iwa$/i, 'pages'],
]

const ofPackage = { document: 'docx', workbook: 'xlsx', presentation: 'pptx' } as const
const ofOpenDocument = { text: 'odt', spreadsheet: 'ods', presentation: 'odp' } as const

function sniffZip(ending: string, { names, main, kind, mimetype }: PackageContents): Sniffed {
  const has = (pattern: RegExp) => names.some((entry) => pattern.test(entry))
  if (/\.bin$/i.test(main ?? '')) return { format: 'xlsb' }
  const format = kind ? ofPackage[kind] : archives.find(([pattern]) => has(pattern))?.[1]
  const hasMacros = has(/vbaProject\.bin$|^(Basic|Scripts)\//i)
  if (format) return { format, hasMacros }
  const kinds = Object.entries(ofOpenDocument)
  const open =
    kinds.find(([word]) => mimetype.includes(`opendocument.${word}`)) ?? kinds.find(([, short]) => ending === short)
  if (has(/^content\.xml$/i)) return { format: open?.[1] ?? 'odt', hasMacros }
  return has(/^\[Content_Types\]\.xml$/i) ? torn('Word 文件') : { format: 'zip' }
}

function sniffCompound(bytes: Uint8Array): Sniffed {
  const streams = listCompoundStreams(bytes)
  if (!streams) return torn('Word 文件（.doc）')
  if (streams.has('EncryptedPackage')) return { refused: { why: 'password', kind: '文件' } }
  if (streams.has('WordDocument')) return { format: 'doc' }
  if (streams.has('Workbook') || streams.has('Book')) return { format: 'xls' }
  return { format: streams.has('PowerPoint Document') ? 'ppt' : 'oldOffice' }
}

/** XML files by what their first element or instruction says. */
const xmls: readonly [pattern: RegExp, format: FileFormat][] = [
  [/<pkg:package[\s>]/i, 'flatDocx'],
  [/<w:wordDocument[\s>]|progid="Word\.Document"/i, 'wordXml'],
  [/progid="Excel\.Sheet"/i, 'sheetXml'],
  [/<office:document[\s>]/i, 'odt'],
  [/<uof:UOF[\s>]|<UOF[\s>]/i, 'uof'],
]

/** Text formats share their bytes: the first tags decide, then the ending. */
function sniffText(bytes: Uint8Array, head: string, ending: string): Sniffed {
  const letters = head
    .replaceAll('\0', '')
    .replace(/^(ï»¿|ÿþ|þÿ)/, '')
    .trimStart()
  if (/^(?=[\w-]+:)[\s\S]{0,1500}?Content-Type:\s*multipart/i.test(letters)) return { format: 'mht' }
  const isXml = /^<\?xml[\s?]/i.test(letters)
  const xml = isXml ? xmls.find(([pattern]) => pattern.test(letters)) : undefined
  if (xml) return { format: xml[1] }
  if (/<(!doctype\s+html|html|head|body|meta|table|div|p|span|section|article|td)[\s>/]/i.test(letters)) {
    if (/^[[{]/.test(letters)) return { format: 'json' }
    // A plain text may speak of tags; only one that begins with them is a page.
    if (ending !== 'txt' || letters.startsWith('<')) return { format: 'html' }
  }
  if (/^\s*[[{]\s*["[{]/.test(letters)) return { format: 'json' }
  if (looksBinary(bytes)) {
    const format = ofBinary.find(([pattern]) => pattern.test(head))?.[1] ?? byEnding[ending]
    return format ? { format } : { refused: { why: 'unknown' } }
  }
  if (['html', 'htm', 'shtml', 'jsp', 'aspx'].includes(ending)) return { format: 'html' }
  return { format: /^<[?!a-z]/i.test(letters) ? 'xml' : 'txt' }
}

/** Control characters other than tabs and line ends, and bytes that are no character, do not fill texts. */
function looksBinary(bytes: Uint8Array): boolean {
  const { text, replaced } = decodeText(bytes.subarray(0, 8192))
  const controls = text.match(/[^\P{Cc}\t\n\v\f\r]/gu)?.length ?? 0
  return controls > 2 + text.length * 0.02 || replaced > 2 + text.length * 0.3
}
