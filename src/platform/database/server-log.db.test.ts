import {
  chmodSync,
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { boundLog } from './bound-log.ts'
import { openDatabase } from './open-database.ts'

// Makes a cluster from nothing; a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 })

const folder = mkdtempSync(join(tmpdir(), 'guatu-log-'))
chmodSync(folder, 0o711)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const secret = 'S3cret-9f3c'

test('statements that fail leave nothing of theirs in the log of the embedded server', async () => {
  const opened = await openDatabase({ dataFolder: folder, address: '', durable: false })
  const pointer = join(folder, 'postgres.path')
  const log = join(existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : folder, 'postgres.log')
  const failing: [string, string[]?][] = [
    ['select $1::uuid', [secret]],
    [`select '${secret}'::int`],
    [`select "${secret}"`],
    [`do $$ begin raise warning '${secret}'; raise exception '${secret}' using detail = '${secret}'; end $$`],
    [`create table t (a text primary key); insert into t values ('${secret}'); insert into t values ('${secret}')`],
    [`set local statement_timeout = 1; select pg_sleep(1), '${secret}'`],
  ]
  for (const [statement, values] of failing) await expect(opened.pool.query(statement, values)).rejects.toThrow()
  const before = statSync(log).size
  for (let n = 0; n < 200; n++) await opened.pool.query('select $1::uuid', [secret]).catch(() => undefined)
  expect(statSync(log).size).toBe(before)
  await opened.close()
  const written = readFileSync(log, 'utf8')
  expect(written).toContain('ready to accept connections')
  expect(written).not.toContain(secret)
})

test('a log another program appends to is kept below its size while it is open', () => {
  const file = join(folder, 'growing.log')
  const writer = openSync(file, 'a')
  for (let n = 0; n < 100; n++) {
    writeSync(writer, `${'x'.repeat(99)}\n`)
    boundLog(file, 1000)
  }
  writeSync(writer, 'last\n')
  closeSync(writer)
  expect(statSync(file).size).toBeLessThanOrEqual(1005)
  expect(statSync(`${file}.1`).size).toBeLessThanOrEqual(1100)
  expect(readFileSync(file, 'utf8')).toMatch(/^(?:x{99}\n)*last\n$/u)
})
