import type { Readable } from 'node:stream'
import type { Pool, PoolClient } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { backupErrors } from './errors.ts'
import { copyTarget, listTables, type TableShape } from './list-tables.ts'

// Any fixed number: one backup at a time in one database.
const lockNumber = 724_512_027

/** Values are written the same whatever server and session wrote them, and rows in the order they lie in. */
export const plainForms = `
  set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
  set local extra_float_digits = 1; set local bytea_output = 'hex'; set local synchronize_seqscans = off`

/** The database as it was at one moment, however long the reading takes and whatever is written meanwhile. */
export interface Snapshot {
  tables: TableShape[]
  migrations: { name: string; checksum: string }[]
  sequences: { schema: string; name: string; value: string }[]
  postgres: string
  copy(table: TableShape): Readable
  /** Jobs not done yet, each as one object. */
  listJobs(): Promise<WaitingJob[]>
  close(): Promise<void>
  /** Ends the connection itself: a copy nobody reads to its end holds it for ever. */
  abandon(): void
}

export interface WaitingJob {
  task: string
  payload: unknown
  queue: string | null
  runAt: string
  priority: number
  maxAttempts: number
  key: string | null
}

const sequenceSql = `select schemaname as schema, sequencename as name, last_value::text as value from pg_sequences
  where schemaname not in ('graphile_worker') and last_value is not null order by 1, 2`

const jobSql = `
  select task.identifier as task, job.payload, queue.queue_name as queue,
    to_char(job.run_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "runAt",
    job.priority::int, job.max_attempts::int as "maxAttempts", job.key
  from graphile_worker._private_jobs job join graphile_worker._private_tasks task on task.id = job.task_id
  left join graphile_worker._private_job_queues queue on queue.id = job.job_queue_id order by job.id`

const hasTable = async (client: PoolClient, name: string): Promise<boolean> => {
  const { rows } = await client.query<{ found: boolean }>('select to_regclass($1) is not null as found', [name])
  return rows[0]?.found === true
}

/** A connection that was cut a moment ago may hold the lock for another; a backup under way holds it for long. */
const takeLock = (client: PoolClient): Promise<boolean> =>
  client
    .query(`begin; set local lock_timeout = '1s'; select pg_advisory_lock(${lockNumber}); commit`)
    .then(() => true)
    .catch(() => client.query('rollback').then(() => false))

const heard = (): undefined => undefined

/** Opens a snapshot; refuses while another backup of the same database is being written. */
export async function openSnapshot(pool: Pool): Promise<Snapshot> {
  const client = await pool.connect()
  // What a lost connection means is told by the query under way, or by the next.
  client.on('error', heard)
  if (!(await takeLock(client))) {
    client.off('error', heard)
    client.release()
    throw backupErrors.running({})
  }
  const close = async () => {
    // A connection whose reading was cut short is not used again; its locks go with it.
    const ended = await client.query('commit').then(
      () => true,
      () => false,
    )
    if (ended) await client.query('select pg_advisory_unlock($1)', [lockNumber])
    client.off('error', heard)
    client.release(!ended)
  }
  try {
    await client.query('begin isolation level repeatable read read only')
    await client.query(plainForms)
    const hasMigrations = await hasTable(client, 'public.migration')
    const applied = hasMigrations ? 'select name, checksum from public.migration order by name' : undefined
    const version = await client.query<{ version: string }>(`select current_setting('server_version') as version`)
    return {
      tables: await listTables(client),
      migrations: applied ? (await client.query<{ name: string; checksum: string }>(applied)).rows : [],
      sequences: (await client.query<Snapshot['sequences'][number]>(sequenceSql)).rows,
      postgres: version.rows[0]?.version ?? '',
      copy: (table) => client.query(copyTo(`copy ${copyTarget(table)} to stdout`)),
      listJobs: async () =>
        (await hasTable(client, 'graphile_worker._private_jobs')) ? (await client.query<WaitingJob>(jobSql)).rows : [],
      close,
      abandon: () => client.release(true),
    }
  } catch (error) {
    await close()
    throw error
  }
}
