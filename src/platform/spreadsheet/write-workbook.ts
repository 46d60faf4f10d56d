import { type CellStyle, type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx'

export interface WorkbookColumn {
  title: string
  /** In characters of the default font; a Chinese character takes two. */
  width: number
  kind?: 'text' | 'number' | 'date'
}

export interface WorkbookSheet {
  name: string
  columns: readonly WorkbookColumn[]
  /** Texts, numbers, ISO dates for date columns; null leaves the cell empty. */
  rows: readonly (readonly (string | number | null)[])[]
}

export interface WorkbookOptions {
  /** Printed over every sheet, across all columns. */
  title?: string
  /** A line under the title: unit, date, source. */
  note?: string
  paper?: 'a4' | 'a3'
  orientation?: 'portrait' | 'landscape'
  /** Keeps the header in sight while scrolling; true unless said otherwise. */
  freeze?: boolean
  /** Repeats the header on every printed page; true unless said otherwise. */
  printTitleRows?: boolean
  border?: boolean
}

const line = { style: 'thin' } as const
const box = { top: line, right: line, bottom: line, left: line }
const styles = {
  title: {
    font: { name: '方正小标宋简体', size: 18 },
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  },
  note: { font: { name: '仿宋_GB2312', size: 11 }, alignment: { horizontal: 'right', vertical: 'center' } },
  header: {
    font: { name: '黑体', size: 11 },
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFEDEDED' } },
  },
} as const satisfies Record<string, CellStyle>

/**
 * Writes tables as an .xlsx ready to print: title, note, header on every page, wrapped text, page numbers, fitted to the
 * width of the paper. No cell is ever a formula: texts that begin with = + - @ stay the texts they are.
 */
export function writeWorkbook(sheets: readonly WorkbookSheet[], options: WorkbookOptions = {}): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map((sheet) => layOut(sheet, options)),
    defaultFont: { name: '宋体', size: 11 },
  })
}

function layOut({ name, columns, rows }: WorkbookSheet, options: WorkbookOptions): WriteSheet {
  const heads = [options.title, options.note].filter((each) => each !== undefined)
  const headerRow = heads.length
  const border = options.border === false ? {} : { border: box }
  const cells: NonNullable<WriteSheet['cells']> = new Map()
  heads.forEach((text, i) =>
    cells.set(`${i},0`, { value: text, type: 'string', style: i === 0 && options.title ? styles.title : styles.note }),
  )
  columns.forEach(({ title }, c) =>
    cells.set(`${headerRow},${c}`, { value: title, type: 'string', style: { ...styles.header, ...border } }),
  )
  rows.forEach((row, r) =>
    columns.forEach((column, c) => {
      const style = { ...styleOf(column), ...border }
      cells.set(`${headerRow + 1 + r},${c}`, { ...typed(row[c] ?? null, column), style })
    }),
  )
  return {
    name: sheetName(name),
    columns: columns.map(({ width }) => ({ width })),
    rows: Array.from({ length: headerRow + 1 + rows.length }, () => columns.map(() => null)),
    cells,
    merges: heads.map((_, i) => ({ startRow: i, startCol: 0, endRow: i, endCol: columns.length - 1 })),
    rowDefs: new Map(heads.map((_, i) => [i, { height: i === 0 && options.title ? 36 : 20 }])),
    ...(options.freeze === false ? {} : { freezePane: { rows: headerRow + 1 } }),
    pageSetup: {
      paperSize: options.paper ?? 'a4',
      orientation: options.orientation ?? 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { top: 0.75, right: 0.5, bottom: 0.75, left: 0.5, header: 0.3, footer: 0.3 },
      ...(options.printTitleRows === false ? {} : { printTitlesRow: `${headerRow + 1}:${headerRow + 1}` }),
    },
    headerFooter: { oddFooter: '&C第 &P 页，共 &N 页' },
  }
}

function styleOf({ kind = 'text' }: WorkbookColumn): CellStyle {
  if (kind === 'number') return { alignment: { horizontal: 'right', vertical: 'center' } }
  if (kind === 'date') return { alignment: { horizontal: 'center', vertical: 'center' }, numFmt: 'yyyy-mm-dd' }
  // The text format keeps long codes and leading = as they are even when the cell is edited.
  return { alignment: { vertical: 'center', wrapText: true }, numFmt: '@' }
}

function typed(
  value: string | number | null,
  { kind = 'text' }: WorkbookColumn,
): { value: CellValue; type: 'string' | 'number' | 'date' | 'empty' } {
  if (value === null || value === '') return { value: null, type: 'empty' }
  if (kind === 'number' && typeof value === 'number') return { value, type: 'number' }
  if (kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(String(value)))
    return { value: new Date(`${value}T00:00:00Z`), type: 'date' }
  return { value: printable(String(value)), type: 'string' }
}

/** Control characters would make the file unreadable for Excel; a cell holds 32,767 characters. */
const printable = (text: string): string => text.replace(/[^\P{Cc}\t\n]/gu, '').slice(0, 32_767)

/** Excel refuses these signs in a sheet's name and more than 31 characters. */
const sheetName = (name: string): string => name.replace(/[\\/?*[\]:]/g, '').slice(0, 31) || '表'
