import { addDays, lastOfMonth } from '#kernel/day.ts'
import type { Every } from './every.ts'

const monthsOf: Record<Exclude<Every, 'none'>, number> = { month: 1, quarter: 3, halfYear: 6, year: 12 }

/** A round is proposed from some days before its period ends until some weeks after. */
const before = 7
const after = 20

export interface Round {
  /** Last day of the period. */
  endOn: string
  /** 第三季度, 上半年, 9月, 2026年. */
  name: string
}

function nameOf(every: Exclude<Every, 'none'>, year: number, month: number): string {
  if (every === 'month') return `${year}年${month}月`
  if (every === 'quarter') return `${year}年第${'一二三四'[month / 3 - 1] ?? ''}季度`
  return every === 'halfYear' ? `${year}年${month === 6 ? '上' : '下'}半年` : `${year}年`
}

/** The round that is due around this day; null in between. */
export function roundAround(every: Every, today: string): Round | null {
  if (every === 'none') return null
  const [year = 0, month = 0] = today.split('-').map(Number)
  const length = monthsOf[every]
  const ends = [-1, 0, 1].map((step) => {
    const index = year * 12 + Math.ceil(month / length) * length - 1 + step * length
    return { year: Math.floor(index / 12), month: (index % 12) + 1 }
  })
  for (const end of ends) {
    const endOn = lastOfMonth(end.year, end.month)
    if (addDays(endOn, -before) <= today && today <= addDays(endOn, after))
      return { endOn, name: nameOf(every, end.year, end.month) }
  }
  return null
}

/** First day on which this round is proposed. */
export const roundOpensOn = ({ endOn }: Round): string => addDays(endOn, -before)
