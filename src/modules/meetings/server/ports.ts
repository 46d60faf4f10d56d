import type { FileStore } from '#platform/files/file-store.ts'
import type { ReadDocument, ReadingInput } from '#platform/reading/document.ts'

/** What the module needs from outside its tables. */
export interface MeetingPorts {
  files: FileStore
  /** Reads a file outside the event loop. */
  read: (input: ReadingInput) => Promise<ReadDocument>
}
