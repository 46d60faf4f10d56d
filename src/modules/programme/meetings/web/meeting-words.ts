import { daysBetween } from '#kernel/day.ts'
/** 还有 3 天, 今天, 3 天前. */
export function distanceInWords(on: string, today: string): string {
  const days = daysBetween(today, on)
  if (days === 0) return '今天'
  return days > 0 ? `还有 ${days} 天` : `${-days} 天前`
}
