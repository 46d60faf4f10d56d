import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fullName, listTables } from '#platform/backup/list-tables.ts'
import { isStartUnfinished } from '#platform/database/unfinished-start.ts'
import { sandbox } from './sandbox.ts'

const dataFolder = mkdtempSync(join(tmpdir(), 'guatu-load-'))
afterAll(() => rmSync(dataFolder, { recursive: true, force: true }))

/** The rows of the middle of the month with four entries, and days played since: reports, schedules that ran, notices. */
const moment = '2026-02-26T12:00:00Z'
const load = (url: string, ...entries: string[]) =>
  spawnSync(
    process.execPath,
    ['--import', 'tsx', 'src/main/killed-load.fixture.ts', url, dataFolder, moment, ...entries],
    { encoding: 'utf8' },
  )

/** Rows of every table, and what the queue holds and remembers. */
async function countRows(pool: Pool): Promise<Record<string, number>> {
  const tables = (await listTables(pool)).map(fullName)
  const queue = ['jobs', 'known_crontabs'].map((name) => `graphile_worker._private_${name}`)
  const counts: Record<string, number> = {}
  for (const table of [...tables, ...queue])
    counts[table] = (await pool.query(`select count(*)::int as n from ${table}`)).rows[0].n
  return counts
}

const [undisturbed, disturbed] = [await sandbox(), await sandbox()]
let whole: Record<string, number> = {}
beforeAll(async () => {
  const done = load(undisturbed.url)
  expect(done.status, done.stderr).toBe(0)
  whole = await countRows(undisturbed.pool)
}, 120_000)

test('a county whose load was killed again and again lacks nothing once it is loaded', async () => {
  for (const entries of ['1', '8']) {
    const killed = load(disturbed.url, entries)
    expect(killed.signal, killed.stderr).toBe('SIGKILL')
    expect(await isStartUnfinished(disturbed.pool)).toBe(true)
  }
  const done = load(disturbed.url)
  expect(done.stdout).toContain('已从头做起')
  expect(await isStartUnfinished(disturbed.pool)).toBe(false)
  expect(await countRows(disturbed.pool)).toEqual(whole)
  expect(whole['"lamps"."kept_day"']).toBeGreaterThan(0)
}, 300_000)
