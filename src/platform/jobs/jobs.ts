import type { Pool } from 'pg'
import { drainJobs } from './drain.ts'
import { startRunner, type Work } from './runner.ts'

/** The work that no request waits for. */
export interface Jobs {
  /** Begins to run jobs as they fall due; the server does this, commands and tests do not. */
  start(pool: Pool): Promise<void>
  /** Runs what is due by the system's clock, schedules since the last call included, and returns when it is done. */
  drain(): Promise<void>
  stop(): Promise<void>
}

export function createJobs(work: Work): Jobs {
  let runner: { stop(): Promise<void> } | undefined
  let drainedAt = work.runtime.clock()
  return {
    async start(pool) {
      runner = await startRunner(work, pool)
    },
    async drain() {
      const since = drainedAt
      drainedAt = work.runtime.clock()
      await drainJobs(work, since)
    },
    async stop() {
      await runner?.stop()
      runner = undefined
    },
  }
}
