import { availableParallelism } from 'node:os'
import type { Worker } from 'node:worker_threads'
import { startThread } from '#platform/threads/start-thread.ts'
import type { CompileJob, CompileResult } from './compile-job.ts'
import { refusalLine } from './diagnostic-lines.ts'

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
  const results = new Map<number, CompileResult>()
  let [next, shown] = [0, 0]
  const take = () => (next < jobs.length ? next++ : undefined)
  const show = (index: number, result: CompileResult) => {
    results.set(index, result)
    for (let ready = results.get(shown); ready !== undefined; ready = results.get(shown)) {
      const job = jobs[shown]
      results.delete(shown++)
      if (job) onResult(ready, job)
    }
  }
  const lane = async () => {
    let worker: Worker | undefined
    for (let index = take(); index !== undefined; index = take()) {
      const job = jobs[index]
      if (job === undefined) continue
      worker ??= startThread(import.meta.url, 'compile-worker')
      const { result, isFit } = await runOn(worker, job)
      if (!isFit) worker = undefined
      show(index, result)
    }
    await worker?.terminate()
  }
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), jobs.length) }, lane))
}

function runOn(worker: Worker, job: CompileJob): Promise<{ result: CompileResult; isFit: boolean }> {
  return new Promise((resolve) => {
    const settle = (result: CompileResult, isFit: boolean) => {
      for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event)
      worker.on('error', () => {})
      resolve({ result, isFit })
    }
    const fail = (why: string) =>
      settle({ lines: [refusalLine(job.name, 'cli.fault', why)], output: null, isRead: false }, false)
    worker.on('message', (result: CompileResult) => settle(result, true))
    worker.on('error', (error) =>
      fail(
        'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? '内存不够，请把文件拆开后再编译。'
          : `程序内部错误，请把这个文件和这句话一并反馈：${error.message}`,
      ),
    )
    worker.on('exit', () => fail('编译中断，请重试。'))
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    worker.postMessage(job)
  })
}
