import type { QuotaStore } from '#modules/office/files/server/index.ts'
import type { Db } from '#platform/database/tx.ts'
import type { ReadDocument, ReadingInput, ReadingOptions } from '#platform/reading/document.ts'

/** What the module needs from outside its tables. */
export interface PlanPorts {
  db: Db
  files: QuotaStore
  /** Reads a file outside the event loop. */
  read: (input: ReadingInput, options: ReadingOptions) => Promise<ReadDocument>
  clock: () => Date
  /** Files this program is reading now, by hand-in, each with what stops it. */
  readings: Map<string, AbortController>
}
