import { sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Owner } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Job } from '#platform/operation/implement.ts'

/** Fourteen attempts with growing pauses (e, e², … seconds, at most six hours) last a little over a day. */
export const maxAttempts = 14

/** Due at once by every clock, a moved one too. */
export const atOnce = new Date(0).toISOString()

interface Adding {
  tx: Pick<Tx, 'execute'>
  /** In whose county it is done. */
  actor: Owner
}

type Added<P extends z.ZodType> = Pick<Job<P>, 'name' | 'ofHouse' | 'payload'>

interface Waiting {
  /** A waiting job of the same key is replaced. */
  key?: string
  /** Not before. */
  runAt?: Date
}

/** What lies in the list beside a job's own payload: whom it is for. A job of the house names nobody. */
export const JobOwner = z.object({ divisionCode: z.string().optional() })

/** Adds a job in the caller's transaction: it exists when, and only when, that commits. */
export async function addJob<P extends z.ZodType>(
  { tx, actor: { divisionCode } }: Adding,
  job: Added<P>,
  payload: z.input<P>,
  options: Waiting = {},
): Promise<void> {
  const owner = job.ofHouse ? {} : { divisionCode }
  const body = JSON.stringify({ ...(job.payload.parse(payload) as object), ...owner })
  const runAt = options.runAt?.toISOString() ?? atOnce
  await tx.execute(sql`
    select graphile_worker.add_job(${job.name}, payload => ${body}::json, run_at => ${runAt}::timestamptz,
      max_attempts => ${maxAttempts}, job_key => ${options.key ?? null})`)
}
