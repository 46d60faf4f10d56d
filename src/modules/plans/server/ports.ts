import type { Db } from '#platform/database/tx.ts'
import type { FileStore } from '#platform/files/file-store.ts'
import type { ReadDocument, ReadingInput, ReadingOptions } from '#platform/reading/document.ts'

/** What the module needs from outside its tables. */
export interface PlanPorts {
  db: Db
  files: FileStore
  /** Reads a file outside the event loop. */
  read: (input: ReadingInput, options: ReadingOptions) => Promise<ReadDocument>
  clock: () => Date
}
