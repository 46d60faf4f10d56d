import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Pool, PoolClient } from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { z } from 'zod'
import type { OpenedArchive } from './archive.ts'
import { backupErrors } from './errors.ts'
import { copyTarget, fullName, listTables, quoted } from './list-tables.ts'
import { partNames, type TablePart } from './manifest.ts'
import { Measuring } from './measure.ts'
import { plainForms } from './snapshot.ts'

/** Puts all rows into a migrated, empty database, reads them out again and holds them against the manifest; all or nothing. */
export async function loadRows(pool: Pool, archive: OpenedArchive): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query(plainForms)
    // A migration may have written rows of its own; those of the backup are the whole truth.
    await emptyTables(client)
    for (const part of archive.manifest.tables) await loadTable(client, archive, part)
    for (const { schema, name, value } of archive.manifest.sequences)
      await client.query('select setval($1::regclass, $2::bigint)', [`${quoted(schema)}.${quoted(name)}`, value])
    for (const part of archive.manifest.tables) await compareTable(client, part)
    await loadJobs(client, archive)
    await client.query('commit')
    client.release()
  } catch (error) {
    client.release(true)
    throw error
  }
}

async function emptyTables(client: PoolClient): Promise<void> {
  const present = await listTables(client)
  if (present.length > 0) await client.query(`truncate ${present.map(fullName).join(', ')} restart identity cascade`)
}

/** Takes every row out of the database, every waiting job, and what the queue remembers of schedules, all at once. */
export async function emptyDatabase(pool: Pool): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await emptyTables(client)
    // In their order: a job names its queue. What was remembered would keep schedules of a time that is lived again from running.
    for (const table of ['jobs', 'job_queues', 'known_crontabs'])
      await client.query(`delete from graphile_worker._private_${table}`)
    await client.query('commit')
    client.release()
  } catch (error) {
    client.release(true)
    throw error
  }
}

async function loadTable(client: PoolClient, archive: OpenedArchive, part: TablePart): Promise<void> {
  await pipeline(await archive.read(part.name), client.query(copyFrom(`copy ${copyTarget(part)} from stdin`)))
}

async function compareTable(client: PoolClient, part: TablePart): Promise<void> {
  const measuring = new Measuring()
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  await pipeline(client.query(copyTo(`copy ${copyTarget(part)} to stdout`)), measuring, nowhere)
  const { rows, sha256 } = measuring.result()
  if (rows !== part.rows || sha256 !== part.sha256)
    throw backupErrors.notAsWritten({ table: `${part.schema}.${part.table}` })
}

const Job = z.object({
  task: z.string(),
  payload: z.unknown(),
  queue: z.string().nullable(),
  runAt: z.string(),
  priority: z.int(),
  maxAttempts: z.int(),
  key: z.string().nullable(),
})

const addJobSql = `select graphile_worker.add_job($1, payload => $2::json, queue_name => $3, run_at => $4::timestamptz,
  max_attempts => $5, job_key => $6, priority => $7)`

/** Work that waited at the moment of the snapshot waits again, with all its attempts. */
async function loadJobs(client: PoolClient, archive: OpenedArchive): Promise<void> {
  const lines = createInterface({ input: await archive.read(partNames.jobs) })
  for await (const line of lines) {
    const { task, payload, queue, runAt, maxAttempts, key, priority } = Job.parse(JSON.parse(line))
    await client.query(addJobSql, [task, JSON.stringify(payload), queue, runAt, maxAttempts, key, priority])
  }
}
