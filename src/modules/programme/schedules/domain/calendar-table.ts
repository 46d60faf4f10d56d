import { weekdayOf } from '#kernel/day.ts'
import { readDay } from '#kernel/read-day.ts'
import { type HolidayReading, readHolidays } from './read-holidays.ts'

/** How offices title a table of days off: one day a row with what it is, or one holiday a row with its two lists. */
export const calendarColumns = [
  { key: 'day', title: '日期', aliases: ['开始日期', '公历日期', '起始日期'] },
  { key: 'until', title: '结束日期', aliases: ['截止日期', '终止日期'] },
  { key: 'kind', title: '安排', aliases: ['类型', '类别', '休/班', '休或班', '休班', '放假或上班', '状态', '性质'] },
  {
    key: 'off',
    title: '放假时间',
    aliases: [
      '放假日期',
      '放假',
      '放假安排',
      '休假时间',
      '放假调休',
      '放假调休时间',
      '放假起止时间',
      '起止日期',
      '起止时间',
    ],
  },
  {
    key: 'on',
    title: '调休上班',
    aliases: ['调休上班日期', '调休上班时间', '上班日期', '上班时间', '上班', '补班日期', '补班时间', '补班'],
  },
  { key: 'name', title: '节日', aliases: ['节日名称', '假日', '节假日', '节假日名称', '假期'] },
  { key: 'count', title: '天数', aliases: ['放假天数', '假期天数'] },
] as const
type Column = (typeof calendarColumns)[number]['key']

interface CalendarRecord {
  row: number
  cells: ReadonlyMap<Column, string>
  problems: readonly string[]
}

/** Undefined where the sheet is no such table; its words may still name days. */
export function readCalendarTable(year: number, records: readonly CalendarRecord[]): HolidayReading | undefined {
  if (!records.some(({ cells }) => cells.has('day') || cells.has('off') || cells.has('on'))) return undefined
  const doubts = records.flatMap(({ row, problems }) => problems.map((problem) => `第 ${row} 行：${problem}`))
  const lines: string[] = []
  for (const { row, cells } of records) {
    const cell = (column: Column) => (cells.get(column) ?? '').trim()
    const [off, on] = [cell('off'), cell('on')]
    if (cell('day') !== '') lines.push(lineOf(cell))
    if (off !== '')
      lines.push(`${off.replaceAll('\n', '、')}放假${cell('count') && `，共${cell('count').replace(/天$/, '')}天`}`)
    if (on !== '') lines.push(`${on.replaceAll('\n', '、')}上班`)
    for (const text of [cell('day'), off, on])
      if (!/\p{Nd}/u.test(text) && !isNone(text)) doubts.push(`第 ${row} 行：“${text}”里没有读出日期，没有计入。`)
  }
  const reading = readHolidays(year, lines.join('\n'))
  return { ...reading, doubts: [...doubts, ...reading.doubts] }
}

const isNone = (text: string): boolean => /^(|无|没有|不调休|[-—/]+)$/.test(text)

function lineOf(cell: (column: Column) => string): string {
  const [day, until] = [wordsOf(cell('day')), wordsOf(cell('until'))]
  const kind = kindOf(cell('kind'), day)
  return kind === undefined ? '' : `${day}${until && `至${until}`} ${kind}`
}

/** A day as this program writes it, else the words as they stand: 1月1日 has no year of its own. */
function wordsOf(text: string): string {
  const read = readDay(text)
  return 'on' in read ? read.on : text
}

/** Lists of a whole year say of every day what it is: only a worked Saturday or Sunday is news; undefined for the rest. */
function kindOf(kind: string, day: string): string | undefined {
  const isWeekend = weekdayOf(day) > 4
  if (kind === '工作日') return isWeekend ? '班' : undefined
  if (/^(周末|双休日?|休息日)$/.test(kind)) return isWeekend ? undefined : kind
  return /^(法定|国家)?节?假日?$/.test(kind) ? '休' : kind
}
