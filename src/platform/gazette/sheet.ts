import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  VerticalAlignTable,
  VerticalMergeType,
  WidthType,
} from 'docx'
import type { Sheet, SheetTable } from './gazette.ts'
import { millimetres, points, sheetHeight, sheetWidth } from './page.ts'
import { exactly, run, title } from './paragraphs.ts'
import { ruled } from './ruled.ts'
import { type Merge, tallCells } from './tall-cells.ts'

/** A landscape page with one table: label, title, remarks, and a header row that comes again on every page. */
export function sheet(page: Sheet): (Paragraph | Table)[] {
  const width = sheetWidth(page.paper)
  const label =
    page.label === undefined ? [] : [new Paragraph({ spacing: exactly(28), children: [run(page.label, 'hei')] })]
  return [
    ...label,
    ...title(page.title, width),
    remarks(page, width),
    drawTable(page.table, { width, height: sheetHeight(page.paper) }),
  ]
}

function remarks({ remarks: texts }: Sheet, widthMm: number): Paragraph {
  return new Paragraph({
    spacing: { ...exactly(20), before: points(4), after: points(4) },
    tabStops: [{ type: 'right', position: millimetres(widthMm) }],
    keepNext: true,
    children: [run(texts?.left ?? '', 'kai', { size: 12 }), run(`\t${texts?.right ?? ''}`, 'kai', { size: 12 })],
  })
}

/** @param room width and height of the text, in millimetres */
export function drawTable(given: SheetTable, room: { width: number; height: number }): Table {
  const whole = given.columns.reduce((sum, column) => sum + column.width, 0)
  const widths = given.columns.map((column) => Math.floor((millimetres(room.width) * column.width) / whole))
  const size = given.size ?? 12
  const merges = tallCells(given, {
    widths: widths.map((each) => each / 20),
    height: millimetres(room.height) / 20,
    size,
  })
  return new Table({
    ...ruled,
    width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: given.columns.map((column, c) =>
          cell(column.title, { width: widths[c] ?? 0, size, face: 'hei', align: 'centre' }),
        ),
      }),
      ...given.rows.map(
        (row, r) =>
          new TableRow({
            cantSplit: row.every((text) => text.length < 600),
            children: given.columns.map((column, c) => {
              const merge = merges[c]?.[r]
              const look = { width: widths[c] ?? 0, size, face: 'body', align: column.align ?? 'start' } as const
              return cell(merge === 'continue' ? '' : (row[c] ?? ''), merge === undefined ? look : { ...look, merge })
            }),
          }),
      ),
    ],
  })
}

interface Look {
  width: number
  size: number
  face: 'hei' | 'body'
  align: 'centre' | 'start'
  merge?: Merge
}

function cell(text: string, look: Look): TableCell {
  const alignment = look.align === 'centre' ? AlignmentType.CENTER : AlignmentType.LEFT
  return new TableCell({
    width: { size: look.width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: points(2), bottom: points(2), left: points(4), right: points(4) },
    ...(look.merge === undefined
      ? {}
      : { verticalMerge: look.merge === 'restart' ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE }),
    children: kept(text)
      .split('\n')
      .map(
        (part) =>
          new Paragraph({
            alignment,
            spacing: exactly(look.size * 1.4),
            children: [run(part, look.face, { size: look.size })],
          }),
      ),
  })
}

/** A sign, its figure and its unit stay on one line. */
const kept = (text: string): string => text.replace(/(?<=[≥≤><约\d]) (?=\S)/gu, '\u00a0')
