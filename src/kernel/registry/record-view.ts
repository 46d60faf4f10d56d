import { z } from 'zod'
import { Moment } from '../moment.ts'
import { Values } from './values.ts'
import { YearView } from './year-view.ts'

export { Values }

/** A field that differs, as people read it. */
export const Change = z.object({ label: z.string(), before: z.string(), after: z.string() })
export type Change = z.infer<typeof Change>

const RecordLine = z.object({
  id: z.uuid(),
  values: Values,
  endedOn: z.iso.date().nullable(),
  savedBy: z.string(),
  savedAt: Moment,
})
export type RecordLine = z.infer<typeof RecordLine>

/** What the ids in the values are called. */
const names = z.record(z.string(), z.string())

export const RecordPage = z.object({
  records: z.array(RecordLine),
  total: z.int(),
  names,
  can: z.object({ keep: z.boolean() }),
})
export type RecordPage = z.infer<typeof RecordPage>

/** One state of a record: since when it was true, when it became known, by whom, and what it changed. */
export const Version = z.object({
  version: z.int(),
  validFrom: z.iso.date(),
  recordedAt: Moment,
  savedBy: z.string(),
  basis: z.string(),
  changes: z.array(Change),
})
export type Version = z.infer<typeof Version>

export const RecordView = RecordLine.extend({
  names,
  mergedInto: z.object({ id: z.uuid(), name: z.string() }).nullable(),
  /** Newest first; of a day in the past those that were known then. */
  history: z.array(Version),
  /** Newest first; of a registry that has figures by year. */
  years: z.array(YearView),
  can: z.object({ keep: z.boolean() }),
})
export type RecordView = z.infer<typeof RecordView>
