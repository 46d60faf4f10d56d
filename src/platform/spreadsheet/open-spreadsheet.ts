import { Refusal } from '#kernel/errors.ts'
import { readCompoundStream } from '#platform/reading/compound-file.ts'
import { readingLimits } from '#platform/reading/document.ts'
import { type FileFormat, titleOf } from '#platform/reading/file-formats.data.ts'
import { contentsOf, openPackage } from '#platform/reading/open-package.ts'
import { type Archive, openZip } from '#platform/reading/open-zip.ts'
import { isZip, type RefusedKind, sniffFormat } from '#platform/reading/sniff-format.ts'
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

/** Formats that hold a sheet, or may, but are not read. */
const convertible: ReadonlySet<FileFormat> = new Set(['oldOffice', 'sheetXml', 'uof', 'xlsb'])

/** Says by the bytes what kind of spreadsheet this is and opens the sheet wanted. */
export async function openSpreadsheet(bytes: Uint8Array, wanted: Wanted): Promise<OpenedSpreadsheet> {
  const archive = isZip(bytes) ? await openArchive(bytes, wanted.limits) : undefined
  try {
    const sniffed = sniffFormat(bytes, 'x.csv', archive && (await contentsOf(archive)))
    if ('refused' in sniffed) throw refusal(sniffed.refused)
    const { format } = sniffed
    if (archive && format === 'xlsx') {
      return await openXlsx(await openWorkbook(archive, await openPackage(archive)), wanted)
    }
    if (archive && format === 'ods') return await openOds(archive, wanted)
    if (format === 'xls') return openXls(bytes, wanted)
    if (format === 'txt') return { sheet: '', sheets: [], rows: csvRows(bytes) }
    if (convertible.has(format)) throw spreadsheetErrors.notRead({ kind: titleOf(format) })
    throw spreadsheetErrors.otherKind({ kind: titleOf(format) })
  } catch (error) {
    throw ours(error)
  }
}

function refusal(refused: RefusedKind) {
  switch (refused.why) {
    case 'password':
      return spreadsheetErrors.passwordProtected({})
    case 'torn':
      return spreadsheetErrors.torn({})
    case 'unknown':
      return spreadsheetErrors.otherKind({ kind: '其他文件' })
  }
}

async function openXlsx(workbook: Workbook, { sheet, limits }: Wanted): Promise<OpenedSpreadsheet> {
  const filled: string[] = []
  for (const { name, part } of workbook.sheets) if (await holdsCells(workbook, part)) filled.push(name)
  const name = choose(filled, sheet)
  return { sheet: name, sheets: filled, rows: guarded(xlsxRows(workbook, name, limits)) }
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
  const stream = readCompoundStream(bytes, 'Workbook') ?? readCompoundStream(bytes, 'Book')
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
