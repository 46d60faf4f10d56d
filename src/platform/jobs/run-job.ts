import { sql } from 'drizzle-orm'
import { dayOf } from '#kernel/moment.ts'
import type { Tx } from '#platform/database/tx.ts'
import { reasonOf } from '#platform/fault/describe-fault.ts'
import type { Call, Job, JobCall } from '#platform/operation/implement.ts'
import { type Runtime, runWork, systemActor } from '#platform/operation/run-operation.ts'

import { addJob, JobOwner } from './add-job.ts'

/** One attempt at a job, by the program that took it. */
export interface Attempt {
  id: string
  takenBy: string
  payload: unknown
}

/** Runs one attempt. What it throws is for the caller to note down: a sentence, without parameters of what failed. */
export async function runJob(job: Job, attempt: Attempt, runtime: Runtime): Promise<void> {
  await runOnce(job, attempt, runtime).catch((error: unknown) => {
    throw new Error(reasonOf(error))
  })
}

async function runOnce(job: Job, attempt: Attempt, runtime: Runtime): Promise<void> {
  const { divisionCode } = JobOwner.parse(attempt.payload)
  if (job.counties && divisionCode === undefined) return giveToCounties(job, attempt, runtime)
  const owner = { divisionCode: divisionCode ?? runtime.homeDivision }
  const now = runtime.clock()
  const transaction: JobCall<unknown>['transaction'] = (work) => runWork({ ...job, ...owner }, work, runtime)
  const call: JobCall<unknown> = {
    payload: job.payload.parse(attempt.payload),
    db: runtime.db,
    actor: systemActor(owner),
    now,
    today: dayOf(now),
    transaction,
    finish: (work) => transaction((inner) => endWith(attempt, inner, work)),
  }
  await job.run(call as JobCall<never>)
}

/** What the clock started becomes a job for each county, so that one that fails stops no other. */
async function giveToCounties(job: Job, attempt: Attempt, { db }: Runtime): Promise<void> {
  await db.transaction(async (tx) => {
    await endAttempt(tx, attempt)
    for (const divisionCode of (await job.counties?.(tx)) ?? [])
      await addJob({ tx, actor: { divisionCode } }, job, attempt.payload)
  })
}

async function endWith<T>(attempt: Attempt, call: Call<unknown>, work: (call: Call<unknown>) => Promise<T>) {
  await endAttempt(call.tx, attempt)
  return work(call)
}

/** Takes the job off the list, unless another program has taken it over meanwhile: then this attempt writes nothing. */
async function endAttempt(tx: Tx, { id, takenBy }: Attempt): Promise<void> {
  const { rowCount } = await tx.execute(
    sql`delete from graphile_worker._private_jobs where id = ${id} and locked_by = ${takenBy}`,
  )
  if (rowCount !== 1) throw new Error(`job ${id} was taken over`)
}
