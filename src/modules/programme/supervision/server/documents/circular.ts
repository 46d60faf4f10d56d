import type { Block, Gazette, SheetTable } from '#platform/gazette/gazette.ts'
import type { AgencyProgress } from '../../domain/paper.ts'
import type { PaperFacts } from './paper-facts.ts'

const columns: SheetTable['columns'] = [
  { title: '序号', width: 4.4, align: 'centre' },
  { title: '单位', width: 22 },
  { title: '承担\n任务', width: 5, align: 'centre' },
  { title: '●\n绿', width: 4, align: 'centre' },
  { title: '▲\n黄', width: 4, align: 'centre' },
  { title: '■\n红', width: 4, align: 'centre' },
  { title: '○\n灰', width: 4, align: 'centre' },
  { title: '在办\n督办', width: 5, align: 'centre' },
  { title: '其中\n逾期', width: 5, align: 'centre' },
  { title: '应报\n未报', width: 5, align: 'centre' },
]

const rowOf = ({ agency, tasks, lamps, open, overdue, missed }: AgencyProgress, n: number): string[] =>
  [n + 1, agency, tasks, lamps.green, lamps.yellow, lamps.red, lamps.grey, open, overdue, missed].map(String)

const paragraphs = (text: string): Block[] =>
  text
    .split(/\n+/u)
    .filter((part) => part.trim() !== '')
    .map((part) => ({ kind: 'paragraph', text: part.trim() }))

/** 通报: how it stands as a whole, who is where, what is wrong and with whom, what comes next. */
export function circular({ paper }: PaperFacts): Gazette {
  const text = paper.content.circular
  if (!text) return {}
  return {
    letter: {
      head: { issuer: paper.issuer, number: paper.number },
      title: text.title,
      addressees: '各责任单位',
      blocks: [
        { kind: 'heading', level: 1, text: '一、总体情况' },
        ...paragraphs(text.opening),
        { kind: 'heading', level: 1, text: '二、各单位进展' },
        { kind: 'table', table: { columns, rows: text.standings.map(rowOf), size: 10.5 } },
        { kind: 'heading', level: 1, text: '三、存在问题' },
        ...paragraphs(text.problems || '各项任务按进度推进，未发现突出问题。'),
        { kind: 'heading', level: 1, text: '四、下一步要求' },
        ...paragraphs(text.next),
      ],
      signature: { issuer: paper.issuer, on: paper.issuedOn },
      imprint: { printedBy: paper.issuer, printedOn: paper.issuedOn },
    },
  }
}
