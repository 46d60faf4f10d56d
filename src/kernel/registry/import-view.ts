import { z } from 'zod'
import { LeftOut } from '../left-out.ts'
import { Moment } from '../moment.ts'
import { Change } from './record-view.ts'

const Row = z.object({ row: z.int(), name: z.string() })

/** A sheet on its way into a registry: tried whole, then written whole or not at all. */
export const ImportView = z.object({
  id: z.uuid(),
  file: z.string(),
  /** `tried` waits for a person; `refused` could not be read, or the register changed meanwhile. */
  state: z.enum(['reading', 'tried', 'writing', 'written', 'refused']),
  /** Why it was refused. */
  refusal: z.string().nullable(),
  /** Rows gone through of all rows of the file; all is null while nobody knows. */
  done: z.int(),
  all: z.int().nullable(),
  counts: z.object({ added: z.int(), changed: z.int(), unchanged: z.int(), bad: z.int(), warned: z.int() }),
  /** The first few hundred of each; the counts are of all. */
  added: z.array(Row.extend({ changes: z.array(Change) })),
  changed: z.array(Row.extend({ changes: z.array(Change) })),
  bad: z.array(z.object({ row: z.int(), reason: z.string() })),
  warnings: z.array(z.object({ row: z.int(), reason: z.string() })),
  by: z.string(),
  startedAt: Moment,
  ...LeftOut.shape,
})
export type ImportView = z.infer<typeof ImportView>
