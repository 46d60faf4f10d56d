import { AlignmentType, HeightRule, Paragraph, Table, TableCell, TableRow, VerticalAlignTable, WidthType } from 'docx'
import type { Block, FormRow } from './gazette.ts'
import { letterWidth, millimetres, points } from './page.ts'
import { exactly, run } from './paragraphs.ts'
import { ruled } from './ruled.ts'

const size = 12
const pitch = 19
const labelWidth = millimetres(30)
const textWidth = millimetres(letterWidth) - labelWidth

/** A form over the width of the text: labels in 黑体 at the left, words in 小四仿宋 beside them. */
export const form = ({ rows, remarks }: Extract<Block, { kind: 'form' }>): (Paragraph | Table)[] => [
  ...(remarks ? [above(remarks)] : []),
  new Table({
    ...ruled,
    width: { size: labelWidth + textWidth, type: WidthType.DXA },
    columnWidths: [labelWidth, textWidth],
    rows: rows.map(row),
  }),
]

const above = ({ left, right }: { left: string; right: string }): Paragraph =>
  new Paragraph({
    spacing: { ...exactly(20), after: points(4) },
    tabStops: [{ type: 'right', position: millimetres(letterWidth) }],
    keepNext: true,
    children: [run(left, 'kai', { size }), run(`\t${right}`, 'kai', { size })],
  })

const row = ({ label, text, lines = 1 }: FormRow): TableRow =>
  new TableRow({
    cantSplit: text.length < 400,
    height: { value: points(lines * pitch + 8), rule: HeightRule.ATLEAST },
    children: [
      cell(labelWidth, [paragraph(label, 'hei', AlignmentType.CENTER)]),
      cell(
        textWidth,
        text.split('\n').map((part) => paragraph(part, 'body', AlignmentType.LEFT)),
      ),
    ],
  })

const cell = (width: number, children: Paragraph[]): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: points(3), bottom: points(3), left: points(6), right: points(6) },
    children,
  })

const paragraph = (
  text: string,
  face: 'hei' | 'body',
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType],
): Paragraph => new Paragraph({ alignment, spacing: exactly(pitch), children: [run(text, face, { size })] })
