import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { LeftOut } from '#kernel/left-out.ts'
import type { SheetLine } from '#kernel/registry/compare-rows.ts'
import type { ExpectedColumn } from '#platform/spreadsheet/match-columns.ts'
import { type JobKind, threads } from '#platform/threads/thread-pool.ts'

export interface ReadJob {
  bytes: Uint8Array
  columns: readonly ExpectedColumn[]
  nameKey: string
  /** The file the records go to. */
  place: string
}

export interface ReadOutcome extends LeftOut {
  count: number
}

const kind: JobKind<ReadJob, ReadOutcome> = { beside: import.meta.url, worker: 'import-worker', once: true }

/** A sheet of a hundred thousand rows takes seconds; one made to be slow is stopped. */
const milliseconds = 10 * 60_000

/**
 * The records of a sheet in batches, read on a thread; never more than a batch lies in memory. Throws the refusals of
 * `spreadsheetErrors`, and of `readingErrors` where time, memory or the queue end.
 * @param onBatch takes each batch in turn, with the count of all
 */
export async function readImport(
  job: Omit<ReadJob, 'place'>,
  onBatch: (lines: readonly SheetLine[], all: number) => Promise<void>,
): Promise<ReadOutcome> {
  const folder = await mkdtemp(join(tmpdir(), 'guatu-import-'))
  try {
    const place = join(folder, 'rows')
    const outcome = await threads.run(kind, { ...job, place }, { milliseconds })
    let batch: SheetLine[] = []
    for await (const line of createInterface({ input: createReadStream(place, 'utf8') })) {
      batch.push(JSON.parse(line) as SheetLine)
      if (batch.length < 1000) continue
      await onBatch(batch, outcome.count)
      batch = []
    }
    if (batch.length > 0) await onBatch(batch, outcome.count)
    return outcome
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
