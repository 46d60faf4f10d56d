import { z } from 'zod'
import { Moment } from '../moment.ts'
import { Values } from './values.ts'

/** Of a figure of a year: told early, or when the year was closed. The later kind stands before the earlier. */
export const vintages = { flash: '快报', annual: '年报' } as const
export const Vintage = z.enum(['flash', 'annual'])
export type Vintage = z.infer<typeof Vintage>

/** What one vintage says of a year, and where it stands. */
const YearSource = z.object({
  vintage: Vintage,
  values: Values,
  source: z.string(),
  savedBy: z.string(),
  recordedAt: Moment,
})
export type YearSource = z.infer<typeof YearSource>

/** A year of a record: the newest vintage first. */
export const YearView = z.object({ year: z.int(), sources: z.array(YearSource) })
export type YearView = z.infer<typeof YearView>
