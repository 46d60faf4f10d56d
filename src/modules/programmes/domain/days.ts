/** Whole days from one day to another, both `YYYY-MM-DD`; negative when the second lies before. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000

/** The day as a sentence says it: 12月31日, with the year when it is another one than today's. */
export function dayInWords(on: string, today: string): string {
  const [year = '', month = '', day = ''] = on.split('-')
  return `${today.startsWith(year) ? '' : `${year}年`}${Number(month)}月${Number(day)}日`
}

/** 还有 39 天, 今天到期, 已过 12 天. */
export function daysLeftInWords(on: string, today: string): string {
  const left = daysBetween(today, on)
  if (left === 0) return '今天到期'
  return left > 0 ? `还有 ${left} 天` : `已过 ${-left} 天`
}
