import { setTimeout as delay } from 'node:timers/promises'
import type { Pool } from 'pg'
import { connect } from '#platform/database/open-database.ts'
import type { RestoreMark } from '#platform/database/restore-mark.ts'
import { backupErrors } from './errors.ts'
import { fullName, listTables, quoted } from './list-tables.ts'

export const databaseNameOf = (url: string): string => decodeURIComponent(new URL(url).pathname.slice(1))

/** The address of another database on the same server. */
export function besides(url: string, database: string): string {
  const other = new URL(url)
  other.pathname = `/${encodeURIComponent(database)}`
  return other.href
}

/** PostgreSQL cuts names after 63 bytes. */
const shortened = (database: string): string => database.slice(0, 36)

/** What the restored database is called until it is whole. */
export const fillingName = ({ database, stamp }: RestoreMark): string => `${shortened(database)}_restoring_${stamp}`
/** What the former database is called afterwards. */
export const formerName = ({ database, stamp }: RestoreMark): string => `${shortened(database)}_before_${stamp}`

/** Whether any table of ours holds a row. */
export async function hasRows(pool: Pool): Promise<boolean> {
  const client = await pool.connect()
  try {
    for (const table of await listTables(client)) {
      const { rows } = await client.query<{ found: boolean }>(`select exists (select from ${fullName(table)}) as found`)
      if (rows[0]?.found) return true
    }
    return false
  } finally {
    client.release()
  }
}

const refusals: Record<string, (p: { database: string }) => Error> = {
  '42501': backupErrors.mayNotCreate,
  '55006': backupErrors.inUse,
}

/** Work on the databases of the server as such; what may not be done there is told in a sentence. */
async function onServer<T>(url: string, work: (run: (sql: string) => Promise<unknown>, pool: Pool) => Promise<T>) {
  const database = databaseNameOf(url)
  const { pool } = connect(besides(url, 'postgres'), 1)
  const run = (sql: string) =>
    pool.query(sql).catch((error: { code?: string }) => {
      throw refusals[error.code ?? '']?.({ database }) ?? error
    })
  try {
    return await work(run, pool)
  } finally {
    await pool.end()
  }
}

/** Refuses while a program is connected; later it would be found out at the last step only. */
export const refuseInUse = (url: string): Promise<void> =>
  onServer(url, async (_run, pool) => {
    const database = databaseNameOf(url)
    const sql = `select from pg_stat_activity where datname = $1 and backend_type = 'client backend'`
    // A connection that has just been closed is seen for a moment longer.
    for (let look = 0; look < 20; look++) {
      if ((await pool.query(sql, [database])).rowCount === 0) return
      await delay(100)
    }
    throw backupErrors.inUse({ database })
  })

export const createFilling = (url: string, mark: RestoreMark): Promise<unknown> =>
  onServer(url, (run) => run(`create database ${quoted(fillingName(mark))} encoding 'UTF8' template template0`))

const rename = (from: string, to: string): string => `alter database ${quoted(from)} rename to ${quoted(to)}`

/** Both names change in one transaction: there is no moment without a database of that name. */
export const swapIn = (url: string, mark: RestoreMark): Promise<unknown> =>
  onServer(url, async (run) => {
    await run('begin')
    await run(rename(mark.database, formerName(mark)))
    await run(rename(fillingName(mark), mark.database))
    await run('commit')
  })

export const dropFormer = (url: string, mark: RestoreMark): Promise<unknown> =>
  onServer(url, (run) => run(`drop database if exists ${quoted(formerName(mark))}`))

/** Puts the former database back under its name, wherever the restore stood, and drops what it had made. */
export const swapBack = (url: string, mark: RestoreMark): Promise<void> =>
  onServer(url, async (run, pool) => {
    const { rows } = await pool.query<{ name: string }>('select datname as name from pg_database')
    const present = new Set(rows.map(({ name }) => name))
    // As long as the filling one is there under its own name, the former has never been moved.
    if (!present.has(fillingName(mark)) && present.has(formerName(mark))) {
      await run('begin')
      await run(rename(mark.database, fillingName(mark)))
      await run(rename(formerName(mark), mark.database))
      await run('commit')
    }
    await run(`drop database if exists ${quoted(fillingName(mark))} with (force)`)
  })
