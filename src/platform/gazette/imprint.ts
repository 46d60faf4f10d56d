import {
  BorderStyle,
  Paragraph,
  RelativeVerticalPosition,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx'
import { chineseDay } from './chinese-day.ts'
import type { Letter } from './gazette.ts'
import { letterWidth, linePitch, millimetres, points } from './page.ts'
import { blank, exactly, run } from './paragraphs.ts'

const small = 14
const thick = { style: BorderStyle.SINGLE, size: 8, color: '000000' }
const thin = { style: BorderStyle.SINGLE, size: 6, color: '000000' }
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }

/**
 * 版记: 4号仿宋 between a thick, a thin and a thick rule (GB/T 9704-2012 7.4). A floating table holds it at the foot of
 * the last page; LibreOffice does not float a table as wide as the text and sets it below the last line instead, whole.
 * @param isLetter a letter bears neither rules nor who printed it (10.1): its copies alone
 */
export function imprint(
  { copiesTo, printedBy, printedOn }: NonNullable<Letter['imprint']>,
  isLetter = false,
): (Paragraph | Table)[] {
  const copies = copiesTo === undefined ? [] : [line(`抄送：${copiesTo}。`, 3)]
  const lines = isLetter ? copies : [...copies, line(`${printedBy}\t${chineseDay(printedOn)}印发`, 0)]
  if (lines.length === 0) return []
  const table = new Table({
    rows: lines.map((paragraph, n) =>
      row(paragraph, isLetter ? [none, none] : [n === 0 ? thick : thin, n === lines.length - 1 ? thick : thin]),
    ),
    layout: TableLayoutType.FIXED,
    width: { size: millimetres(letterWidth), type: WidthType.DXA },
    columnWidths: [millimetres(letterWidth)],
    float: {
      verticalAnchor: TableAnchorType.MARGIN,
      horizontalAnchor: TableAnchorType.MARGIN,
      relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
    },
  })
  // a section cannot end with a table; the paragraph after it takes no room
  return [blank(), table, blank(1)]
}

/** One character free on both sides; copies that run on begin under the first of them; the day stands at the right. */
const line = (text: string, hanging: number): Paragraph =>
  new Paragraph({
    spacing: exactly(linePitch),
    // the lines of one imprint stay on one page
    keepNext: true,
    keepLines: true,
    indent: { left: points(small * (1 + hanging)), right: points(small), hanging: points(small * hanging) },
    tabStops: [{ type: 'right', position: millimetres(letterWidth) - points(small) }],
    children: [run(text, 'body', { size: small })],
  })

const row = (
  paragraph: Paragraph,
  [top, bottom]: readonly [typeof thick | typeof none, typeof thick | typeof none],
): TableRow =>
  new TableRow({
    cantSplit: true,
    children: [
      new TableCell({
        borders: { top, bottom, left: none, right: none },
        margins: { left: 0, right: 0 },
        children: [paragraph],
      }),
    ],
  })
