import { z } from 'zod'

/** How often something is done by the calendar. */
export const Every = z.enum(['none', 'month', 'quarter', 'halfYear', 'year'])
export type Every = z.infer<typeof Every>

export const everyTitles: Record<Every, string> = {
  none: '不定期',
  month: '每月',
  quarter: '每季度',
  halfYear: '每半年',
  year: '每年',
}
