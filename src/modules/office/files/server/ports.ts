import type { Db } from '#platform/database/tx.ts'
import type { ReadDocument, ReadingInput } from '#platform/reading/document.ts'
import type { QuotaStore } from './take-in.ts'

/** What the module needs from outside its tables. */
export interface FilePorts {
  db: Db
  files: QuotaStore
  /** Reads a file outside the event loop. */
  read: (input: ReadingInput) => Promise<ReadDocument>
}
