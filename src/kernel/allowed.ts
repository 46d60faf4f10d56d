import { z } from 'zod'

/** Whether an act is open to this person now, and why not; views carry it, so that button and guard agree. */
export const Allowed = z.object({ allowed: z.boolean(), reason: z.string().nullable() })
export type Allowed = z.infer<typeof Allowed>
