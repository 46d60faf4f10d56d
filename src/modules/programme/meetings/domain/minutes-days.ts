/**
 * Days as people at a meeting say them: 本月底前, 下周五前, 一个月内, 三个工作日内, 会后两周内. The compiler of plans knows the days of plans; these
 * are counted from the day of the meeting as 民法典第二百零一条 to 二百零三条 count them, on the working calendar; a day that is
 * named (下周五前) stands as it is said.
 */

import type { WorkingCalendar } from '#kernel/calendar.ts'
import { addDays, dayOn, mondayOf } from '#kernel/day.ts'
import { parseNumeral } from '#kernel/numerals.ts'
import { type LegalPeriod, lastDayOf } from '#kernel/period.ts'

interface SpokenDay {
  text: string
  /** Place within the sentence given. */
  start: number
  on: string
}

const parts = (day: string): [number, number, number] => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return [year, month, date]
}

const COUNT = '(\\d{1,3}|[一二两三四五六七八九十]{1,3}|半)'
const weekdays = '一二三四五六日天'

function inMonth(on: string, later: number, date: string | undefined): string {
  const [year, month] = parts(on)
  return date === undefined ? dayOn(year, month + later + 1, 0) : dayOn(year, month + later, Number(date))
}

function inWeek(on: string, later: number, weekday: string | undefined): string {
  const monday = addDays(mondayOf(on), 7 * later)
  const index = weekday === undefined ? 4 : Math.min(6, weekdays.indexOf(weekday))
  return addDays(monday, index)
}

function after(on: string, [count, unit]: readonly [count: number, unit: string], calendar: WorkingCalendar): string {
  return lastDayOf(on, periodOf(count, unit), calendar).lastOn
}

/** 半个月 are fifteen days, as custom counts them. */
function periodOf(count: number, unit: string): LegalPeriod {
  if (unit.endsWith('月') && count % 1 === 0) return { unit: 'month', n: count }
  if (unit === '个工作日') return { unit: 'working_day', n: Math.ceil(count) }
  const days = unit.endsWith('月') ? 30 : unit.endsWith('周') || unit.endsWith('星期') ? 7 : 1
  return { unit: 'day', n: Math.round(count * days) }
}

type Reader = (found: RegExpExecArray, on: string, calendar: WorkingCalendar) => string

const inYear = (on: string, later: number, [month, date]: readonly [string, string | undefined]): string => {
  const [year] = parts(on)
  return date === undefined
    ? dayOn(year + later, Number(month) + 1, 0)
    : dayOn(year + later, Number(month), Number(date))
}

const readers: readonly (readonly [RegExp, Reader])[] = [
  [
    /(今年|本年|明年)(\d{1,2})月(?:底|末|(\d{1,2})[日号])?(?:以?前|之前)?/,
    ([, which, month = '', date], on) => inYear(on, which === '明年' ? 1 : 0, [month, date]),
  ],
  [/(今年|本年|明年)第?(?:([一二三四])季度|([上下])半年)(?:[底末内])?(?:以?前|之前)?/, ([, which, quarter, half], on) => inYear(on, which === '明年' ? 1 : 0, [quarter ? String(3 * (parseNumeral(quarter) ?? 4)) : half === '上' ? '6' : '12', undefined])],
  [/(?<![\d./])(1[0-2]|0?[1-9])[./]([0-3]?\d)[日号]?(?:之?前|以前)/, ([, month = '', date], on) => [0, 1].map((later) => inYear(on, later, [month, date])).find((day) => day >= on) ?? on],
  [/(本|当|这个|下个?)月(?:底|末|(\d{1,2})[日号])?(?:以?前|之前|内)?/, ([, which = '', date], on) => inMonth(on, which.startsWith('下') ? 1 : 0, date)],
  [/(?<![\d一二三四五六七八九十本当下年])月(?:底|末)前?/, (_, on) => inMonth(on, 0, undefined)],
  [/(本|这|下)(?:个)?(?:周|星期)([一二三四五六日天])?(?:内|末|底)?(?:以?前|之前)?/, ([, which, weekday], on) => inWeek(on, which === '下' ? 1 : 0, weekday)],
  [new RegExp(`(?:会后|今后|即日起)?${COUNT}(个工作日|个?星期|周|个?月|[日天])(?:之内|以内|内)`), ([, count = '', unit = ''], on, calendar) => after(on, [count === '半' ? 0.5 : (parseNumeral(count) ?? 1), unit], calendar)],
] // biome-ignore format: a table

/** The first such day of a sentence; undefined when it names none. */
export function readSpokenDay(sentence: string, on: string, calendar: WorkingCalendar): SpokenDay | undefined {
  for (const [pattern, read] of readers) {
    const found = pattern.exec(sentence)
    if (found) return { text: found[0], start: found.index, on: read(found, on, calendar) }
  }
  return undefined
}
