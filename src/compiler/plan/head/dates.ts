import { parseNumeral } from '#kernel/numerals.ts'

const CN = '〇○零Ｏ一二三四五六七八九十'
const DATE = new RegExp(
  `(\\d{4})年(\\d{1,2})月(\\d{1,2})日?(?!\\d)|([${CN}]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日|(20\\d{2}|19\\d{2})[-./](\\d{1,2})[-./](\\d{1,2})(?!\\d)`,
)
/** A date that has a line of its own, also with the 日 forgotten, also with a bracket around it. */
const ONLY_DATE = new RegExp(`^\\(?(?:${DATE.source})\\)?$`)

const two = (n: number): string => String(n).padStart(2, '0')

const chinese = (text: string): number => parseNumeral(text.replace(/[○Ｏ]/g, '〇')) ?? Number.NaN

function isoDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  const isDay = year >= 1949 && year < 2100 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return isDay ? `${year}-${two(month)}-${two(day)}` : undefined
}

/** The first date in the text, as `YYYY-MM-DD`: 2021年4月16日, 二〇二一年四月十六日, 2021-04-16, 2023年3月20 (日 left out). */
export function findDate(text: string): string | undefined {
  const found = DATE.exec(text)
  if (!found) return undefined
  const [, year, month, day, cnYear, cnMonth, cnDay, y, m, d] = found
  if (cnYear !== undefined) return isoDay(chinese(cnYear), chinese(cnMonth ?? ''), chinese(cnDay ?? ''))
  return isoDay(Number(year ?? y), Number(month ?? m), Number(day ?? d))
}

/** The date of a line that holds nothing else: the day under a signature. */
export const readDateLine = (text: string): string | undefined =>
  text.length <= 20 && ONLY_DATE.test(text) ? findDate(text) : undefined
