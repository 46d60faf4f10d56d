import { Worker } from 'node:worker_threads'

const lookEvery = 100

/**
 * Ends this process once it holds more than so many megabytes in all, pictures and models outside the heap included.
 * A thread of its own looks: the main one does not get to it while it reckons.
 */
export function boundMemory(maxMegabytes: number): void {
  const look = `setInterval(() => {
    if (process.memoryUsage.rss() > ${maxMegabytes * 1024 * 1024}) process.kill(process.pid, 'SIGKILL')
  }, ${lookEvery})`
  new Worker(look, { eval: true, execArgv: [] }).unref()
}
