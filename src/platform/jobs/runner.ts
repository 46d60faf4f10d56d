import { EventEmitter } from 'node:events'
import { parseCronItems, type Runner, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import type { Pool } from 'pg'
import type { Job, Schedule } from '#platform/operation/implement.ts'
import type { Runtime } from '#platform/operation/run-operation.ts'
import { maxAttempts } from './add-job.ts'
import { namesOf } from './define-job.ts'
import { silent } from './install.ts'
import { runJob } from './run-job.ts'
import { freeOrphans, type SignOfLife, showLife } from './sign-of-life.ts'

export interface Work {
  jobs: readonly Job[]
  schedules: readonly Schedule[]
  runtime: Runtime
  onFault: (error: unknown) => void
}

/** Jobs at once in one program. */
const concurrency = 3
/** Milliseconds between two looks for due jobs; a notification of the database only makes it quicker. */
const pollInterval = 1_000
const sweepInterval = 2_000
/** A start makes up for occurrences missed since the last stop, one day back. */
const backfillPeriod = 24 * 60 * 60 * 1000

/** By the first name the job had: a schedule of another name would not make up for what fell due before an update. */
export const scheduleName = ({ job, cron }: Schedule): string => `${job.formerly?.[0] ?? job.name} ${cron}`

function tasksOf({ jobs, runtime }: Work): TaskList {
  const task = (job: Job): TaskList[string] => {
    return (payload, { job: { id, locked_by: takenBy } }) =>
      runJob(job, { id, payload, takenBy: takenBy ?? '' }, runtime)
  }
  return Object.fromEntries(jobs.flatMap((job) => namesOf(job).map((name) => [name, task(job)])))
}

const cronItemsOf = ({ schedules }: Work) =>
  parseCronItems(
    schedules.map((schedule) => ({
      task: schedule.job.name,
      match: schedule.cron,
      payload: schedule.payload,
      identifier: scheduleName(schedule),
      options: { backfillPeriod, maxAttempts },
    })),
  )

/** Runs jobs and schedules until it is stopped; a stop waits for those under way. */
export async function startRunner(work: Work, pool: Pool): Promise<{ stop(): Promise<void> }> {
  const events: WorkerEvents = new EventEmitter()
  let life: SignOfLife | undefined
  events.once('pool:create', ({ workerPool }) => {
    life = showLife(pool, workerPool.id, work.onFault)
  })
  events.on('pool:fatalError', ({ error }) => work.onFault(error))
  events.on('worker:fatalError', ({ error }) => work.onFault(error))
  const runner: Runner = await run({
    pgPool: pool,
    taskList: tasksOf(work),
    parsedCronItems: cronItemsOf(work),
    concurrency,
    pollInterval,
    noHandleSignals: true,
    logger: silent,
    events,
  })
  void runner.promise.catch(work.onFault)
  const sweep = setInterval(() => void freeOrphans(pool).catch(work.onFault), sweepInterval)
  return {
    async stop() {
      clearInterval(sweep)
      await runner.stop().catch(work.onFault)
      life?.end()
    },
  }
}
