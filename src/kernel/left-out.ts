import { z } from 'zod'

/** What an import did not take from a file, for people to look through. */
export const LeftOut = z.object({
  /** Rows that are no records: notes, sums, signatures; with their words. */
  skipped: z.array(z.object({ row: z.int(), text: z.string() })),
  /** Sentences on the file as a whole: sheets that were not read, hidden rows that were. */
  remarks: z.array(z.string()),
})
export type LeftOut = z.infer<typeof LeftOut>
