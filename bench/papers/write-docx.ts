import {
  AlignmentType,BorderStyle, Document, 
  LevelFormat, LineRuleType, Packer, PageBreak, Paragraph, Table, TableCell, TableRow, TextRun, VerticalMergeType, WidthType,
} from 'docx' // biome-ignore format: a list
import type { CompiledPlan, PlanTask } from '#compiler/compiled-plan.ts'

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

const written = /^（[一二三四五六七八九十]+）/
const numbers = {
  reference: 'numbers',
  levels: [{ level: 0, format: LevelFormat.CHINESE_COUNTING, text: '（%1）', alignment: AlignmentType.LEFT }],
}

/** Paragraphs whose bracketed numbers Word makes itself, anew under each heading, as in most files of offices. */
function numbered(lines: readonly string[]): Paragraph[] {
  let instance = 0
  return lines.map((words) => {
    if (/^[一二三四五六七八九十]+、/.test(words)) instance += 1
    if (!written.test(words)) return paragraph(words, false)
    const text = words.replace(written, '')
    return new Paragraph({
      children: [new TextRun({ text, ...body })],
      numbering: { reference: 'numbers', level: 0, instance },
      spacing: line,
    })
  })
}

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

const group = ({ path }: PlanTask): string =>
  (path.at(-1) ?? '').replace(/^[（(]?[一二三四五六七八九十\d]+[）)、.．]/u, '')

/** What the rows of the table say, headings first; the second cell is one with the row above where both say the same. */
export function taskRows({ tasks }: CompiledPlan): string[][] {
  const rows = tasks.filter(({ leads }) => leads.length > 0)
  return [
    heads,
    ...rows.map((task, i) => [
      String(i + 1),
      group(task),
      `${task.title}。`,
      words(task.leads),
      words(task.participants) || '—',
      task.due?.text ?? '2026年底前',
    ]),
  ]
}

/** The tasks as offices append them. */
function taskTable(plan: CompiledPlan): Table {
  const rows = taskRows(plan)
  const merged = (row: number, column: number) =>
    column !== 1 || row === 0 ? undefined : rows[row]?.[1] === rows[row - 1]?.[1] ? 'goes on' : 'begins'
  return new Table({
    width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
    columnWidths: widths,
    rows: rows.map(
      (row, i) => new TableRow({ children: row.map((said, n) => box(said, widths[n] ?? 0, merged(i, n))) }),
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
      numbering: { config: [numbers] },
      sections: [
        {
          properties: {
            page: {
              size: { width: 11906, height: 16838 },
              margin: { top: 2098, bottom: 1984, left: 1588, right: 1474 },
            },
          },
          children: [paragraph(first, true), ...numbered(rest), ...table],
        },
      ],
    }),
  )
}
