import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { appendEntry } from '#platform/audit/append-entry.ts'
import { connect } from '#platform/database/open-database.ts'
import { openFileStore } from '#platform/files/file-store.ts'
import { addJob } from '#platform/jobs/add-job.ts'
import { defineJob } from '#platform/jobs/define-job.ts'
import { unseal } from '#platform/sealing/sealing.ts'
import { openSigner } from '#platform/signing/signing.ts'
import { sandbox } from '../../../test/sandbox.ts'
import { openContent, openEntries } from './archive.ts'
import { loadRows } from './load-rows.ts'
import { type RestoreSettings, restoreBackup } from './restore-backup.ts'
import { openSnapshot } from './snapshot.ts'
import { verifyBackup } from './verify-backup.ts'
import { writeBackup } from './write-backup.ts'

const { db, pool, url } = await sandbox()
const folder = mkdtempSync(join(tmpdir(), 'guatu-backup-'))
const dataFolder = join(folder, 'data')
const now = new Date('2026-11-22T02:00:00Z')
const fileAt = (name: string) => join(folder, name)
const identity = await generateX25519Identity()
const recipient = await identityToRecipient(identity)
const confidential = { 'accounts.session': 'session', 'accounts.user': 'account' }
const write = (name: string, recipients: string[] = [recipient]) => {
  const signer = openSigner(dataFolder)
  return writeBackup({
    pool,
    dataFolder,
    file: fileAt(name),
    program: '0.1.0',
    now,
    recipients,
    confidential,
    signer,
  })
}

const other = new URL(url)
other.pathname = `/guatu_test_back_${randomBytes(6).toString('hex')}`
const restored = other.href
const name = other.pathname.slice(1)
const own = { url: restored, dataFolder: join(folder, 'restored'), emptied: ['accounts.session'] }
const restore = (file: string, replace = false, stamp = '1', more: Partial<RestoreSettings> = {}) =>
  restoreBackup({ ...own, file: fileAt(file), replace, stamp, identity, ...more })
/** What lies inside the seal. */
async function contentOf(file: string) {
  const sealed = await openEntries(fileAt(file))
  const opened = await unseal(await sealed.read('content.zip.age'), { identity })
  writeFileSync(fileAt('content.zip'), await buffer(opened))
  sealed.close()
  return openContent(fileAt('content.zip'))
}

afterAll(async () => {
  for (const one of [name, `${name}_before_1`, `${name}_before_2`])
    await pool.query(`drop database if exists "${one}" with (force)`)
  rmSync(folder, { recursive: true, force: true })
})

const job = defineJob({ name: 'test.wait', title: '等待' }, z.object({ note: z.string() }), async () => undefined)
const addEntry = (title: string) =>
  db.transaction((tx) =>
    appendEntry(tx, {
      divisionCode: '470326',
      at: now.toISOString(),
      actorId: '1',
      actorName: '测试',
      role: 'office',
      operation: 'x.y',
      title,
      outcome: 'done',
      subject: '',
      detail: '{}',
      party: '',
    }),
  )

beforeAll(async () => {
  for (const title of ['登记', '发布', '带\t制表\n换行\\的']) await addEntry(title)
  const store = openFileStore(join(dataFolder, 'files'))
  await store.put(Buffer.from('佐证材料'))
  await store.put(randomBytes(200_000))
  writeFileSync(join(dataFolder, 'secret'), 'a'.repeat(64))
  await db.transaction((tx) => addJob({ tx, actor: { divisionCode: '470326' } }, job, { note: '还没做' }, { key: 'k' }))
})

/** Every table's rows as one hash. */
async function hashes(of: typeof pool): Promise<Record<string, string>> {
  const snapshot = await openSnapshot(of)
  try {
    const found: Record<string, string> = {}
    for (const table of snapshot.tables) {
      const chunks: Buffer[] = []
      for await (const chunk of snapshot.copy(table)) chunks.push(Buffer.from(chunk))
      found[`${table.schema}.${table.table}`] = Buffer.concat(chunks).toString('hex')
    }
    return found
  } finally {
    await snapshot.close()
  }
}

describe('a backup put back', () => {
  test('gives the same rows, files, jobs and secret, and is refused where there are rows unless it may replace them', async () => {
    const verified = await write('first.zip')
    expect(verified).toMatchObject({
      isRead: true,
      cover: { files: 2, damaged: 0, program: '0.1.0', leftOut: ['session'] },
    })
    await pool.query(`create database "${name}"`)
    const done = await restore('first.zip')
    expect(done).toMatchObject({ keptAs: null, auditEntries: 3, cover: verified.cover, isOwn: null })
    const back = connect(restored, 2)
    expect(await hashes(back.pool)).toEqual(await hashes(pool))
    const { rows } = await back.pool.query('select task_identifier, key from graphile_worker.jobs')
    expect(rows).toEqual([{ task_identifier: 'test.wait', key: 'k' }])
    await back.pool.end()
    const files = openFileStore(join(folder, 'restored', 'files'))
    const inside = await contentOf('first.zip')
    for (const { name: entry } of inside.manifest.files) await files.get(entry.slice(6), entry)
    inside.close()
    expect(readFileSync(join(folder, 'restored', 'secret'), 'utf8')).toBe('a'.repeat(64))
    await expect(restore('first.zip')).rejects.toThrow('里已有数据')
    expect(await restore('first.zip', true)).toMatchObject({ keptAs: `${name}_before_1` })
  })

  test('is of one moment: what is written meanwhile is not in it', async () => {
    const before = await db.$count(sql`audit.entry`)
    const snapshot = await openSnapshot(pool)
    await addEntry('其间写入')
    await expect(write('second.zip')).rejects.toThrow('另一次备份正在进行')
    const entry = snapshot.tables.find(({ schema, table }) => `${schema}.${table}` === 'audit.entry')!
    let lines = 0
    for await (const chunk of snapshot.copy(entry)) lines += String(chunk).split('\n').length - 1
    await snapshot.close()
    expect(lines).toBe(before)
  })

  test('a database somebody uses is left alone', async () => {
    const user = connect(restored, 1)
    await user.pool.query('select 1')
    await expect(restore('first.zip', true, '2')).rejects.toThrow('还有程序连着数据库')
    await user.pool.end()
  })
})

describe('a backup that is not as it was written', () => {
  const change = (from: string, to: string, alter: (bytes: Buffer) => Buffer) =>
    writeFileSync(fileAt(to), alter(readFileSync(fileAt(from))))

  test('torn anywhere it is refused before anything is touched', async () => {
    const bytes = readFileSync(fileAt('first.zip'))
    for (const share of [0.1, 0.5, 0.9, 0.999]) {
      change('first.zip', 'torn.zip', (all) => all.subarray(0, Math.floor(all.length * share)))
      await expect(restore('torn.zip', true)).rejects.toThrow('没有动任何数据')
    }
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 1 }), async (at) => {
        change('first.zip', 'flipped.zip', (all) => all.map((byte, i) => (i === at ? byte ^ 0x5a : byte)) as Buffer)
        const verdict = await verifyBackup(fileAt('flipped.zip')).catch((error: Error) => error)
        // Dates, modes and a few flags of the archive say nothing about the content.
        if (!(verdict instanceof Error)) expect(verdict.cover).toEqual((await verifyBackup(fileAt('first.zip'))).cover)
        else expect(verdict.message).toMatch(/[\u4e00-\u9fa5]/)
      }),
      { numRuns: 150 },
    )
    const back = connect(restored, 1)
    expect((await back.pool.query('select count(*)::int as n from audit.entry')).rows).toEqual([{ n: 3 }])
    await back.pool.end()
  })

  test('a file that is none, and one that is not there', async () => {
    writeFileSync(fileAt('note.zip'), '不是压缩文件')
    await expect(restore('note.zip')).rejects.toThrow('没有动任何数据')
    await expect(restore('missing.zip')).rejects.toThrow('打不开备份文件')
  })

  test('one of a newer program names what is missing', async () => {
    await pool.query(`insert into public.migration (name, checksum) values ('9999_later.sql', 'x')`)
    await write('newer.zip')
    await pool.query(`delete from public.migration where name = '9999_later.sql'`)
    await expect(restore('newer.zip', true)).rejects.toThrow('9999_later.sql')
  })

  test('a kept file that was damaged before is named, and the backup is still whole', async () => {
    await write('sound.zip')
    const inside = await contentOf('sound.zip')
    const { name: entry } = inside.manifest.files[0]!
    inside.close()
    const place = join(dataFolder, 'files', entry.slice(6, 8), entry.slice(6))
    const bytes = readFileSync(place)
    writeFileSync(place, 'damaged')
    expect((await write('damaged.zip')).cover.damaged).toBe(1)
    writeFileSync(place, bytes)
  })

  test('where nothing can be written the place is named, and nothing is left behind', async () => {
    await expect(write('no-such-folder/x.zip')).rejects.toThrow('文件夹不存在')
    expect(existsSync(fileAt('no-such-folder'))).toBe(false)
    await write('again.zip')
  })
})

test('rows of every type come back as they were', async () => {
  const columns = `a text, b integer, c bigint, d numeric, e double precision, f boolean, g date, h timestamptz, i jsonb, j uuid,
    k bytea, l text[], m char(6), n interval, o json, p time`
  const second = await sandbox()
  const shape = `create schema probe; create table probe.thing (${columns}, q text generated always as (upper(a)) stored, r bigserial)`
  for (const one of [pool, second.pool]) await one.query(shape)
  const text = fc.string({ unit: 'binary' }).map((word) => word.replaceAll('\0', ''))
  const day = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  const row = fc.tuple(
    fc.oneof(text, fc.constantFrom('\\N', '\\.', '\t', '\r\n', '', '"', '挂图😀')), fc.maxSafeInteger().map((n) => n % 2 ** 31),
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String), fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n.toFixed(9)),
    fc.double(), fc.boolean(), day.map((d) => d.toISOString().slice(0, 10)), day.map((d) => d.toISOString()),
    fc.json().filter((json) => !json.includes('\\u0000')), fc.uuid(), fc.uint8Array().map((bytes) => Buffer.from(bytes)), fc.array(text), fc.stringMatching(/^\d{6}$/),
    fc.integer({ min: -1e6, max: 1e6 }).map((n) => `${n} seconds`), fc.json().filter((json) => !json.includes('\\u0000')), fc.constantFrom('00:00', '23:59:59.999999'),
  ) // biome-ignore format: a table
  const rows = fc.sample(
    row.map((values) => values.map((value, i) => (i > 0 && Math.random() < 0.1 ? null : value))),
    200,
  )
  const places = rows[0]!.map((_, i) => `$${i + 1}`).join(', ')
  for (const values of rows)
    await pool.query(
      `insert into probe.thing (a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p) values (${places})`,
      values,
    )
  await write('types.zip')
  const archive = await contentOf('types.zip')
  await loadRows(second.pool, archive)
  archive.close()
  const all = `select md5(string_agg(thing::text, '|' order by r)) as hash, max(r)::int as last from probe.thing`
  const [there, here] = [(await second.pool.query(all)).rows, (await pool.query(all)).rows]
  expect(there).toEqual(here)
  expect((await second.pool.query(`select nextval('probe.thing_r_seq')::int as next`)).rows).toEqual([
    { next: here[0].last + 1 },
  ])
})
