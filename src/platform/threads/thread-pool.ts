import { availableParallelism, totalmem } from 'node:os'
import type { Worker } from 'node:worker_threads'
import { Refusal } from '#kernel/errors.ts'
import { type Progress, readingLimits } from '#platform/reading/document.ts'
import { readingErrors } from '#platform/reading/errors.ts'
import { startThread } from './start-thread.ts'
import { failureOf, type ThreadMessage } from './thread-messages.ts'

/** A kind of job: the file of the thread that does it, beside the file that names it. `O` is trusted to be what it answers. */
export interface JobKind<I, O> {
  beside: string
  worker: string
  /** Its thread ends with the job: what it has unfolded would lie in memory until the next. */
  once?: true
  /** Never set; they tie what goes in to what comes out. */
  input?: I
  output?: O
}

export interface JobOptions {
  onProgress?: Progress
  /** Aborting with a refusal as its reason answers with that refusal. */
  signal?: AbortSignal | undefined
  milliseconds?: number | undefined
}

export interface ThreadPool {
  /** Does a job on a thread; past the time limit, or when cancelled, the thread is killed and the promise refused. */
  run<I, O>(kind: JobKind<I, O>, input: I, options?: JobOptions): Promise<O>
  /** Stops all threads; jobs under way and waiting are refused. */
  close(): Promise<void>
}

interface Waiting {
  kind: JobKind<unknown, unknown>
  input: unknown
  bytes: number
  options: JobOptions
  resolve: (result: unknown) => void
  reject: (error: unknown) => void
}

interface Hired {
  worker: Worker
  name: string
}

export interface PoolSettings {
  workers?: number
  /** Bounds each thread's heap. */
  maxMegabytes?: number
  /** How many jobs may wait, and how many bytes of files may lie in memory for jobs. */
  maxWaiting?: number
  maxBytes?: number
}

/** The thread notices the end of the time by itself between pages; only one that hangs is killed after this grace. */
const graceMilliseconds = 500

/** All threads together stay within a quarter of a machine of 4 GB: what they hold outside their heaps comes on top. */
const megabytes = Math.max(256, Math.min(768, Math.floor(totalmem() / 1024 / 1024 / 4)))

/** A pool of at most `workers` threads of whatever kinds, started when first needed. */
export function createThreadPool(settings: PoolSettings = {}): ThreadPool {
  const size = Math.max(1, settings.workers ?? Math.min(2, availableParallelism() - 1))
  const { maxMegabytes = Math.floor(megabytes / size), maxWaiting = 64, maxBytes = 256 * 1024 * 1024 } = settings
  const idle: Hired[] = []
  const busy = new Map<Hired, Waiting>()
  const queue: Waiting[] = []
  let isClosed = false

  /** A thread that dies while idle is forgotten; without a listener its death would take the process along. */
  const hire = ({ beside, worker: name }: Waiting['kind']): Hired => {
    if (idle.length + busy.size >= size) void idle.shift()?.worker.terminate()
    const hired = { worker: startThread(beside, name, maxMegabytes), name }
    hired.worker.on('error', () => {})
    hired.worker.on('exit', () => {
      if (idle.includes(hired)) idle.splice(idle.indexOf(hired), 1)
    })
    return hired
  }

  const next = (): void => {
    while (queue.length > 0 && busy.size < size) {
      const waiting = queue.shift()
      if (waiting) start(waiting)
    }
  }

  const start = (waiting: Waiting): void => {
    const { signal } = waiting.options
    if (signal?.aborted) return waiting.reject(cancelledBy(signal))
    const at = idle.findIndex(({ name }) => name === waiting.kind.worker)
    const hired = idle.splice(at, at < 0 ? 0 : 1)[0] ?? hire(waiting.kind)
    busy.set(hired, waiting)
    // An idle thread must not keep the process alive, a busy one must.
    hired.worker.ref()
    runOn(hired.worker, waiting, (isFit) => {
      busy.delete(hired)
      hired.worker.unref()
      if (isFit && !isClosed && !waiting.kind.once) idle.push(hired)
      else void hired.worker.terminate()
      next()
    })
  }

  const isFull = (bytes: number): boolean => {
    const held = [...queue, ...busy.values()].reduce((sum, each) => sum + each.bytes, 0)
    return queue.length >= maxWaiting || (held > 0 && held + bytes > maxBytes)
  }

  const add = (waiting: Waiting): void => {
    if (isClosed) return waiting.reject(readingErrors.stopped({}))
    if (isFull(waiting.bytes)) return waiting.reject(readingErrors.queueFull({}))
    queue.push(waiting)
    next()
  }

  return {
    run: <I, O>(kind: JobKind<I, O>, input: I, options: JobOptions = {}) =>
      new Promise<O>((resolve, reject) => {
        const done = (result: unknown) => resolve(result as O)
        add({ kind, input, bytes: bytesIn(input), options, resolve: done, reject })
      }),
    close: async () => {
      isClosed = true
      for (const waiting of [...queue.splice(0), ...busy.values()]) waiting.reject(readingErrors.stopped({}))
      await Promise.all([...idle, ...busy.keys()].map(({ worker }) => worker.terminate()))
    },
  }
}

/** The pool of the process: what all its threads together may take is bounded once, whoever asks. */
export const threads = createThreadPool()

const cancelledBy = ({ reason }: AbortSignal): Error =>
  reason instanceof Refusal ? reason : readingErrors.cancelled({})

const partsOf = (input: unknown): unknown[] =>
  typeof input === 'object' && input !== null ? Object.values(input) : [input]

const bytesIn = (input: unknown): number =>
  partsOf(input).reduce((sum: number, part) => {
    if (part instanceof Uint8Array) return sum + part.byteLength
    return typeof part === 'string' ? sum + part.length * 2 : sum
  }, 0)

/** Runs one job on a worker and calls `release` once, with whether the worker can be used again. */
function runOn(worker: Worker, { input, options, resolve, reject }: Waiting, release: (isFit: boolean) => void): void {
  const { milliseconds = readingLimits.milliseconds, signal } = options
  const timer = setTimeout(
    () => fail(readingErrors.tookTooLong({ seconds: Math.round(milliseconds / 1000) })),
    milliseconds + graceMilliseconds,
  )
  const cancel = (): void => signal && fail(cancelledBy(signal))
  const finish = (isFit: boolean): void => {
    clearTimeout(timer)
    signal?.removeEventListener('abort', cancel)
    worker.off('error', onError).off('exit', onExit).off('message', onMessage)
    release(isFit)
  }
  const fail = (error: unknown): void => {
    finish(false)
    reject(error)
  }
  const onError = (error: Error): void => fail(isOutOfMemory(error) ? readingErrors.outOfMemory({}) : error)
  const onExit = (): void => fail(readingErrors.stopped({}))
  const onMessage = (message: ThreadMessage): void => {
    if (message.type === 'progress') return options.onProgress?.(message.done, message.total, message.stage)
    finish(true)
    if (message.type === 'done') resolve(message.result)
    else reject(failureOf(message))
  }
  signal?.addEventListener('abort', cancel, { once: true })
  worker.on('error', onError).on('exit', onExit).on('message', onMessage)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  worker.postMessage(input)
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
