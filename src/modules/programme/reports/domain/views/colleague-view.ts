import { z } from 'zod'
import { Moment } from '#kernel/moment.ts'

/** Somebody who reports, with what lies with them, for handing over. */
export const ColleagueView = z.object({
  userId: z.string(),
  name: z.string(),
  roleTitle: z.string(),
  agencyId: z.uuid(),
  agencyName: z.string(),
  left: z.boolean(),
  drafts: z.int(),
  assignments: z.int(),
  lastAt: Moment.nullable(),
})
export type ColleagueView = z.infer<typeof ColleagueView>
