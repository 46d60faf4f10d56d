import { parentPort } from 'node:worker_threads'
import { passOverLeftovers } from '#platform/threads/pass-over-leftovers.ts'
import { type CompileJob, runCompileJob } from './compile-job.ts'

passOverLeftovers()

/** The thread that compiles documents one after another. */
parentPort?.on('message', (job: CompileJob) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  void runCompileJob(job).then((result) => parentPort?.postMessage(result))
})
