import { randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import { afterAll, inject } from 'vitest'
import { connect } from '#platform/database/open-database.ts'
import type { Db } from '#platform/database/tx.ts'

interface Sandbox {
  db: Db
  pool: Pool
  url: string
}

/**
 * A migrated, empty database for one test file, dropped after its last test.
 * `const { db } = await sandbox()` at the top of the file.
 */
export async function sandbox(): Promise<Sandbox> {
  const { url, template } = inject('database')
  const name = `guatu_test_${randomBytes(8).toString('hex')}`
  const server = connect(url, 1)
  await server.pool.query(`create database ${name} template ${template}`)
  const address = new URL(url)
  address.pathname = `/${name}`
  const { db, pool } = connect(address.href, 8)
  afterAll(async () => {
    await pool.end()
    await server.pool.query(`drop database ${name} with (force)`)
    await server.pool.end()
  })
  return { db, pool, url: address.href }
}
