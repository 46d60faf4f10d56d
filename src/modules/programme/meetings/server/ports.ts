import type { QuotaStore } from '#modules/office/files/server/index.ts'
import type { ReadDocument, ReadingInput } from '#platform/reading/document.ts'

/** What the module needs from outside its tables. */
export interface MeetingPorts {
  files: QuotaStore
  /** Reads a file outside the event loop. */
  read: (input: ReadingInput) => Promise<ReadDocument>
}
