import type { MergeRange } from 'hucre'
import { readXls } from 'hucre/xlsx'
import { Refusal } from '#kernel/errors.ts'
import { listCompoundStreams } from '#platform/reading/compound-file.ts'
import { readingLimits } from '#platform/reading/document.ts'
import { openPackage } from '#platform/reading/open-package.ts'
import { type Archive, openZip } from '#platform/reading/open-zip.ts'
import { isZip, sniffFormat } from '#platform/reading/sniff-format.ts'
import { csvRows } from './csv-rows.ts'
import { spreadsheetErrors } from './errors.ts'
import type { SheetLimits } from './limits.ts'
import { type MergedCells, spreadMerged } from './merged-cells.ts'
import { openWorkbook } from './open-workbook.ts'
import type { RawRow } from './raw-row.ts'
import { xlsxRows } from './xlsx-rows.ts'

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
  if (isZip(bytes)) return openXlsx(bytes, wanted)
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

async function openXlsx(bytes: Uint8Array, { sheet, limits }: Wanted): Promise<OpenedSpreadsheet> {
  const archive = await openArchive(bytes, limits)
  const file = await openPackage(archive).catch((error: unknown) => {
    throw asSpreadsheet(error)
  })
  const isWorkbook = file.kind === 'workbook' || archive.names.some((name) => /^xl\//i.test(name))
  if (!isWorkbook) {
    const isWord = file.kind === 'document' || archive.names.some((name) => /^word\//i.test(name))
    throw spreadsheetErrors.otherKind({ kind: isWord ? 'Word 文件' : '压缩包' })
  }
  const workbook = await openWorkbook(archive, file)
  const all = workbook.sheets.map(({ name }) => name)
  const name = choose(all, sheet)
  return { sheet: name, sheets: all, rows: guarded(xlsxRows(workbook, name, limits)) }
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

async function openXls(bytes: Uint8Array, { sheet }: Wanted): Promise<OpenedSpreadsheet> {
  const streams = listCompoundStreams(bytes)
  if (!streams) throw spreadsheetErrors.torn({})
  if (streams.has('EncryptedPackage')) throw spreadsheetErrors.passwordProtected({})
  if (!streams.has('Workbook') && !streams.has('Book'))
    throw spreadsheetErrors.otherKind({ kind: 'Word 或其他办公文件' })
  const workbook = await readXls(bytes).catch((error: unknown) => {
    throw isLocked(error) ? spreadsheetErrors.passwordProtected({}) : spreadsheetErrors.torn({})
  })
  const sheets = workbook.sheets.filter((each) => !each.hidden)
  const all = sheets.map((each) => each.name)
  const name = choose(all, sheet)
  const chosen = sheets.find((each) => each.name === name)
  const spread = spreadMerged((chosen?.merges ?? []).map(mergedOf))
  const rows = (chosen?.rows ?? []).map((values, index) => ({ index, values: spread(index, values) }))
  return { sheet: name, sheets: all, rows }
}

const mergedOf = (range: MergeRange): MergedCells => ({
  top: range.startRow,
  left: range.startCol,
  bottom: range.endRow,
  right: range.endCol,
})

const isLocked = (error: unknown): boolean =>
  error instanceof Error && /encrypt|password/i.test(`${error.name} ${error.message}`)

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
    throw error instanceof Refusal && !error.code.startsWith('reading.') ? error : asSpreadsheet(error)
  }
}
