import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { checkDatabase } from '#modules/office/maintenance/server/index.ts'
import { appendEntry } from '#platform/audit/append-entry.ts'
import { genesisHash, hashEntry } from '#platform/audit/chain.ts'
import { formatHead } from '#platform/audit/head.ts'
import { noteRestored, readKeptHeads } from '#platform/audit/kept-heads.ts'
import { findHead, listHeads, listStoredChain, verifyStoredChain } from '#platform/audit/stored-chain.ts'
import { entries, heads } from '#platform/audit/tables.ts'
import { verifyTrail } from '#platform/audit/trail-file.ts'
import { addJob } from '#platform/jobs/add-job.ts'
import { listFailures } from '#platform/jobs/failures.ts'
import { openSystem } from '../src/main/system.ts'
import { divisionCode as division } from './county.ts'
import { sandbox } from './sandbox.ts'

const { db } = await sandbox()
const dataFolder = await mkdtemp(join(tmpdir(), 'guatu-heads-'))
const auditFolder = await mkdtemp(join(tmpdir(), 'guatu-heads-out-'))
const clock = { now: new Date() }
const system = openSystem({
  db,
  dataFolder,
  auditFolder,
  sampleOpen: true,
  homeDivision: division,
  clock: () => clock.now,
})
afterAll(async () => {
  await system.close()
  for (const folder of [dataFolder, auditFolder]) await rm(folder, { recursive: true, force: true })
})

const write = (subject: string) =>
  db.transaction((tx) =>
    appendEntry(tx, {
      divisionCode: division,
      at: clock.now.toISOString(),
      actorId: 'u',
      actorName: '周明',
      role: 'office',
      operation: 'plans.correct',
      title: '更正规划',
      outcome: 'done',
      subject,
      detail: '{}',
      party: '',
    }),
  )

const jobs = system.modules.flatMap((module) => module.jobs ?? [])
const names = { keep: 'auditing.keepHeads', put: 'auditing.exportHeads' }

async function run(which: keyof typeof names): Promise<void> {
  const job = jobs.find(({ name }) => name === names[which])!
  await db.transaction((tx) => addJob({ tx, actor: { divisionCode: '470326' } }, job, {}))
  clock.now = new Date(Date.now() + 1000)
  await system.jobs.drain()
}

const chainCheck = async () => {
  const checks = await checkDatabase(db, { dataFolder, now: clock.now, all: false, countyBytes: 1e9 })
  return checks.find(({ code }) => code === 'chain')
}
const verify = async () => (await verifyStoredChain(db, division, await readKeptHeads(dataFolder))).fault

/** What the owner of the database can do: every hash right again, the head too. */
async function rehash(): Promise<void> {
  let previousHash = genesisHash
  for await (const entry of listStoredChain(db, division)) {
    const hash = hashEntry(entry, previousHash)
    await db.execute(
      sql`update audit.entry set previous_hash = ${previousHash}, hash = ${hash} where division_code = ${division} and sequence = ${entry.sequence}`,
    )
    previousHash = hash
  }
  await db.execute(sql`update audit.head set hash = ${previousHash} where division_code = ${division}`)
}

/** Five entries, the fifth known outside. */
beforeEach(async () => {
  await db.delete(entries)
  await db.delete(heads)
  await rm(join(dataFolder, 'audit-heads.jsonl'), { force: true })
  for (const n of [1, 2, 3, 4, 5]) await write(`规划${n}`)
  await run('keep')
})

describe('heads kept beside the database', () => {
  test('agree with a chain that goes on; a head that has not moved is kept once', async () => {
    await run('keep')
    await write('规划6')
    expect(await verify()).toBeNull()
    expect((await readKeptHeads(dataFolder)).map(({ sequence }) => sequence)).toEqual([5])
    expect(await chainCheck()).toMatchObject({ level: 'good' })
  })

  test('find everything deleted, entries and head, at once and after new entries were written', async () => {
    await db.delete(entries)
    await db.delete(heads)
    expect(await verify()).toMatchObject({ reason: 'missing', message: expect.stringContaining('第 5 条') })
    expect(await chainCheck()).toMatchObject({ level: 'bad' })
    await write('重新开始')
    expect(await chainCheck()).toMatchObject({ level: 'bad' })
    for (const n of [2, 3, 4, 5, 6]) await write(`冒充${n}`)
    expect(await verify()).toMatchObject({ sequence: 5, reason: 'rewritten' })
  })

  test('find a chain set back with its head', async () => {
    await db.execute(sql`delete from audit.entry where sequence = 5`)
    await db.execute(
      sql`update audit.head set sequence = 4, hash = (select hash from audit.entry where sequence = 4) where division_code = ${division}`,
    )
    expect((await verifyStoredChain(db, division)).fault).toBeNull()
    expect(await verify()).toMatchObject({ sequence: 5, reason: 'missing' })
  })

  test('find a chain rewritten and hashed anew, however many heads of the new chain are kept since', async () => {
    await db.execute(sql`update audit.entry set subject = '别的' where sequence = 2`)
    await rehash()
    expect((await verifyStoredChain(db, division)).fault).toBeNull()
    expect(await verify()).toMatchObject({ sequence: 5, reason: 'rewritten' })
    await run('keep')
    await run('keep')
    expect(await verify()).toMatchObject({ sequence: 5, reason: 'rewritten' })
  })

  test('a backup that was put back is no deletion; what is altered before it is still found', async () => {
    await write('规划6')
    await run('keep')
    await db.execute(sql`delete from audit.entry where sequence = 6`)
    await db.execute(sql`update audit.head set sequence = 5, hash = (select hash from audit.entry where sequence = 5)`)
    expect(await verify()).toMatchObject({ reason: 'missing' })
    await noteRestored(dataFolder, await listHeads(db), clock.now)
    expect(await verify()).toBeNull()
    await db.execute(sql`update audit.entry set subject = '别的' where sequence = 1`)
    await rehash()
    expect(await verify()).toMatchObject({ reason: 'rewritten' })
  })

  test('a line a killed program left half written is passed over, also by what is added behind it', async () => {
    const file = join(dataFolder, 'audit-heads.jsonl')
    await writeFile(file, (await readFile(file, 'utf8')).trimEnd().slice(0, -9))
    expect(await readKeptHeads(dataFolder)).toEqual([])
    await run('keep')
    expect((await readKeptHeads(dataFolder)).map(({ sequence }) => sequence)).toEqual([5])
  })
})

describe('a head that is missing', () => {
  test('is found; the county goes on working, and the chain says so for ever', async () => {
    await db.delete(heads)
    expect((await verifyStoredChain(db, division)).fault).toMatchObject({ reason: 'missing' })
    await write('照常办理')
    const verdict = await verifyStoredChain(db, division, await readKeptHeads(dataFolder))
    expect(verdict).toMatchObject({ entries: 7, fault: null, headsLost: [6] })
    expect(await chainCheck()).toMatchObject({ level: 'warning', sentence: expect.stringContaining('链头') })
  })

  test('of two who write at once one goes on from the last entry, the other behind it', async () => {
    await db.delete(heads)
    await Promise.all(['甲', '乙', '丙'].map(write))
    expect(await verifyStoredChain(db, division)).toMatchObject({ entries: 9, fault: null, headsLost: [6] })
  })

  test('or set back while the entries are there, stops nobody and is told', async () => {
    await db.execute(
      sql`update audit.head set sequence = 3, hash = (select hash from audit.entry where sequence = 3) where division_code = ${division}`,
    )
    expect((await verifyStoredChain(db, division)).fault).toMatchObject({
      message: expect.stringContaining('链头被改动'),
    })
    await Promise.all(['甲', '乙'].map(write))
    expect(await verifyStoredChain(db, division)).toMatchObject({ entries: 8, fault: null, headsLost: [6] })
  })

  test('set forward or given another hash leaves a break that is found', async () => {
    for (const change of [sql`sequence = 9`, sql`hash = ${'a'.repeat(64)}`]) {
      await db.execute(sql`update audit.head set ${change} where division_code = ${division}`)
      expect(await verify()).not.toBeNull()
      await write('照常办理')
      expect(await verify()).not.toBeNull()
    }
  })

  test('before the first entry is no fault', async () => {
    await db.delete(entries)
    await db.delete(heads)
    await rm(join(dataFolder, 'audit-heads.jsonl'))
    await Promise.all(['甲', '乙'].map(write))
    expect(await verifyStoredChain(db, division)).toMatchObject({ entries: 2, fault: null, headsLost: [] })
  })
})

describe('the folder outside', () => {
  test('gets the head of the day and once a month the whole trail, with its end', async () => {
    await run('put')
    const files = (await readdir(auditFolder)).sort()
    expect(files).toEqual([
      expect.stringMatching(/^审计记录-470326-\d{4}-\d\d\.jsonl$/u),
      expect.stringMatching(/^审计链头-[\d-]{10}\.txt$/u),
    ])
    const head = await findHead(db, division)
    expect(await readFile(join(auditFolder, files[1]!), 'utf8')).toContain(`${division} ${formatHead(head!)}\n`)
    expect(verifyTrail(await readFile(join(auditFolder, files[0]!)))).toMatchObject({
      end: { entries: 5 },
      fault: null,
    })
  })

  test('that cannot be written is told as every failed job is', async () => {
    await rm(auditFolder, { recursive: true })
    await writeFile(auditFolder, '')
    await chmod(auditFolder, 0o600)
    for (const _ of [1, 2, 3]) {
      await run('put')
      await db.execute(sql`update graphile_worker._private_jobs set run_at = now()`)
    }
    const [failure] = await db.transaction(listFailures)
    expect(failure).toMatchObject({ name: 'auditing.exportHeads', reason: expect.stringContaining('GUATU_AUDIT_OUT') })
  })
})
