import { z } from 'zod'
import { Moment } from '#kernel/moment.ts'
import type { Basis } from './facts.ts'
import { Lamp } from './lamp.ts'
import { FreshnessState } from './verdict.ts'

/** What a task showed at the end of a day, kept so that nobody can say later it was otherwise. */
export const LampSnapshot = z.object({
  divisionCode: z.string(),
  programmeId: z.uuid(),
  day: z.iso.date(),
  taskId: z.uuid(),
  summary: Lamp,
  schedule: Lamp,
  value: Lamp.nullable(),
  freshness: FreshnessState,
  sinceOn: z.iso.date(),
  /** Digest of lamps, reasons and figures; texts are left out, they may be worded better one day. */
  digest: z.string(),
})
export type LampSnapshot = z.infer<typeof LampSnapshot>

/** A day that was kept, whole or not at all. */
export const KeptDay = z.object({
  divisionCode: z.string(),
  programmeId: z.uuid(),
  day: z.iso.date(),
  edition: z.string(),
  keptAt: Moment,
})
export type KeptDay = z.infer<typeof KeptDay>

/** A programme's tasks and targets from a kept day on, until the next such row. */
export interface KeptBasis {
  divisionCode: string
  programmeId: string
  day: string
  digest: string
  basis: Basis
}
