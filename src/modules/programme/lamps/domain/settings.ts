import { z } from 'zod'
import { Moment } from '#kernel/moment.ts'
import { Thresholds } from './thresholds.ts'

/** The thresholds of a programme from a day on; every change is a row, so that a past day is judged by its own rules. */
export const LampSettings = z.object({
  id: z.uuid(),
  divisionCode: z.string(),
  programmeId: z.uuid(),
  thresholds: Thresholds,
  validFrom: z.iso.date(),
  reason: z.string(),
  setBy: z.string(),
  setAt: Moment,
})
export type LampSettings = z.infer<typeof LampSettings>
