import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrate } from '#platform/database/migrate.ts'
import { connect, openDatabase } from '#platform/database/open-database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Connection of the test server, and the name of the migrated database the sandboxes are copied from. */
    database: { url: string; template: string }
  }
}

/** One server for all database tests: TEST_DATABASE_URL, or an embedded one in a temporary folder. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'guatu-test-'))
  chmodSync(dataFolder, 0o711)
  const databaseUrl = process.env['TEST_DATABASE_URL']
  const server = await openDatabase({ dataFolder, databaseUrl, address: '测试', durable: false })
  const template = `guatu_template_${process.pid}`
  await server.pool.query(`drop database if exists ${template}`)
  await server.pool.query(`create database ${template} encoding 'UTF8' template template0`)
  const { pool } = connect(databaseAt(server.url, template), 1)
  await migrate(pool)
  await pool.end()
  project.provide('database', { url: server.url, template })
  return async () => {
    await server.pool.query(`drop database if exists ${template}`)
    await server.close()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

/** The same server, another database. */
function databaseAt(url: string, name: string): string {
  const address = new URL(url)
  address.pathname = `/${name}`
  return address.href
}
