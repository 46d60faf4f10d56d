import {
  AlignmentType, BorderStyle, Document, LineRuleType, Packer, PageBreak, Paragraph, Table, TableCell, TableRow, TextRun, VerticalMergeType, WidthType,
} from 'docx' // biome-ignore format: a list
import type { CompiledPlan } from '#modules/plans/domain/compiled-plan.ts'

const [body, title, cell] = [32, 44, 21].map((size) => ({
  size,
  font: { eastAsia: 'Noto Serif CJK SC', ascii: 'Times New Roman' },
}))
const line = { line: 560, lineRule: LineRuleType.EXACT }

const paragraph = (words: string, first: boolean) =>
  new Paragraph({
    children: [new TextRun({ text: words, ...(first ? title : body) })],
    spacing: line,
    ...(first ? { alignment: AlignmentType.CENTER } : { indent: { firstLine: 640 } }),
  })

const edge = { style: BorderStyle.SINGLE, size: 4, color: '000000' }

const box = (words: string, width: number, merged?: 'begins' | 'goes on') =>
  new TableCell({
    children: [new Paragraph({ children: [new TextRun({ text: merged === 'goes on' ? '' : words, ...cell })] })],
    borders: { top: edge, bottom: edge, left: edge, right: edge },
    width: { size: width, type: WidthType.DXA },
    ...(merged && { verticalMerge: merged === 'begins' ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE }),
  })

const widths = [700, 1500, 3300, 1500, 1900, 1100]
const heads = ['序号', '重点任务', '具体措施', '牵头单位', '责任单位', '完成时限']

const words = (names: readonly { name: string }[]): string => names.map(({ name }) => name).join('、')

/** The tasks as offices append them: a table whose second column is one cell for all rows of a heading. */
function taskTable({ tasks }: CompiledPlan): Table {
  const rows = tasks.filter(({ leads }) => leads.length > 0)
  const under = rows.map(({ path }) => (path.at(-1) ?? '').replace(/^[（(]?[一二三四五六七八九十\d]+[）)、.．]/u, ''))
  return new Table({
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: widths,
    rows: [heads, ...rows].map(
      (row, i) =>
        new TableRow({
          children: (Array.isArray(row)
            ? row
            : [
                String(i),
                under[i - 1] ?? '',
                `${row.title}。`,
                words(row.leads),
                words(row.participants) || '—',
                row.due?.text ?? '2026年底前',
              ]
          ).map((said, n) =>
            box(
              said,
              widths[n] ?? 0,
              n === 1 && i > 0 ? (under[i - 1] === under[i - 2] ? 'goes on' : 'begins') : undefined,
            ),
          ),
        }),
    ),
  })
}

/** A plan's words as a Word file set by GB/T 9704-2012, its tasks as a table behind them. */
export function writeDocx(lines: readonly string[], withTable?: CompiledPlan): Promise<Buffer> {
  const [first = '', ...rest] = lines
  const table = withTable
    ? [
        new Paragraph({ children: [new PageBreak()] }),
        paragraph('附件', false),
        paragraph('重点任务分工表', true),
        taskTable(withTable),
      ]
    : []
  return Packer.toBuffer(
    new Document({
      sections: [
        {
          properties: {
            page: {
              size: { width: 11906, height: 16838 },
              margin: { top: 2098, bottom: 1984, left: 1588, right: 1474 },
            },
          },
          children: [paragraph(first, true), ...rest.map((words) => paragraph(words, false)), ...table],
        },
      ],
    }),
  )
}
