import { type ChildProcess, fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Refusal } from '#kernel/errors.ts'
import type { FailedPage, Progress, RecognisedPage } from '#platform/reading/document.ts'
import { readingErrors } from '#platform/reading/errors.ts'
import type { Answer, Order, ScanKind } from './recognition-messages.ts'

/** Where recognition says no: to a file of too many pages, and to one page while the others go on. */
export interface RecognitionLimits {
  /** Of the child in all. */
  maxMegabytes: number
  millisecondsPerPage: number
  /** A page takes seconds: more of them belong into several files. */
  pages: number
}

export const recognitionLimits: RecognitionLimits = { maxMegabytes: 900, millisecondsPerPage: 120_000, pages: 300 }

export interface RecognitionOptions {
  onProgress?: Progress | undefined
  signal?: AbortSignal | undefined
  limits?: Partial<RecognitionLimits> | undefined
}

export interface ScannedFile {
  bytes: Uint8Array
  kind: ScanKind
  /** Which pages of it to recognise, from 1. */
  pages: readonly number[]
}

/** One file at a time: a second child would double the memory and halve the speed. */
let last: Promise<unknown> = Promise.resolve()

/**
 * Recognises pages that are pictures, in a child process of bounded memory, off this one's event loop. A page that takes
 * too long or too much is given up, and the next begun in a new child. Throws `reading.cancelled`, `reading.tooManyScans`.
 */
export async function recognisePages(
  file: ScannedFile,
  options: RecognitionOptions = {},
): Promise<(RecognisedPage | FailedPage)[]> {
  const most = { ...recognitionLimits, ...options.limits }.pages
  if (file.pages.length > most) throw readingErrors.tooManyScans({ pages: file.pages.length, limit: most })
  const mine = last.then(() => inTurn(file, options))
  last = mine.catch(() => undefined)
  return mine
}

async function inTurn({ bytes, kind, pages }: ScannedFile, { onProgress, signal, limits }: RecognitionOptions) {
  const { maxMegabytes, millisecondsPerPage } = { ...recognitionLimits, ...limits }
  const done: (RecognisedPage | FailedPage)[] = []
  let child: ChildProcess | undefined
  try {
    for (const [i, page] of pages.entries()) {
      onProgress?.(i, pages.length, `识别第 ${page} 页`)
      child ??= begin({ type: 'open', bytes, kind, maxMegabytes })
      const answer = await ask(child, page, { signal, milliseconds: millisecondsPerPage })
      done.push(answer)
      if ('why' in answer && answer.why !== 'damaged') child = undefined
    }
    onProgress?.(pages.length, pages.length, '识别完成')
    return done
  } finally {
    child?.kill('SIGKILL')
  }
}

/** Compiling the sources on the way, as tests and development do, takes more memory than recognition. */
const megabytesOfCompiling = 500

function begin(order: Extract<Order, { type: 'open' }>): ChildProcess {
  const built = fileURLToPath(new URL('./recognition-worker.js', import.meta.url))
  const isBuilt = existsSync(built)
  const child = fork(isBuilt ? built : built.replace(/\.js$/, '.ts'), {
    execArgv: isBuilt ? [] : ['--import', import.meta.resolve('tsx')],
    serialization: 'advanced',
    // What libraries print about a file is no concern of our own output.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  child.on('error', () => undefined)
  const maxMegabytes = order.maxMegabytes + (isBuilt ? 0 : megabytesOfCompiling)
  child.send({ ...order, maxMegabytes } satisfies Order)
  return child
}

interface Bounds {
  signal: AbortSignal | undefined
  milliseconds: number
}

/** One page; whenever this ends without an answer the child is dead. */
function ask(
  child: ChildProcess,
  page: number,
  { signal, milliseconds }: Bounds,
): Promise<RecognisedPage | FailedPage> {
  return new Promise((resolve, reject) => {
    let isLate = false
    const timer = setTimeout(() => {
      isLate = true
      child.kill('SIGKILL')
    }, milliseconds)
    const end = (): void => {
      clearTimeout(timer)
      child.off('message', onMessage).off('exit', onExit)
      signal?.removeEventListener('abort', onAbort)
    }
    const onAbort = (): void => {
      end()
      reject(signal?.reason instanceof Refusal ? signal.reason : readingErrors.cancelled({}))
    }
    const onExit = (): void => {
      end()
      resolve({ page, why: isLate ? 'time' : 'memory' })
    }
    const onMessage = (answer: Answer): void => {
      end()
      resolve(answer.page ?? { page, why: 'damaged' })
    }
    if (signal?.aborted) return onAbort()
    signal?.addEventListener('abort', onAbort, { once: true })
    child.on('message', onMessage).on('exit', onExit)
    child.send({ type: 'page', page } satisfies Order, (error) => error && onExit())
  })
}
