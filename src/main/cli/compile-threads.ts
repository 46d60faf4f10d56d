import { availableParallelism } from 'node:os'
import { createThreadPool, type JobKind } from '#platform/threads/thread-pool.ts'
import { type CompileResult, failedJob } from './compile-failure.ts'
import type { CompileJob } from './compile-job.ts'

const compiling: JobKind<CompileJob, CompileResult> = { beside: import.meta.url, worker: 'compile-worker' }

/** Recognising many pages takes as long as it takes; whoever waits can end the program. */
const milliseconds = 24 * 60 * 60 * 1000

/**
 * Runs the jobs on all cores and hands over each result in the order of the jobs. A document that brings its thread
 * down is reported and the rest goes on with a new one.
 */
export async function compileAll(
  jobs: readonly CompileJob[],
  onResult: (result: CompileResult, job: CompileJob) => void,
): Promise<void> {
  const [only] = jobs
  if (jobs.length === 1 && only) {
    // a single document is done sooner without a thread; the compiler is loaded only now, help does not need it
    const { runCompileJob } = await import('./compile-job.ts')
    return onResult(await runCompileJob(only), only)
  }
  const workers = Math.min(availableParallelism(), jobs.length)
  const pool = createThreadPool({ workers, maxMegabytes: 1536, maxWaiting: jobs.length })
  const running = jobs.map((job) => ({
    job,
    result: pool.run(compiling, job, { milliseconds }).catch((error: unknown) => failedJob(job, error)),
  }))
  for (const { job, result } of running) onResult(await result, job)
  await pool.close()
}
