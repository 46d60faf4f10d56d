import { listCompoundStreams } from './compound-file.ts'
import { decodeText } from './decode-text.ts'
import type { OfficePackage } from './open-package.ts'

export type Format = 'docx' | 'doc' | 'pdf' | 'picture' | 'html' | 'json' | 'txt' | 'rtf'

/** Either a format that is read, or a kind of file that is refused by name. */
export type Sniffed = { format: Format } | { refused: RefusedKind }

export type RefusedKind =
  | { why: 'password'; kind: string }
  | { why: 'unsupported'; kind: string; instead: string }
  | { why: 'torn'; kind: string }
  | { why: 'unknown' }

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean => magic.every((byte, i) => bytes[i] === byte)

/** An archive begins with an entry, or with its end when it is empty. */
export const isZip = (bytes: Uint8Array): boolean =>
  startsWith(bytes, [0x50, 0x4b, 3, 4]) || startsWith(bytes, [0x50, 0x4b, 5, 6])

const asWord = '用 WPS 或 Word 打开后另存为 .docx 再提交'
const unsupported = (kind: string, instead = asWord): Sniffed => ({ refused: { why: 'unsupported', kind, instead } })
const spreadsheet = '提交方案的正文文件；单位名单请到“单位名录”里导入'
const unpack = '先解压，再提交其中的方案文件'

/** Kinds that are known by their first bytes alone and never hold a text we read. */
const strangers: readonly [magic: readonly number[], kind: string, instead: string][] = [
  [[0x47, 0x49, 0x46, 0x38], '图片（GIF）', '先做文字识别（OCR），或者提交 Word 文件'],
  [[0x49, 0x49, 0x2a, 0x00], '图片（TIFF）', '先做文字识别（OCR），或者提交 Word 文件'],
  [[0x4d, 0x4d, 0x00, 0x2a], '图片（TIFF）', '先做文字识别（OCR），或者提交 Word 文件'],
  [[0x52, 0x61, 0x72, 0x21], '压缩包（RAR）', unpack],
  [[0x37, 0x7a, 0xbc, 0xaf], '压缩包（7z）', unpack],
  [[0x1f, 0x8b], '压缩包（gz）', unpack],
  [[0x4d, 0x5a, 0x90, 0x00], '程序文件', '检查是否选错了文件'],
]

const pictures = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
]

/** What is known of a zip archive before its kind. */
export interface ZipContents {
  names: readonly string[]
  kind: OfficePackage['kind']
}

/**
 * Says what a file is by its bytes; the ending of its name only decides between kinds that share the same bytes.
 * `contents` is undefined when the archive's directory cannot be read, or for what is no archive.
 */
export function sniffFormat(bytes: Uint8Array, name: string, contents: ZipContents | undefined): Sniffed {
  const ending = name.toLowerCase().replace(/^.*\./, '')
  if (isZip(bytes)) return sniffZip(ending, contents)
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return sniffCompound(bytes)
  const head = Buffer.from(bytes.subarray(0, 2048)).toString('latin1')
  if (head.slice(0, 1024).includes('%PDF-')) return { format: 'pdf' }
  if (head.trimStart().startsWith('{\\rtf')) return { format: 'rtf' }
  if (/^(MIME-Version|From):[\s\S]{0,1500}Content-Type:\s*multipart/i.test(head))
    return unsupported('单个文件网页（.mht）')
  if (pictures.some((magic) => startsWith(bytes, magic))) return { format: 'picture' }
  const stranger = strangers.find(([magic]) => startsWith(bytes, magic))
  if (stranger) return unsupported(stranger[1], stranger[2])
  return sniffText(bytes, head, ending)
}

function sniffZip(ending: string, contents: ZipContents | undefined): Sniffed {
  if (!contents) return { refused: { why: 'torn', kind: ending === 'zip' ? '压缩包' : '文件' } }
  const { names, kind } = contents
  const has = (pattern: RegExp) => names.some((entry) => pattern.test(entry))
  if (kind === 'document' || has(/^word\/document\d*\.xml$/i)) return { format: 'docx' }
  if (kind === 'workbook' || has(/^xl\//i)) return unsupported('电子表格（.xlsx）', spreadsheet)
  if (kind === 'presentation' || has(/^ppt\//i)) return unsupported('演示文稿（.pptx）')
  if (has(/^OFD\.xml$/i)) return unsupported('版式文件（.ofd）', '用 OFD 阅读软件打开，另存为 PDF 或复制正文后粘贴进来')
  if (has(/^content\.xml$/i))
    return ending === 'ods' ? unsupported('电子表格（.ods）', spreadsheet) : unsupported('OpenDocument 文档（.odt）')
  if (has(/^\[Content_Types\]\.xml$/i)) return { refused: { why: 'torn', kind: 'Word 文件' } }
  return unsupported('压缩包（zip）', unpack)
}

function sniffCompound(bytes: Uint8Array): Sniffed {
  const streams = listCompoundStreams(bytes)
  if (!streams) return { refused: { why: 'torn', kind: 'Word 文件（.doc）' } }
  if (streams.has('EncryptedPackage')) return { refused: { why: 'password', kind: '文件' } }
  if (streams.has('WordDocument')) return { format: 'doc' }
  if (streams.has('Workbook') || streams.has('Book')) return unsupported('电子表格（.xls）', spreadsheet)
  if (streams.has('PowerPoint Document')) return unsupported('演示文稿（.ppt）')
  return unsupported('旧版办公软件文件（如 .wps）')
}

/** Text formats share their bytes: the first tags decide, then the ending. */
function sniffText(bytes: Uint8Array, head: string, ending: string): Sniffed {
  const letters = head
    .replaceAll('\0', '')
    .replace(/^(ï»¿|ÿþ|þÿ)/, '')
    .trimStart()
  if (/^<\?xml[^>]*>\s*<(office:|pkg:package|w:wordDocument|\?mso)/i.test(letters))
    return unsupported('XML 格式的 Word 文件')
  if (/<(!doctype\s+html|html|head|body|meta|table|div|p|span|section|article|td)[\s>/]/i.test(letters)) {
    if (/^[[{]/.test(letters)) return { format: 'json' }
    // A plain text may speak of tags; only one that begins with them is a page.
    if (ending !== 'txt' || letters.startsWith('<')) return { format: 'html' }
  }
  if (/^\s*[[{]\s*["[{]/.test(letters)) return { format: 'json' }
  if (looksBinary(bytes)) return { refused: { why: 'unknown' } }
  if (['html', 'htm', 'shtml', 'jsp', 'aspx'].includes(ending)) return { format: 'html' }
  return { format: 'txt' }
}

/** Control characters other than tabs and line ends, and bytes that are no character, do not fill texts. */
function looksBinary(bytes: Uint8Array): boolean {
  const { text, replaced } = decodeText(bytes.subarray(0, 8192))
  const controls = text.match(/[^\P{Cc}\t\n\v\f\r]/gu)?.length ?? 0
  return controls > 2 + text.length * 0.02 || replaced > 2 + text.length * 0.3
}
