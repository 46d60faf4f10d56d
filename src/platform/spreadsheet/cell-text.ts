import { cleanText } from '#kernel/clean-text.ts'
import { levelText } from '#kernel/level-text.ts'

/** A cell as the text a person would type for it: dates ISO, whole numbers without exponent, nothing as ''. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return levelText(cleanText(value)).replace(/\r\n?/g, '\n').trim()
  if (typeof value === 'number') return numberText(value)
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (value instanceof Date) return dateText(value)
  return typeof value === 'object' && 'shown' in value ? String(value.shown) : ''
}

/** Spreadsheets keep 15 digits; what floating point adds after them (0.30000000000000004) was never typed. */
function numberText(value: number): string {
  if (Number.isInteger(value)) return BigInt(value).toString()
  const rounded = Number(value.toPrecision(15))
  const text = String(rounded)
  return text.includes('e') ? rounded.toFixed(20).replace(/\.?0+$/, '') : text
}

/** Readers give a cell's date as midnight UTC; a time of day is kept only where there is one. */
function dateText(value: Date): string {
  if (Number.isNaN(value.getTime())) return ''
  const [day = '', time = ''] = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString().split('T')
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 8)}`
}
