import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import type { Tx } from '#platform/database/tx.ts'
import type { Job } from '#platform/operation/implement.ts'

/** Fourteen attempts with growing pauses (e, e², … seconds, at most six hours) last a little over a day. */
export const maxAttempts = 14

/** Due at once by every clock, a moved one too. */
export const atOnce = new Date(0).toISOString()

/**
 * Adds a job in the caller's transaction: it exists when, and only when, that commits.
 * @param options `key`: a waiting job of the same key is replaced; `runAt`: not before
 */
export async function addJob<P extends z.ZodType>(
  tx: Pick<Tx, 'execute'>,
  job: Pick<Job<P>, 'name' | 'payload'>,
  payload: z.input<P>,
  options: { key?: string; runAt?: Date } = {},
): Promise<void> {
  const body = JSON.stringify(job.payload.parse(payload))
  const runAt = options.runAt?.toISOString() ?? atOnce
  await tx.execute(sql`
    select graphile_worker.add_job(${job.name}, payload => ${body}::json, run_at => ${runAt}::timestamptz,
      max_attempts => ${maxAttempts}, job_key => ${options.key ?? null})`)
}
