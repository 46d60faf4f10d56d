import { randomBytes } from 'node:crypto'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { afterAll, expect, test } from 'vitest'
import { besides } from '#platform/backup/target.ts'
import { migrate, readMigrations } from '#platform/database/migrate.ts'
import { connect } from '#platform/database/open-database.ts'
import { projectFolder } from '#platform/project-folder.ts'
import { called } from './former-names.ts'
import { sandbox } from './sandbox.ts'

const { pool, url } = await sandbox()
const folder = mkdtempSync(join(tmpdir(), 'guatu-former-'))
const made = `guatu_test_former_${randomBytes(6).toString('hex')}`
const id = '01890000-0000-7000-8000-000000000001'
afterAll(async () => {
  await pool.query(`drop database if exists "${made}" with (force)`)
  rmSync(folder, { recursive: true, force: true })
})

const listTables = async (of: Pool): Promise<string[]> => {
  const { rows } = await of.query<{ name: string }>(
    `select table_schema || '.' || table_name as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema', 'graphile_worker', 'public')`,
  )
  return rows.map(({ name }) => name).sort()
}

const quoted = (name: string): string => name.replace(/\.(\w+)$/, '."$1"')

/** One row of a table, a value of its type in every column. */
async function fill(of: Pool, table: string, more: Record<string, unknown>): Promise<void> {
  const { rows } = await of.query<{ name: string; type: string }>(
    `select column_name as name, data_type as type from information_schema.columns where table_schema || '.' || table_name = $1`,
    [table],
  )
  const values: Record<string, unknown> = {
    uuid: id,
    text: '甲',
    character: '470326',
    jsonb: [],
    date: '2026-11-22',
    'timestamp with time zone': '2026-11-22T02:00:00Z',
    boolean: true,
  }
  const row = Object.fromEntries(rows.map(({ name, type }) => [name, more[name] ?? values[type] ?? 1]))
  await of.query(`insert into ${quoted(table)} select * from jsonb_populate_record(null::${quoted(table)}, $1)`, [row])
}

const rowsOf = async (of: Pool, table: string): Promise<unknown[]> =>
  (await of.query<{ row: unknown }>(`select to_jsonb(t) as row from ${quoted(table)} t`)).rows.map(({ row }) => row)

test('a filled database of before finds every row again under the names of today', async () => {
  const all = readMigrations(join(projectFolder(), 'migrations')).map(({ name }) => name)
  const renaming = all.findIndex((name) => name.endsWith('_names_of_modules.sql'))
  expect(renaming).toBeGreaterThan(0)
  for (const name of all.slice(0, renaming)) copyFileSync(join(projectFolder(), 'migrations', name), join(folder, name))
  await pool.query(`create database "${made}" encoding 'UTF8' template template0`)
  const old = connect(besides(url, made), 2)
  await migrate(old.pool, folder)
  await fill(old.pool, 'supervision.order', {})
  const more: Record<string, Record<string, unknown>> = {
    'supervision.stamp': { act: 'grantPlea' },
    'statements.submission': { outcomes: [{ taskId: id, statementId: id, refusal: null }] },
  }
  for (const table of Object.keys(called)) await fill(old.pool, table, more[table] ?? {})
  const before = await listTables(old.pool)
  const rows = new Map<string, unknown[]>()
  for (const table of Object.keys(called)) rows.set(table, await rowsOf(old.pool, table))

  const last = all[renaming] ?? ''
  copyFileSync(join(projectFolder(), 'migrations', last), join(folder, last))
  await migrate(old.pool, folder)

  expect(await listTables(old.pool)).toEqual(expect.arrayContaining(before.map((name) => called[name] ?? name)))
  const told = (row: unknown) =>
    JSON.parse(JSON.stringify(row).replace('"grantPlea"', '"grantRequest"').replace('"statementId"', '"reportId"'))
  for (const [former, table] of Object.entries(called)) {
    expect(rows.get(former), former).toHaveLength(1)
    expect(await rowsOf(old.pool, table), table).toEqual(rows.get(former)?.map(told))
  }
  // What came after gave some of them other columns; no row is lost by it.
  await migrate(old.pool)
  for (const table of Object.values(called)) expect(await rowsOf(old.pool, table), table).toHaveLength(1)
  await old.pool.end()
})
