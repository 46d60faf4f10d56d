import { serialToDate } from 'hucre'
import type { RawCell } from './cell-value.ts'

/**
 * Formats a file need not spell out (ECMA-376 part 1, 18.8.30, with those it lists for Chinese programs). Only those that
 * say more than a number are here.
 */
const builtIn: Readonly<Record<number, string>> = {
  9: '0%', 10: '0.00%', 14: 'yyyy-m-d', 15: 'yyyy-m-d', 16: 'm-d', 17: 'yyyy-m', 18: 'h:mm', 19: 'h:mm:ss', 20: 'h:mm',
  21: 'h:mm:ss', 22: 'yyyy-m-d h:mm', 27: 'yyyy年m月', 28: 'm月d日', 29: 'm月d日', 30: 'yyyy-m-d', 31: 'yyyy年m月d日',
  32: 'h:mm', 33: 'h:mm:ss', 34: 'h:mm', 35: 'h:mm:ss', 36: 'yyyy年m月', 45: 'mm:ss', 46: 'h:mm:ss', 47: 'mm:ss',
  50: 'yyyy年m月', 51: 'm月d日', 52: 'yyyy年m月', 53: 'm月d日', 54: 'm月d日', 55: 'h:mm', 56: 'h:mm:ss', 57: 'yyyy年m月',
  58: 'm月d日',
} // biome-ignore format: a table

export const builtInFormat = (id: number): string | undefined => builtIn[id]

/** Says of a format what a number shown by it means; made once for each format of a file. */
export type ShowNumber = (value: number) => RawCell

/**
 * What a person sees where the number alone would say something else: a share (0.35 shown as 35%), a month without a day,
 * a time of day, a code with its zeros. Numbers that are only rounded or grouped stay exact.
 */
export function readFormat(format: string | undefined, from1904: boolean): ShowNumber {
  const plain = plainFormat(format ?? '')
  if (plain === '' || /^general$/i.test(plain)) return (value) => value
  const code = /^("?[^"0#?ymdhs%]*"?)(0{2,})$/i.exec(plain)
  if (code) return showCode((code[1] ?? '').replaceAll('"', ''), code[2]?.length ?? 0)
  const words = plain.replace(/"[^"]*"|\\./g, (quoted) => quoted.replace(/["\\]/g, ''))
  if (isScaled(plain)) return (value) => ({ fault: scaled, shown: String(value) })
  if (/[#0?]/.test(words) && words.includes('%')) return (value) => ({ shown: `${trimmed(value * 100)}%` })
  if (/[#0?]/.test(words)) return (value) => value
  return /[ymdhs]/i.test(words) ? showDate(words, from1904) : (value) => value
}

const scaled = '按千或万缩小显示，存的数和看到的不同，要改用普通的数字格式，并核对单位'

/** ECMA-376 part 1, 18.8.31: a comma behind the last figure divides by a thousand; `0!.0,` shows tens of thousands. */
const isScaled = (format: string): boolean => {
  const figures = format.replace(/"[^"]*"|\\./g, '')
  return /[0#?],+(?=[^0#?]*$)|!\./.test(figures)
}

/** The first section, without colours, conditions and places of writing. */
const plainFormat = (format: string): string =>
  (/^(?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\[])*/.exec(format)?.[0] ?? '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]|_.|\*./gi, '')
    .trim()

const trimmed = (value: number): string => String(Number(value.toPrecision(15)))

const showCode =
  (prefix: string, digits: number): ShowNumber =>
  (value) =>
    Number.isInteger(value) && value >= 0 ? { shown: prefix + String(value).padStart(digits, '0') } : value

function showDate(words: string, from1904: boolean): ShowNumber {
  const has = (sign: RegExp) => sign.test(words)
  const isTime = has(/h|s/i)
  const isDay = has(/d/i)
  const isYear = has(/[ye]/i)
  if (!isDay && !isYear && !(has(/m/i) && !isTime)) return (value) => ({ shown: timeOf(value, has(/s/i)) })
  return (value) => {
    const date = serialToDate(value, from1904)
    if (Number.isNaN(date.getTime()) || value < 0) return value
    if (isDay || isTime) return date
    const year = date.getUTCFullYear()
    const month = date.getUTCMonth() + 1
    const isMonth = has(/m/i)
    if (isYear && isMonth) return { shown: has(/年/) ? `${year}年${month}月` : `${year}-${two(month)}` }
    return { shown: isYear ? `${year}${has(/年/) ? '年' : ''}` : `${month}月` }
  }
}

const two = (part: number): string => String(part).padStart(2, '0')

function timeOf(value: number, withSeconds: boolean): string {
  const seconds = Math.round(value * 86_400)
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`
  return withSeconds ? `${clock}:${two(seconds % 60)}` : clock
}
