import { z } from 'zod'

const every = z.enum(['none', 'month', 'quarter', 'halfYear', 'year'])
export type Every = z.infer<typeof every>

export const everyTitles: Record<Every, string> = {
  none: '不定期',
  month: '每月',
  quarter: '每季度',
  halfYear: '每半年',
  year: '每年',
}

/** How often something is done by the calendar. */
export const Every = every.meta({ titles: everyTitles })
