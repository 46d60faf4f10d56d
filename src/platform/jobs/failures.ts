import { sql } from 'drizzle-orm'
import type { Owner } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { atOnce } from './add-job.ts'

/** Failures before a person is told of them: what passes by itself is nobody's business. */
const patience = 3

export interface Failure {
  id: string
  /** The county it is for; null for work of the house. */
  divisionCode: string | null
  name: string
  attempts: number
  maxAttempts: number
  reason: string
  addedAt: Date
  failedAt: Date
  nextAt: Date | null
}

/** A type, because a row of a query must be open. */
type Row = {
  id: string
  owner: string | null
  name: string
  attempts: number
  max: number
  last_error: string
  created_at: string
  updated_at: string
  run_at: string
}

const firstLine = (text: string): string => (text.split('\n')[0] ?? '').slice(0, 200)

const ownerOfJob = sql`job.payload ->> 'divisionCode'`

/** What people of a county may look after: its own work and that of the house. */
const lookedAfterBy = ({ divisionCode }: Owner) => sql`coalesce(${ownerOfJob}, ${divisionCode}) = ${divisionCode}`

/** Jobs that keep failing, those given up first; those a county looks after, or all. */
export async function listFailures(tx: Tx, by?: Owner): Promise<Failure[]> {
  const { rows } = await tx.execute<Row>(sql`
    select job.id, ${ownerOfJob} as owner, task.identifier as name, attempts, max_attempts as max, last_error, created_at,
      updated_at, run_at
    from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = job.task_id
    where last_error is not null and (attempts >= ${patience} or attempts >= max_attempts)
      and ${by ? lookedAfterBy(by) : sql`true`}
    order by attempts >= max_attempts desc, updated_at desc limit 200`)
  return rows.map((row) => ({
    id: row.id,
    divisionCode: row.owner,
    name: row.name,
    attempts: row.attempts,
    maxAttempts: row.max,
    reason: firstLine(row.last_error),
    addedAt: new Date(row.created_at),
    failedAt: new Date(row.updated_at),
    nextAt: row.attempts >= row.max ? null : new Date(row.run_at),
  }))
}

/** Makes a failed job due again with all its attempts; @returns its name, undefined when there is none such. */
export async function retryFailure(tx: Tx, id: string, by: Owner): Promise<string | undefined> {
  const { rows } = await tx.execute<{ name: string }>(sql`
    select task.identifier as name
    from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = job.task_id
    where job.id = ${id} and last_error is not null and locked_at is null and ${lookedAfterBy(by)}`)
  const [found] = rows
  if (!found) return undefined
  await tx.execute(
    sql`select graphile_worker.reschedule_jobs(array[${id}::bigint], run_at => ${atOnce}::timestamptz, attempts => 0)`,
  )
  return found.name
}
