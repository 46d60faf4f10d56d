import { z } from 'zod'

/** What reading a file could not do, as a sentence for those who look at what was read; `page` counts from 1. */
export const ReadingNotice = z.object({ kind: z.string(), message: z.string(), page: z.int().optional() })
export type ReadingNotice = z.infer<typeof ReadingNotice>

/** Without the place and the cutting, which only some pages show. */
export const plainNotice = ({ kind, message, page }: ReadingNotice): ReadingNotice => ({
  kind,
  message,
  ...(page !== undefined && { page }),
})
