import { createThreadPool, type JobKind, type PoolSettings, type ThreadPool } from '#platform/threads/thread-pool.ts'
import type { ReadDocument, ReadingInput, ReadingLimits, ReadingOptions, Recognition } from './document.ts'
import { readingErrors } from './errors.ts'

export interface ReadingPool {
  /** Reads on a thread; past the time limit, or when cancelled, the thread is killed and the promise refused. */
  read(input: ReadingInput, options?: ReadingOptions): Promise<ReadDocument>
  /** Refuses the readings under way and waiting. */
  close(): Promise<void>
}

export interface SharedReading extends ReadingPool {
  /** Aborted when the pool is closed, with the refusal as its reason. */
  closing: AbortSignal
}

export interface ReadingJob extends ReadingInput {
  limits: Partial<ReadingLimits>
  recognition: Recognition | undefined
}

const reading: JobKind<ReadingJob, ReadDocument> = { beside: import.meta.url, worker: 'reading-worker' }

/** Reading on threads of its own. */
export function createReadingPool(settings: PoolSettings = {}): ReadingPool {
  const pool = createThreadPool(settings)
  return { read: readOn(pool), close: pool.close }
}

/** Reading on threads shared with other work; closing stops this reading alone. */
export function shareThreads(pool: ThreadPool): SharedReading {
  const stop = new AbortController()
  const read = readOn(pool)
  return {
    read: (input, options = {}) =>
      read(input, { ...options, signal: AbortSignal.any([stop.signal, ...(options.signal ? [options.signal] : [])]) }),
    closing: stop.signal,
    close: async () => stop.abort(readingErrors.stopped({})),
  }
}

const readOn =
  (pool: ThreadPool) =>
  (
    { name, bytes }: ReadingInput,
    { limits = {}, onProgress, signal, recognition }: ReadingOptions = {},
  ): Promise<ReadDocument> =>
    pool.run(
      reading,
      { name, bytes, limits, recognition },
      { ...(onProgress && { onProgress }), signal, milliseconds: limits.milliseconds },
    )
