import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Pool, PoolClient } from 'pg'
import { reasonOf } from '../fault/describe-fault.ts'
import { installJobs } from '../jobs/install.ts'
import { projectFolder } from '../project-folder.ts'
import { databaseErrors } from './refusals.ts'

interface Migration {
  name: string
  checksum: string
  sql: string
}

// Any fixed number: it keeps two programs on one server from migrating at once.
const lockNumber = 724_512_026

/** The migrations of a folder in the order they run. */
export function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  return names.sort().map((name) => {
    const sql = readFileSync(join(folder, name), 'utf8')
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
  })
}

/** The name of the last migration that ran; rows copied out of a database fit into one that ends with the same. */
export async function lastMigration(pool: Pool): Promise<string | undefined> {
  const { rows } = await pool.query<{ name: string }>('select name from public.migration order by name desc limit 1')
  return rows[0]?.name
}

async function listApplied(client: PoolClient): Promise<Map<string, string>> {
  await client.query(
    'create table if not exists public.migration (name text primary key, checksum text not null, applied_at timestamptz not null default now())',
  )
  const { rows } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from public.migration order by name',
  )
  return new Map(rows.map(({ name, checksum }) => [name, checksum]))
}

/** All in one transaction: an upgrade that fails or is cut off leaves a database the former program still runs on. */
async function apply(client: PoolClient, missing: readonly Migration[]): Promise<void> {
  let present = ''
  try {
    await client.query('begin')
    for (const { name, sql, checksum } of missing) {
      present = name
      await client.query(sql)
      await client.query('insert into public.migration (name, checksum) values ($1, $2)', [name, checksum])
    }
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw databaseErrors.migrationFailed({ name: present, reason: reasonOf(error) })
  }
}

/**
 * Runs the migrations that have not run yet, in the order of their names, all of them or none.
 * Refuses when one that ran was changed since, or when the database knows one the program does not.
 * The tables of the jobs are kept up to date by the library that owns them.
 * @returns the names of those it ran
 */
export async function migrate(pool: Pool, folder = join(projectFolder(), 'migrations')): Promise<string[]> {
  const done = await applyMissing(pool, folder)
  await installJobs(pool)
  return done
}

async function applyMissing(pool: Pool, folder: string): Promise<string[]> {
  const migrations = readMigrations(folder)
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lockNumber])
    const applied = await listApplied(client)
    const known = new Set(migrations.map(({ name }) => name))
    const newer = [...applied.keys()].find((name) => !known.has(name))
    if (newer) throw databaseErrors.databaseNewer({ name: newer })
    const changed = migrations.find(({ name, checksum }) => (applied.get(name) ?? checksum) !== checksum)
    if (changed) throw databaseErrors.migrationChanged({ name: changed.name })
    const missing = migrations.filter(({ name }) => !applied.has(name))
    if (missing.length > 0) await apply(client, missing)
    return missing.map(({ name }) => name)
  } finally {
    // A connection that was cut off has let go of the lock itself.
    const isAlive = await client.query('select pg_advisory_unlock($1)', [lockNumber]).then(
      () => true,
      () => false,
    )
    client.release(!isAlive)
  }
}
