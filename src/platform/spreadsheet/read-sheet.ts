import { type JobKind, threads } from '#platform/threads/thread-pool.ts'
import { importedRows, type SheetLimits } from './limits.ts'
import type { SheetReading } from './read-rows.ts'

export interface SheetJob {
  bytes: Uint8Array
  /** Stops after so many rows. */
  firstRows?: number | undefined
  limits?: Partial<SheetLimits>
}

const sheet: JobKind<SheetJob, SheetReading> = { beside: import.meta.url, worker: 'sheet-worker' }

/**
 * The first visible sheet of a file, read on a thread; before a transaction or after it, never inside one. Throws the
 * refusals of `spreadsheetErrors`, and of `readingErrors` where time, memory or the queue end.
 */
export const readSheet = (bytes: Uint8Array, firstRows?: number): Promise<SheetReading> =>
  threads.run(sheet, { bytes, firstRows })

/** For operations that take a sheet: reads the upload before the transaction opens. */
export const prepareSheet = ({ file: { bytes } }: { file: { bytes: Uint8Array } }): Promise<SheetReading> =>
  threads.run(sheet, { bytes, limits: { rows: importedRows } })
