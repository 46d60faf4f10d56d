/** 9月25日, with the year when it is another one than today's. */
export function dayInWords(on: string, today: string): string {
  const [year = '', month, day] = on.split('-')
  return `${today.startsWith(year) ? '' : `${year}年`}${Number(month)}月${Number(day)}日`
}

const weekdays = ['日', '一', '二', '三', '四', '五', '六']

export const weekdayOf = (on: string): string => `周${weekdays[new Date(`${on}T00:00:00Z`).getUTCDay()]}`

/** 还有 3 天, 今天, 3 天前. */
export function distanceInWords(on: string, today: string): string {
  const days = (Date.parse(on) - Date.parse(today)) / 86_400_000
  if (days === 0) return '今天'
  return days > 0 ? `还有 ${days} 天` : `${-days} 天前`
}
