import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Db } from '#platform/database/tx.ts'
import { maxAttempts } from './add-job.ts'
import { namesOf } from './define-job.ts'
import { latestOccurrence } from './latest-occurrence.ts'
import { runJob } from './run-job.ts'
import { scheduleName, type Work } from './runner.ts'

/** A job as the list holds it; a type, because a row of a query must be open. */
type Taken = { id: string; task: string; payload: unknown }

/**
 * Does what is due by the system's own clock, one after another, and returns when nothing more is. For tests and the
 * sample year, where time is moved by hand: there the runner, which follows the database's clock, stands still.
 */
export async function drainJobs(work: Work, since: Date): Promise<void> {
  const takenBy = `drain-${randomUUID()}`
  await addDueSchedules(work, since)
  for (;;) {
    const taken = await takeNext(work, takenBy)
    if (!taken) return
    await attempt(work, taken, takenBy)
  }
}

async function takeNext({ runtime: { db, clock } }: Work, takenBy: string): Promise<Taken | undefined> {
  const { rows } = await db.execute<Taken>(sql`
    with next as (
      select id from graphile_worker._private_jobs
      where is_available and run_at <= ${clock().toISOString()}
      order by priority, run_at, id limit 1 for update skip locked)
    update graphile_worker._private_jobs job
    set attempts = attempts + 1, locked_at = now(), locked_by = ${takenBy}
    from next, graphile_worker._private_tasks task
    where job.id = next.id and task.id = job.task_id
    returning job.id, task.identifier as task, job.payload`)
  return rows[0]
}

async function attempt({ jobs, runtime }: Work, { id, task, payload }: Taken, takenBy: string): Promise<void> {
  const mine = sql`id = ${id} and locked_by = ${takenBy}`
  try {
    const job = jobs.find((one) => namesOf(one).includes(task))
    if (!job) throw new Error(`no job ${task}`)
    await runJob(job, { id, takenBy, payload }, runtime)
    await runtime.db.execute(sql`delete from graphile_worker._private_jobs where ${mine}`)
  } catch (error) {
    // The same pauses as the runner makes, counted by the clock that is moved.
    const message = error instanceof Error ? error.message : ''
    await runtime.db.execute(sql`
      update graphile_worker._private_jobs set last_error = ${message}, locked_at = null, locked_by = null,
        run_at = ${runtime.clock().toISOString()}::timestamptz + exp(least(attempts, 10)) * interval '1 second'
      where ${mine}`)
  }
}

/** Of each schedule the latest occurrence after `since`, unless another program with the same clock has added it. */
async function addDueSchedules({ schedules, runtime: { db, clock } }: Work, since: Date): Promise<void> {
  for (const schedule of schedules.filter(({ onlyLive }) => !onlyLive)) {
    const at = latestOccurrence(schedule.cron, since, clock())
    if (at)
      await addOccurrence(db, { name: schedule.job.name, payload: schedule.payload, at, key: scheduleName(schedule) })
  }
}

type Occurrence = { name: string; payload: Record<string, unknown>; at: Date; key: string }

async function addOccurrence(db: Db, { name, payload, at, key }: Occurrence): Promise<void> {
  const moment = at.toISOString()
  // Under a name of its own: a moved clock must not hold up the schedules of the living program.
  await db.execute(sql`
    with known as (
      insert into graphile_worker._private_known_crontabs as known (identifier, known_since, last_execution)
      values (${`moved clock: ${key}`}, ${moment}, ${moment})
      on conflict (identifier) do update set last_execution = excluded.last_execution
      where known.last_execution < excluded.last_execution
      returning 1)
    select graphile_worker.add_job(${name}, payload => ${JSON.stringify(payload)}::json, run_at => ${moment}::timestamptz,
      max_attempts => ${maxAttempts})
    from known`)
}
