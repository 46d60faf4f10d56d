import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { type DatabaseSettings, type OpenedDatabase, openDatabase } from './open-database.ts'
import { isRunning, ownMark } from './process.ts'

// Most of these make a cluster from nothing; a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 })

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

/** A new data folder; a root start must find it enterable for its service user, as /tmp's own folders are not. */
function newFolder(mode = 0o711): string {
  const folder = mkdtempSync(join(tmpdir(), 'guatu-test-'))
  chmodSync(folder, mode)
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

async function open(dataFolder: string, more: Partial<DatabaseSettings> = {}): Promise<OpenedDatabase> {
  const opened = await openDatabase({ dataFolder, address: 'http://127.0.0.1:3000', durable: false, ...more })
  let closed: Promise<void> | undefined
  const close = () => (closed ??= opened.close())
  cleanups.push(close)
  return { ...opened, close }
}

const one = async ({ pool }: OpenedDatabase, sql: string): Promise<unknown> =>
  Object.values((await pool.query(sql)).rows[0])[0]

/** Another process that has the folder open, has committed a row, and is still running. */
async function openElsewhere(folder: string): Promise<ChildProcess> {
  const program = join(dirname(fileURLToPath(import.meta.url)), 'opened-in-another-process.fixture.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', program, folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  cleanups.push(() => child.kill('SIGKILL'))
  await once(child.stdout!, 'data')
  return child
}

describe('the embedded database', () => {
  /** A data folder that was started and stopped once, for the tests that do not need an empty one. */
  let initialised = ''
  beforeAll(async () => {
    initialised = mkdtempSync(join(tmpdir(), 'guatu-test-'))
    chmodSync(initialised, 0o711)
    const first = await openDatabase({ dataFolder: initialised, address: '', durable: false })
    await first.close()
    return () => rmSync(initialised, { recursive: true, force: true })
  })

  test('listens on a socket alone, syncs to disk, and keeps what was written for the next start', async () => {
    const folder = newFolder()
    const first = await open(folder, { durable: true })
    expect(await one(first, 'show listen_addresses')).toBe('')
    expect(await one(first, 'show fsync')).toBe('on')
    expect(await one(first, 'show server_encoding')).toBe('UTF8')
    await first.pool.query('create table county (name text)')
    await first.close()
    expect(existsSync(join(folder, 'postgres/postmaster.pid'))).toBe(false)
    const second = await open(folder)
    expect(await one(second, 'select count(*)::int from county')).toBe(0)
  })

  test('a second start on the folder is told who runs there, and where', async () => {
    const folder = initialised
    await open(folder)
    const refusal = `挂图已经在运行：进程 ${process.pid}，http://127.0.0.1:3000，数据文件夹 ${folder}`
    await expect(open(folder)).rejects.toThrow(refusal)
  })

  test('a command beside the running program uses its database', async () => {
    const folder = initialised
    const server = await open(folder)
    await server.pool.query(`create table county as select '云岭县' as name`)
    const command = await open(folder, { whenRunning: 'join' })
    expect(await one(command, 'select name from county')).toBe('云岭县')
    await command.close()
    expect(await one(server, 'select name from county')).toBe('云岭县')
  })

  test('after the program was killed the next start stops the orphan and finds every committed row', async () => {
    const folder = newFolder()
    const killed = await openElsewhere(folder)
    const orphan = Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
    await expect(open(folder)).rejects.toThrow(`进程 ${killed.pid}，http://127.0.0.1:3111`)
    killed.kill('SIGKILL')
    await once(killed, 'exit')
    expect(isRunning(orphan)).toBe(true)
    const next = await open(folder)
    expect(await one(next, 'select name from county')).toBe('云岭县')
    expect(isRunning(orphan)).toBe(false)
  })

  test('a lock whose process number was given out again does not count', async () => {
    const folder = initialised
    const dead = { ...ownMark(), startedAt: '1', address: 'http://127.0.0.1:3000' }
    writeFileSync(join(folder, 'running.json'), JSON.stringify(dead))
    expect(await one(await open(folder), 'select 1')).toBe(1)
  })

  test('a lock from before a restart of the machine does not count', async () => {
    const folder = initialised
    const earlier = { ...ownMark(), world: 'an earlier boot', address: 'http://127.0.0.1:3000' }
    writeFileSync(join(folder, 'running.json'), JSON.stringify(earlier))
    expect(await one(await open(folder), 'select 1')).toBe(1)
  })

  test('of two starts at the same moment exactly one runs', async () => {
    const folder = newFolder()
    const starts = await Promise.allSettled([open(folder), open(folder)])
    expect(starts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('a postmaster.pid that names a stranger does not stop the start, nor the stranger', async () => {
    const folder = initialised
    writeFileSync(join(folder, 'postgres/postmaster.pid'), `${process.ppid}\n${folder}/postgres\n1\n5432\n/nowhere\n\n`)
    expect(await one(await open(folder), 'select 1')).toBe(1)
    expect(isRunning(process.ppid)).toBe(true)
  })

  test('a first start that was cut off half way is begun again', async () => {
    const folder = newFolder()
    mkdirSync(join(folder, 'postgres.new/base'), { recursive: true })
    writeFileSync(join(folder, 'postgres.new/PG_VERSION'), '18\n')
    expect(await one(await open(folder), 'select 1')).toBe(1)
  })

  test('a folder that is in the way is refused, never emptied', async () => {
    const folder = newFolder()
    mkdirSync(join(folder, 'postgres'))
    writeFileSync(join(folder, 'postgres/letter.txt'), '给县政府的信')
    await expect(open(folder)).rejects.toThrow('里面有文件，但不是数据库')
    expect(readFileSync(join(folder, 'postgres/letter.txt'), 'utf8')).toBe('给县政府的信')
  })

  test.each(['带 空格的 文件夹,还有逗号', 'x'.repeat(120)])('the folder may be called %s', async (name) => {
    const folder = join(newFolder(), name)
    expect(await one(await open(folder), 'select 1')).toBe(1)
  })

  test('a cluster of another major version is refused with what to do', async () => {
    const folder = initialised
    const version = join(folder, 'postgres/PG_VERSION')
    const before = readFileSync(version)
    writeFileSync(version, '14\n')
    await expect(open(folder)).rejects.toThrow('由 PostgreSQL 14 建立')
    writeFileSync(version, before)
  })

  test('the program hears when the server ends by itself', async () => {
    const folder = initialised
    const lost = new Promise<void>(
      (resolve) =>
        void open(folder, { onLost: () => resolve() }).then(() => {
          process.kill(Number(readFileSync(join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]), 'SIGINT')
        }),
    )
    await lost
  })

  test.each(['/proc/guatu', '/etc/passwd', '/etc/passwd/data'])(
    '%s cannot be a data folder, and the sentence says so',
    async (folder) => {
      await expect(open(folder)).rejects.toThrow(`数据文件夹 ${folder} 不能使用`)
    },
  )

  test.runIf(process.getuid?.() === 0)(
    'as root, a cluster restored from a copy is given to the service user again',
    async () => {
      const folder = newFolder()
      await (await open(folder)).close()
      cpSync(join(folder, 'postgres'), join(folder, 'copy'), { recursive: true })
      rmSync(join(folder, 'postgres'), { recursive: true })
      renameSync(join(folder, 'copy'), join(folder, 'postgres'))
      expect(await one(await open(folder), 'select 1')).toBe(1)
    },
  )

  test.runIf(process.getuid?.() === 0)(
    'as root, a folder closed to everybody else gets its cluster where the service user can reach it',
    async () => {
      const folder = join(newFolder(0o700), 'data')
      const opened = await open(folder)
      expect(await one(opened, 'select 1')).toBe(1)
      const home = readFileSync(join(folder, 'postgres.path'), 'utf8').trim()
      cleanups.unshift(() => rmSync(home, { recursive: true, force: true }))
      await opened.close()
      expect(await one(await open(folder), 'select 1')).toBe(1)
    },
  )
})

describe('a database server named by its address', () => {
  test('is used as it is', async () => {
    const { url } = inject('database')
    expect(await one(await open('/nowhere', { databaseUrl: url }), 'select 1')).toBe(1)
  })

  test('that does not answer is named without its password', async () => {
    const databaseUrl = 'postgres://county:secret@127.0.0.1:1/county'
    const sentence = 'postgres://127.0.0.1:1/county：对方没有监听'
    await expect(open('/nowhere', { databaseUrl })).rejects.toThrow(sentence)
  })

  test('that has no such database says what to create', async () => {
    const url = new URL(inject('database').url)
    url.pathname = '/no_such_database'
    await expect(open('/nowhere', { databaseUrl: url.href })).rejects.toThrow('create database')
  })

  test('whose encoding cannot hold Chinese is refused', async () => {
    const server = await open('/nowhere', { databaseUrl: inject('database').url })
    await server.pool.query(
      `create database guatu_latin encoding 'LATIN1' lc_collate 'C' lc_ctype 'C' locale_provider libc template template0`,
    )
    cleanups.push(() => server.pool.query('drop database guatu_latin'))
    const url = new URL(inject('database').url)
    url.pathname = '/guatu_latin'
    await expect(open('/nowhere', { databaseUrl: url.href })).rejects.toThrow('LATIN1')
  })
})
