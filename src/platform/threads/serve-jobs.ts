import { parentPort } from 'node:worker_threads'
import type { Progress } from '#platform/reading/document.ts'
import { passOverLeftovers } from './pass-over-leftovers.ts'
import { describeFailure, type ThreadMessage } from './thread-messages.ts'

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
const answer = (message: ThreadMessage): void => parentPort?.postMessage(message)

/** A long PDF has thousands of pages; people see ten steps a second at most. */
const progressEvery = 100

/** The thread's side of the pool: does one job after another, so that none can hold up the server. */
export function serveJobs<I>(work: (input: I, onProgress: Progress) => unknown): void {
  passOverLeftovers()
  parentPort?.on('message', (input: I) => {
    let last = 0
    const onProgress: Progress = (done, total, stage) => {
      const now = performance.now()
      if (done < total && now - last < progressEvery) return
      last = now
      answer({ type: 'progress', done, total, stage })
    }
    Promise.resolve()
      .then(() => work(input, onProgress))
      .then(
        (result) => answer({ type: 'done', result }),
        (error: unknown) => answer(describeFailure(error)),
      )
  })
}
