import { Refusal } from '#kernel/errors.ts'
import { listCompoundStreams, readCompoundStream } from '#platform/reading/compound-file.ts'
import { readingLimits } from '#platform/reading/document.ts'
import { openPackage } from '#platform/reading/open-package.ts'
import { type Archive, openZip } from '#platform/reading/open-zip.ts'
import { isZip, sniffFormat } from '#platform/reading/sniff-format.ts'
import { csvRows } from './csv-rows.ts'
import { spreadsheetErrors } from './errors.ts'
import type { SheetLimits } from './limits.ts'
import { listOdsSheets, odsRows } from './ods-rows.ts'
import { openWorkbook, type Workbook } from './open-workbook.ts'
import { openXlsStream } from './open-xls.ts'
import type { RawRow } from './raw-row.ts'
import { holdsXlsCells, xlsRows } from './xls-rows.ts'
import { holdsCells, xlsxRows } from './xlsx-rows.ts'

export interface OpenedSpreadsheet {
  sheet: string
  sheets: string[]
  rows: AsyncIterable<RawRow> | Iterable<RawRow>
}

interface Wanted {
  sheet: string | number | undefined
  limits: SheetLimits
}

/** Says by the bytes what kind of spreadsheet this is and opens the sheet wanted. */
export async function openSpreadsheet(bytes: Uint8Array, wanted: Wanted): Promise<OpenedSpreadsheet> {
  if (isZip(bytes)) return openZipped(bytes, wanted)
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return openXls(bytes, wanted)
  const sniffed = sniffFormat(bytes, 'x.csv', undefined)
  if ('format' in sniffed && sniffed.format === 'txt') return { sheet: '', sheets: [], rows: csvRows(bytes) }
  throw spreadsheetErrors.otherKind({ kind: 'format' in sniffed ? (kinds[sniffed.format] ?? '其他文件') : '其他文件' })
}

const kinds: Record<string, string> = {
  html: '网页',
  pdf: 'PDF 文件',
  doc: 'Word 文件',
  docx: 'Word 文件',
  rtf: 'RTF 文件',
  json: '接口数据',
}

async function openZipped(bytes: Uint8Array, wanted: Wanted): Promise<OpenedSpreadsheet> {
  const archive = await openArchive(bytes, wanted.limits)
  const has = (pattern: RegExp) => archive.names.some((name) => pattern.test(name))
  try {
    const file = await openPackage(archive)
    if (/\.bin$/i.test(file.main ?? '')) throw spreadsheetErrors.otherKind({ kind: '二进制工作簿（.xlsb）' })
    if (file.kind === 'workbook' || has(/^xl\//i)) return await openXlsx(await openWorkbook(archive, file), wanted)
    if (await isOpenDocumentSheet(archive)) return await openOds(archive, wanted)
    const isWord = file.kind === 'document' || has(/^word\//i) || has(/^content\.xml$/i)
    throw spreadsheetErrors.otherKind({ kind: isWord ? 'Word 文件' : '压缩包' })
  } catch (error) {
    throw ours(error)
  }
}

async function openXlsx(workbook: Workbook, { sheet, limits }: Wanted): Promise<OpenedSpreadsheet> {
  const filled: string[] = []
  for (const { name, part } of workbook.sheets) if (await holdsCells(workbook, part)) filled.push(name)
  const name = choose(filled, sheet)
  return { sheet: name, sheets: filled, rows: guarded(xlsxRows(workbook, name, limits)) }
}

async function isOpenDocumentSheet(archive: Archive): Promise<boolean> {
  const kind = await archive.read('mimetype')
  return kind !== undefined && Buffer.from(kind).includes('opendocument.spreadsheet')
}

async function openOds(archive: Archive, { sheet, limits }: Wanted): Promise<OpenedSpreadsheet> {
  const sheets = await listOdsSheets(archive)
  const name = choose(sheets, sheet)
  return { sheet: name, sheets, rows: guarded(odsRows(archive, name, limits)) }
}

async function openArchive(bytes: Uint8Array, limits: SheetLimits): Promise<Archive> {
  try {
    const archive = await openZip(bytes, { ...readingLimits, ...limits })
    if (archive) return archive
  } catch (error) {
    throw asSpreadsheet(error)
  }
  throw spreadsheetErrors.torn({})
}

/** The archive's refusals speak of documents; the same reasons in the words for tables. */
function asSpreadsheet(error: unknown): unknown {
  if (!(error instanceof Refusal)) return spreadsheetErrors.torn({})
  if (error.code === 'reading.torn') return spreadsheetErrors.torn({})
  if (error.code === 'reading.passwordProtected') return spreadsheetErrors.passwordProtected({})
  return error.code === 'reading.unzippedTooLarge' ? spreadsheetErrors.unzippedTooLarge({}) : error
}

function openXls(bytes: Uint8Array, { sheet, limits }: Wanted): OpenedSpreadsheet {
  const streams = listCompoundStreams(bytes)
  if (!streams) throw spreadsheetErrors.torn({})
  if (streams.has('EncryptedPackage')) throw spreadsheetErrors.passwordProtected({})
  if (!streams.has('Workbook') && !streams.has('Book'))
    throw spreadsheetErrors.otherKind({ kind: 'Word 或其他办公文件' })
  const stream = readCompoundStream(bytes, streams.has('Workbook') ? 'Workbook' : 'Book')
  if (!stream) throw spreadsheetErrors.torn({})
  const workbook = openXlsStream(stream, limits)
  const filled = workbook.sheets.filter(({ start }) => holdsXlsCells(workbook, start)).map(({ name }) => name)
  const name = choose(filled, sheet)
  return { sheet: name, sheets: filled, rows: xlsRows(workbook, name, limits) }
}

function choose(sheets: readonly string[], wanted: string | number | undefined): string {
  const name = typeof wanted === 'string' ? sheets.find((each) => each === wanted) : sheets[wanted ?? 0]
  if (name === undefined && wanted === undefined) throw spreadsheetErrors.empty({})
  if (name === undefined) throw spreadsheetErrors.sheetNotFound({ sheet: String(wanted), sheets })
  return name
}

/** What the reader stumbles over on its way is damage; refusals of our own pass. */
async function* guarded(rows: AsyncIterable<RawRow>): AsyncGenerator<RawRow> {
  try {
    yield* rows
  } catch (error) {
    throw ours(error)
  }
}

const ours = (error: unknown): unknown =>
  error instanceof Refusal && !error.code.startsWith('reading.') ? error : asSpreadsheet(error)
