import type { Pool } from 'pg'
import { connect } from '#platform/database/open-database.ts'
import { backupErrors } from './errors.ts'
import { fullName, listTables, quoted } from './list-tables.ts'

/** An empty database in the place of the present one. */
export interface Target {
  /** What the former database is called now; null when there was nothing in it. */
  keptAs: string | null
  /** Puts the former one back. */
  undo(): Promise<void>
}

const nameOf = (url: string): string => decodeURIComponent(new URL(url).pathname.slice(1))

function besides(url: string): string {
  const other = new URL(url)
  other.pathname = '/postgres'
  return other.href
}

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

/**
 * Makes an empty database under the name the address gives. One that holds rows is refused, or kept under another name
 * when it shall be replaced.
 * @param stamp ends the name of the kept one
 */
export async function prepareTarget(
  url: string,
  { replace, stamp }: { replace: boolean; stamp: string },
): Promise<Target> {
  const database = nameOf(url)
  const present = connect(url, 1)
  const isFull = await hasRows(present.pool).finally(() => present.pool.end())
  if (isFull && !replace) throw backupErrors.notEmpty({ database })
  const keptAs = isFull ? `${database}_before_${stamp}` : null
  const server = connect(besides(url), 1)
  const run = (sql: string) =>
    server.pool.query(sql).catch((error: { code?: string }) => {
      throw refusals[error.code ?? '']?.({ database }) ?? error
    })
  const create = () => run(`create database ${quoted(database)} encoding 'UTF8' template template0`)
  try {
    await run(
      keptAs ? `alter database ${quoted(database)} rename to ${quoted(keptAs)}` : `drop database ${quoted(database)}`,
    )
    await create()
  } finally {
    await server.pool.end()
  }
  return { keptAs, undo: () => putBack(url, keptAs) }
}

async function putBack(url: string, keptAs: string | null): Promise<void> {
  const database = quoted(nameOf(url))
  const server = connect(besides(url), 1)
  try {
    await server.pool.query(`drop database if exists ${database} with (force)`)
    await server.pool.query(
      keptAs
        ? `alter database ${quoted(keptAs)} rename to ${database}`
        : `create database ${database} encoding 'UTF8' template template0`,
    )
  } finally {
    await server.pool.end()
  }
}
