import { addDays } from './day.ts'
import { levelText } from './level-text.ts'
import { parseNumeral } from './numerals.ts'

/** A day as ISO, or the sentence that says why there is none and what to do. */
export type DayRead = { on: string } | { reason: string }

/** A time of day and the day of the week may stand behind a day and say nothing of it. */
const behind = String.raw`(?:\s*\([^()]*\)|\s*(?:星期|周)[一二三四五六日天])?(?:[T\s]*\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?[.。]?`
const apart = new RegExp(String.raw`^(\d{4})\s*[-/.年_、—–]\s*(\d{1,2})\s*[-/.月_、—–]\s*(\d{1,2})\s*[日号]?${behind}$`)
const together = new RegExp(String.raw`^(\d{4})(\d{2})(\d{2})${behind}$`)
const inNumerals =
  /^([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})[日号]$/
const monthOnly = /^\d{4}\s*[-/.年]\s*\d{1,2}\s*月?[.。]?$|^\d{4}年?$/
/** What a spreadsheet shows of a day in a cell without a date format: days since 1899-12-30, here of 1954 to 2119. */
const serial = /^([2-7]\d{4})(?:\.\d+)?$/

/**
 * A day as offices write it: 2024-03-18, 2024/3/18, 2024.3.18., 20240318, 2024年3月18日, 二〇二四年三月十八日, in figures of
 * any width. Nothing is guessed: a month is no day, and the serial number of a spreadsheet may count from 1900 or 1904.
 */
export function readDay(text: string): DayRead {
  const plain = levelText(text).normalize('NFKC').trim()
  const [, ...parts] = apart.exec(plain) ?? together.exec(plain) ?? inNumerals.exec(plain) ?? []
  const [year, month, day] = parts.map((part) => (/^\d/.test(part) ? Number(part) : (parseNumeral(digits(part)) ?? 0)))
  if (year !== undefined && month !== undefined && day !== undefined) {
    const on = isoDay(year, month, day)
    return on === undefined ? { reason: `日期“${text}”不存在，请核对。` } : { on }
  }
  if (monthOnly.test(plain)) return { reason: `日期“${text}”没有写到日，请补全，写成 2024-03-18 这样。` }
  const [, count] = serial.exec(plain) ?? []
  if (count !== undefined) {
    const on = addDays('1899-12-30', Number(count))
    return { reason: `日期“${text}”是表格软件里的序号，多半是 ${on}。请把这一格的格式改为日期，核对后再导入。` }
  }
  return { reason: `日期“${text}”看不懂，请写成 2024-03-18 这样。` }
}

/** ○ is typed for 〇. */
const digits = (part: string): string => part.replaceAll('○', '〇')

/** A day of the calendar as ISO; undefined for 30 February. */
export function isoDay(year: number, month: number, day: number): string | undefined {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? text : undefined
}
