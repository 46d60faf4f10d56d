import { availableParallelism } from 'node:os'
import type { Worker } from 'node:worker_threads'
import { Refusal } from '#kernel/errors.ts'
import { startThread } from '#platform/threads/start-thread.ts'
import { type ReadDocument, type ReadingInput, type ReadingOptions, readingLimits } from './document.ts'
import { readingErrors } from './errors.ts'
import type { ReadingJob, ReadingMessage } from './reading-messages.ts'

export interface ReadingPool {
  /** Reads on a thread of its own; past the time limit, or when cancelled, the thread is killed and the promise refused. */
  read(input: ReadingInput, options?: ReadingOptions): Promise<ReadDocument>
  /** Stops all threads; readings under way and waiting are refused. */
  close(): Promise<void>
}

interface Waiting {
  job: ReadingJob
  options: ReadingOptions
  resolve: (document: ReadDocument) => void
  reject: (error: unknown) => void
}

/** The thread notices the end of the time by itself between pages; only one that hangs is killed after this grace. */
const graceMilliseconds = 500

/** A pool of at most `workers` reading threads, started when first needed. `maxMegabytes` bounds each thread's heap. */
export function createReadingPool(settings: { workers?: number; maxMegabytes?: number } = {}): ReadingPool {
  const size = Math.max(1, settings.workers ?? Math.min(4, availableParallelism() - 1))
  const idle: Worker[] = []
  const busy = new Map<Worker, Waiting>()
  const queue: Waiting[] = []
  let isClosed = false

  /** A thread that dies while idle is forgotten; without a listener its death would take the process along. */
  const hire = (): Worker => {
    const worker = startThread(import.meta.url, 'reading-worker', settings.maxMegabytes)
    worker.on('error', () => {})
    worker.on('exit', () => {
      if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1)
    })
    return worker
  }

  const next = (): void => {
    while (queue.length > 0 && busy.size < size) {
      const waiting = queue.shift()
      if (waiting) start(waiting)
    }
  }

  const start = (waiting: Waiting): void => {
    if (waiting.options.signal?.aborted) return waiting.reject(readingErrors.cancelled({}))
    const worker = idle.pop() ?? hire()
    busy.set(worker, waiting)
    // An idle thread must not keep the process alive, a busy one must.
    worker.ref()
    run(worker, waiting, (isFit) => {
      busy.delete(worker)
      worker.unref()
      if (isFit && !isClosed) idle.push(worker)
      else void worker.terminate()
      next()
    })
  }

  return {
    read: (input, options = {}) =>
      new Promise<ReadDocument>((resolve, reject) => {
        if (isClosed) return reject(readingErrors.stopped({}))
        queue.push({ job: { input, limits: options.limits ?? {} }, options, resolve, reject })
        next()
      }),
    close: async () => {
      isClosed = true
      for (const waiting of [...queue.splice(0), ...busy.values()]) waiting.reject(readingErrors.stopped({}))
      await Promise.all([...idle, ...busy.keys()].map((worker) => worker.terminate()))
    },
  }
}

/** Runs one job on a worker and calls `release` once, with whether the worker can be used again. */
function run(worker: Worker, { job, options, resolve, reject }: Waiting, release: (isFit: boolean) => void): void {
  const milliseconds = job.limits.milliseconds ?? readingLimits.milliseconds
  const timer = setTimeout(
    () => fail(readingErrors.tookTooLong({ seconds: Math.round(milliseconds / 1000) })),
    milliseconds + graceMilliseconds,
  )
  const cancel = (): void => fail(readingErrors.cancelled({}))
  const finish = (isFit: boolean): void => {
    clearTimeout(timer)
    options.signal?.removeEventListener('abort', cancel)
    worker.off('error', onError).off('exit', onExit).off('message', onMessage)
    release(isFit)
  }
  const fail = (error: unknown): void => {
    finish(false)
    reject(error)
  }
  const onError = (error: Error): void => fail(isOutOfMemory(error) ? readingErrors.outOfMemory({}) : error)
  const onExit = (): void => fail(readingErrors.stopped({}))
  const onMessage = (message: ReadingMessage): void => {
    if (message.type === 'progress') return options.onProgress?.(message.done, message.total, message.stage)
    finish(true)
    if (message.type === 'done') resolve(message.document)
    else reject(toError(message))
  }
  options.signal?.addEventListener('abort', cancel, { once: true })
  worker.on('error', onError).on('exit', onExit).on('message', onMessage)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  worker.postMessage(job)
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

function toError(message: Exclude<ReadingMessage, { type: 'progress' | 'done' }>): Error {
  if (message.type === 'refused') return new Refusal(message.kind, message.code, message.sentence, message.details)
  const error = new Error(message.message)
  error.stack = message.stack ?? error.stack
  return error
}
