import { parentPort } from 'node:worker_threads'
import { readDocument } from './read-document.ts'
import { describeFailure, type ReadingJob, type ReadingMessage } from './reading-messages.ts'

/** The thread that reads documents one after another, so that no document can hold up the server. */

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
const answer = (message: ReadingMessage): void => parentPort?.postMessage(message)

/** A long PDF has thousands of pages; people see ten steps a second at most. */
const progressEvery = 100

parentPort?.on('message', ({ input, limits }: ReadingJob) => {
  let last = 0
  const onProgress = (done: number, total: number, stage: string): void => {
    const now = performance.now()
    if (done < total && now - last < progressEvery) return
    last = now
    answer({ type: 'progress', done, total, stage })
  }
  readDocument(input, { limits, onProgress }).then(
    (document) => answer({ type: 'done', document }),
    (error: unknown) => answer(describeFailure(error)),
  )
})
