import type { CalendarYear } from '#kernel/calendar.ts'
import { addDays, daysBetween } from '#kernel/day.ts'
import { levelText } from '#kernel/level-text.ts'
import { isoDay } from '#kernel/read-day.ts'

/** Days read from words, and what the reader should look at before taking them. */
export interface HolidayReading extends CalendarYear {
  doubts: string[]
}

const month = String.raw`(?:(?<y1>\d{4})\s*[年\-/.])?\s*(?<m1>\d{1,2})\s*[月\-/.]\s*(?<d1>\d{1,2})\s*日?`
const until = String.raw`(?:\s*(?:[至到~—–]+|(?<=日)\s*-+)\s*(?:(?:(?<y2>\d{4})\s*[年\-/.])?\s*(?<m2>\d{1,2})\s*[月\-/.])?\s*(?<d2>\d{1,2})\s*日?)?`
const span = new RegExp(month + until, 'g')
const off = /放假|休息|调休(?!上班)|(?<=[\s,，、;；:：]|^)休(?=$|[\s,，、;；。])/
const on = /上班|补班|(?<=[\s,，、;；:：]|^)班(?=$|[\s,，、;；。])/

const unique = (days: readonly string[]): string[] => [...new Set(days)].sort()

/**
 * Reads the days off and the make-up days of a year from the body of a notice (元旦：1月1日至3日放假，共3天。1月4日上班。)
 * or from lines of a day and 休 or 班. What stands before 放假 is off, what stands before 上班 is worked.
 */
export function readHolidays(year: number, text: string): HolidayReading {
  const reading: HolidayReading = { year, holidays: [], workdays: [], doubts: [] }
  const plain = levelText(text)
    .normalize('NFKC')
    .replace(/\([^()]*\)|（[^（）]*）/g, '')
  for (const line of plain.split(/\n/)) readLine(line, reading)
  return { ...reading, holidays: unique(reading.holidays), workdays: unique(reading.workdays) }
}

function readLine(line: string, reading: HolidayReading): void {
  for (const part of line.split(/[。;；]/)) {
    const days = spansIn(part, reading.year)
    if (days.length === 0) continue
    const clauses = part.split(/(?<=放假(?:调休)?|上班|补班|休息)/)
    if (clauses.length > 1 && on.test(part) && off.test(part)) for (const clause of clauses) take(clause, reading)
    else take(part, reading)
  }
}

function take(part: string, reading: HolidayReading): void {
  const days = spansIn(part, reading.year)
  if (days.length === 0) return
  const own = days.filter((day) => day.startsWith(`${reading.year}-`))
  const other = days.filter((day) => !day.startsWith(`${reading.year}-`))
  if (other.length > 0) reading.doubts.push(`“${part.trim()}”中有 ${reading.year} 年以外的日期，没有计入。`)
  if (on.test(part)) reading.workdays.push(...own)
  else if (off.test(part)) reading.holidays.push(...own)
  else reading.doubts.push(`“${part.trim()}”没有写明放假还是上班，没有计入。`)
  const said = /共\s*(\d+)\s*天/.exec(part)?.[1]
  if (said !== undefined && Number(said) !== days.length)
    reading.doubts.push(`“${part.trim()}”写的是共 ${said} 天，读出 ${days.length} 天，请核对。`)
}

function spansIn(part: string, year: number): string[] {
  return [...part.matchAll(span)].flatMap(({ groups = {} }) => {
    const { y1, m1, d1, y2, m2, d2 } = groups
    const first = dayOf(y1 ?? `${year}`, m1, d1)
    const last = d2 === undefined ? first : dayOf(y2 ?? y1 ?? `${year}`, m2 ?? m1, d2)
    return first === undefined || last === undefined ? [] : daysFrom(first, last)
  })
}

const dayOf = (year: string, month: string | undefined, day: string | undefined): string | undefined =>
  isoDay(Number(year), Number(month), Number(day))

/** No holiday is longer than a month; a span that is, is a misreading. */
function daysFrom(first: string, last: string): string[] {
  const count = daysBetween(first, last) + 1
  if (count < 1 || count > 31) return []
  return Array.from({ length: count }, (_, i) => addDays(first, i))
}
