import { type CellStyle, type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { rowHeights, sheetNames, tallCells } from './sheet-layout.ts'
import type { WorkbookColumn } from './workbook-column.ts'

export interface WorkbookSheet {
  name: string
  columns: readonly WorkbookColumn[]
  /** Texts, numbers, ISO dates for date columns; null leaves the cell empty. */
  rows: readonly (readonly (string | number | null)[])[]
  /** These columns, by index, say their words once for neighbouring rows that agree in the first of them. */
  merged?: readonly number[]
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
  const names = sheetNames(sheets.map(({ name }) => name))
  const named = sheets.map((sheet, i) => ({ ...sheet, name: names[i] ?? sheet.name }))
  return writeXlsx({
    sheets: named.map((sheet) => layOut(sheet, options)),
    namedRanges:
      options.printTitleRows === false ? [] : named.map(({ name }) => repeatHeader(name, headsOf(options).length)),
    defaultFont: { name: '宋体', size: 11 },
  })
}

const headsOf = ({ title, note }: WorkbookOptions): string[] => [title, note].filter((each) => each !== undefined)

/** Excel's own name for rows repeated on each page; the sheet's name is quoted because it may hold blanks. */
const repeatHeader = (sheet: string, above: number) => ({
  name: '_xlnm.Print_Titles',
  range: `'${sheet}'!$${above + 1}:$${above + 1}`,
  scope: sheet,
})

function drawCells({ columns, rows }: WorkbookSheet, options: WorkbookOptions): NonNullable<WriteSheet['cells']> {
  const heads = headsOf(options)
  const border = options.border === false ? {} : { border: box }
  const cells: NonNullable<WriteSheet['cells']> = new Map()
  const write = (place: string, value: string, style: CellStyle) => cells.set(place, { value, type: 'string', style })
  heads.forEach((text, i) => write(`${i},0`, text, i === 0 && options.title ? styles.title : styles.note))
  columns.forEach(({ title }, c) => write(`${heads.length},${c}`, title, { ...styles.header, ...border }))
  rows.forEach((row, r) =>
    columns.forEach((column, c) => {
      const style = { ...styleOf(column), ...border }
      cells.set(`${heads.length + 1 + r},${c}`, { ...typed(row[c] ?? null, column), style })
    }),
  )
  return cells
}

function layOut(sheet: WorkbookSheet, options: WorkbookOptions): WriteSheet {
  const { name, columns, rows } = sheet
  const heads = headsOf(options)
  const lastColumn = columns.findLastIndex(({ hidden }) => !hidden)
  return {
    name,
    columns: columns.map(({ width, hidden = false }) => (hidden ? { width, hidden } : { width })),
    rows: Array.from({ length: heads.length + 1 + rows.length }, () => columns.map(() => null)),
    cells: drawCells(sheet, options),
    // Excel takes a merge of one cell for damage.
    merges: [
      ...(lastColumn > 0 ? heads.map((_, i) => ({ startRow: i, startCol: 0, endRow: i, endCol: lastColumn })) : []),
      ...tallCells(sheet).map(({ column, from, to }) => {
        const first = heads.length + 1
        return { startRow: first + from, startCol: column, endRow: first + to, endCol: column }
      }),
    ],
    rowDefs: rowHeights(sheet, options),
    ...(options.freeze === false ? {} : { freezePane: { rows: heads.length + 1 } }),
    pageSetup: {
      paperSize: options.paper ?? 'a4',
      orientation: options.orientation ?? 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { top: 0.75, right: 0.5, bottom: 0.75, left: 0.5, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&C第 &P 页，共 &N 页' },
  }
}

function styleOf({ kind = 'text' }: WorkbookColumn): CellStyle {
  if (kind === 'number') return { alignment: { horizontal: 'right', vertical: 'center' } }
  if (kind === 'place') return { alignment: { horizontal: 'center', vertical: 'center' } }
  if (kind === 'date') return { alignment: { horizontal: 'center', vertical: 'center' }, numFmt: 'yyyy-mm-dd' }
  // The text format keeps long codes and leading = as they are even when the cell is edited.
  return { alignment: { vertical: 'center', wrapText: true }, numFmt: '@' }
}

function typed(
  value: string | number | null,
  { kind = 'text' }: WorkbookColumn,
): { value: CellValue; type: 'string' | 'number' | 'date' | 'empty' } {
  if (value === null || value === '') return { value: null, type: 'empty' }
  if ((kind === 'number' || kind === 'place') && typeof value === 'number') return { value, type: 'number' }
  if (kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(String(value)))
    return { value: new Date(`${value}T00:00:00Z`), type: 'date' }
  return { value: printable(String(value)), type: 'string' }
}

/** Control characters would make the file unreadable for Excel; a cell holds 32,767 characters. */
const printable = (text: string): string => text.replace(/[^\P{Cc}\t\n]/gu, '').slice(0, 32_767)
