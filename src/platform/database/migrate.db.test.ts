import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { sandbox } from '../../../test/sandbox.ts'
import { migrate } from './migrate.ts'

const { db, pool } = await sandbox()

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'guatu-migrations-'))
  folders.push(folder)
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

const first = {
  '0001_first.sql': 'create schema county;--> statement-breakpoint\ncreate table county.note (text text);',
}
const second = { '0002_second.sql': 'alter table county.note add column written_on date' }

test('migrations run once, in the order of their names', async () => {
  await pool.query('drop table public.migration')
  expect(await migrate(pool, folderWith({ ...second, ...first }))).toEqual(['0001_first.sql', '0002_second.sql'])
  expect(await migrate(pool, folderWith({ ...first, ...second }))).toEqual([])
})

test('a day comes back as the text it was written as', async () => {
  await db.execute(sql`insert into county.note values ('备忘', '2026-01-31')`)
  expect((await pool.query('select * from county.note')).rows).toEqual([{ text: '备忘', written_on: '2026-01-31' }])
})

test('a migration changed after it ran is refused by name', async () => {
  const changed = folderWith({ ...first, '0002_second.sql': 'select 1' })
  await expect(migrate(pool, changed)).rejects.toThrow('迁移文件 0002_second.sql 执行之后又被改动')
})

test('a database ahead of the program is refused', async () => {
  await expect(migrate(pool, folderWith(first))).rejects.toThrow('0002_second.sql')
})

test('a migration that fails half way leaves nothing behind', async () => {
  const broken = { '0003_broken.sql': 'create table county.half (id int); select no_such_column' }
  await expect(migrate(pool, folderWith({ ...first, ...second, ...broken }))).rejects.toThrow('0003_broken.sql')
  expect((await pool.query(`select to_regclass('county.half') as half`)).rows).toEqual([{ half: null }])
})

test('an upgrade that is cut off leaves the database of before, on which the former program still runs', async () => {
  const next = { '0003_next.sql': 'create table county.next (id int)' }
  const cut = { '0004_cut.sql': 'create table county.cut (id int); select pg_terminate_backend(pg_backend_pid())' }
  await expect(migrate(pool, folderWith({ ...first, ...second, ...next, ...cut }))).rejects.toThrow('没有变化')
  expect((await pool.query(`select to_regclass('county.next') as next`)).rows).toEqual([{ next: null }])
  expect(await migrate(pool, folderWith({ ...first, ...second }))).toEqual([])
})

test('two programs that migrate at once run each migration once', async () => {
  const third = { '0003_third.sql': 'create table county.third (id int)' }
  const folder = folderWith({ ...first, ...second, ...third })
  const runs = await Promise.all([migrate(pool, folder), migrate(pool, folder)])
  expect(runs.flat()).toEqual(['0003_third.sql'])
})
