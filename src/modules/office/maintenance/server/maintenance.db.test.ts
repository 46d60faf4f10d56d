import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { auditingContract } from '#modules/office/auditing/contract.ts'
import { noticeContract } from '#modules/office/notices/contract.ts'
import { verifyBackup } from '#platform/backup/verify-backup.ts'
import { openCounty } from '../../../../../test/county.ts'
import { maintenanceContract } from '../contract.ts'
import { confidentialTables, openHashes } from '../domain/confidential.ts'

const { db, system, people, clock } = await openCounty()
const { administrator, auditAdministrator } = people
const list = () => system.call(maintenanceContract.listBackups, administrator, {})
const make = () => system.call(maintenanceContract.makeBackup, administrator, {})

test('a backup is asked for, written by a job, verified, listed, and taken along with an entry in the trail', async () => {
  expect(await list()).toMatchObject({
    backups: [],
    isUnderWay: false,
    retention: { daily: 7, weekly: 4, monthly: 12 },
  })
  expect(await make()).toMatchObject({ isUnderWay: true })
  await expect(make()).rejects.toThrow('一次备份正在进行')
  await system.jobs.drain()
  const { backups, isUnderWay, folder } = await list()
  expect(isUnderWay).toBe(false)
  expect(backups).toMatchObject([
    { name: 'guatu-20261122-100000.zip', kindTitle: '手动', by: '测试administrator', failure: null },
  ])
  const { name } = backups[0]!
  expect(await verifyBackup(join(folder, name))).toMatchObject({ bytes: backups[0]!.bytes })
  const file = await system.call(maintenanceContract.getBackup, administrator, { name })
  expect(file).toMatchObject({ name, path: join(folder, name) })
  const { entries } = await system.call(auditingContract.listEntries, auditAdministrator, {})
  expect(entries[0]).toMatchObject({ title: '下载备份', subject: `备份 ${name}` })
  await expect(system.call(maintenanceContract.getBackup, administrator, { name: 'guatu-1.zip' })).rejects.toThrow(
    '没有这份备份',
  )
  await expect(system.call(maintenanceContract.getBackup, administrator, { name: '../secret' })).rejects.toThrow()
})

test('the security administrator gives the public half with a reason; backups are sealed to it from then on', async () => {
  const { securityAdministrator } = people
  const save = (recipient: string) =>
    system.call(maintenanceContract.saveRecipient, securityAdministrator, { recipient, reason: '首次设置' })
  const identity = await generateX25519Identity()
  const recipient = await identityToRecipient(identity)
  expect((await list()).backups[0]).toMatchObject({ recipients: [], leftOut: ['account', 'secret', 'session'] })
  await expect(save(recipient.replace(/.$/, (last) => (last === 'q' ? 'p' : 'q')))).rejects.toThrow('校验位不对')
  await save(recipient)
  const { entries } = await system.call(auditingContract.listEntries, auditAdministrator, {})
  expect(entries[0]).toMatchObject({ title: '修改备份密钥', subject: '备份密钥' })
  clock.now = new Date(clock.now.getTime() + 1_000)
  await make()
  await system.jobs.drain()
  const { backups, folder } = await list()
  expect(backups[0]).toMatchObject({ recipients: [recipient], leftOut: ['session'] })
  expect(await verifyBackup(join(folder, backups[0]!.name), { identity })).toMatchObject({ isRead: true })
})

test('every table that lets somebody in is declared, and so is every one that points at it', async () => {
  const { rows: columns } = await db.execute<{ name: string }>(
    sql`select distinct table_schema || '.' || table_name as name from information_schema.columns
      where column_name ~ '(hash|secret|token|password|sealed|salt|credential)' and table_schema not in
        ('information_schema', 'pg_catalog', 'graphile_worker')`,
  )
  const { rows: pointing } = await db.execute<{ name: string }>(
    sql`select distinct conrelid::regclass::text as name from pg_constraint
      where contype = 'f' and confrelid::regclass::text in ('accounts.user', 'accounts."user"')`,
  )
  const found = [...columns, ...pointing].map(({ name }) => name.replaceAll('"', ''))
  expect(found.filter((name) => !(name in confidentialTables) && !(name in openHashes))).toEqual([])
  const { rows: tables } = await db.execute<{ name: string }>(
    sql`select table_schema || '.' || table_name as name from information_schema.tables`,
  )
  const present = new Set(tables.map(({ name }) => name))
  for (const name of [...Object.keys(confidentialTables), ...Object.keys(openHashes)]) expect(present).toContain(name)
})

test('a backup that fails is listed with its reason, and the administrators are told', async () => {
  const { folder } = await list()
  clock.now = new Date(clock.now.getTime() + 60_000)
  // A folder in the place of the archive: its name cannot be taken.
  mkdirSync(join(folder, 'guatu-20261122-100101.zip', 'x'), { recursive: true })
  await make()
  await system.jobs.drain()
  const { backups } = await list()
  expect(backups[0]).toMatchObject({ verifiedAt: null, failure: expect.stringContaining('这个名字已是一个文件夹') })
  const inbox = await system.call(noticeContract.listNotices, administrator, {})
  expect(JSON.stringify(inbox)).toContain('备份失败')
  rmSync(join(folder, 'guatu-20261122-100101.zip'), { recursive: true })
})

test('retention is set with a reason and clears daily backups away', async () => {
  await system.call(maintenanceContract.saveRetention, administrator, {
    daily: 2,
    weekly: 0,
    monthly: 0,
    reason: '磁盘有限',
  })
  const { folder } = await list()
  for (const day of ['18', '19', '20', '21']) {
    const record = {
      name: `guatu-202611${day}-021000.zip`,
      kind: 'daily',
      madeAt: `2026-11-${day}T02:10:00Z`,
      by: '每日自动',
      verifiedAt: `2026-11-${day}T02:10:00Z`,
      bytes: 1,
      rows: 1,
      files: 0,
      damaged: 0,
      sha256: '',
      failure: null,
    }
    writeFileSync(join(folder, record.name), '')
    writeFileSync(join(folder, record.name.replace('.zip', '.json')), JSON.stringify(record))
  }
  clock.now = new Date(clock.now.getTime() + 60_000)
  await make()
  await system.jobs.drain()
  const kept = (await list()).backups.map(({ name }) => name)
  expect(kept).toEqual([
    'guatu-20261122-100201.zip',
    'guatu-20261122-100001.zip',
    'guatu-20261122-100000.zip',
    'guatu-20261121-021000.zip',
    'guatu-20261120-021000.zip',
  ])
})

test('the check-up finds an altered trail, a missing and a damaged file, an open secret', async () => {
  const look = async () => {
    const { checks } = await system.call(maintenanceContract.checkUp, administrator, {})
    return Object.fromEntries(checks.map(({ code, level, sentence }) => [code, { level, sentence }]))
  }
  expect(await look()).toMatchObject({
    chain: { level: 'warning', sentence: expect.stringContaining('没有留存的链头') },
    files: { level: 'good' },
    quota: { level: 'good', sentence: expect.stringContaining('还没有文件') },
    database: { level: 'good' },
    backup: { level: 'good' },
  })
  await db.execute(sql`insert into files.intake values ('470326', 'a', '2026-11-21', 'x', 2000000000),
    ('470326', 'b', '2026-11-22', 'x', 2000000000), ('470326', 'b', '2026-11-22', 'y', 2000000000), ('470327', 'c', '2026-11-22', 'x', 5)`)
  expect((await look())['quota']?.sentence).toBe('470326 已存 4.0 GB，上限 50.0 GB。')
  await db.execute(sql`delete from files.intake`)
  const { folder } = await list()
  const dataFolder = join(folder, '..')
  const sha256 = 'ab'.repeat(32)
  await db.execute(sql`create table public.probe (file_sha256 char(64))`)
  await db.execute(sql`insert into public.probe values (${sha256})`)
  expect((await look())['files']).toMatchObject({ level: 'bad', sentence: expect.stringContaining('不在数据文件夹中') })
  mkdirSync(join(dataFolder, 'files', 'ab'), { recursive: true })
  writeFileSync(join(dataFolder, 'files', 'ab', sha256), 'x')
  expect((await look())['files']).toMatchObject({ level: 'bad', sentence: expect.stringContaining('已损坏') })
  await db.execute(sql`drop table public.probe`)
  expect(existsSync(join(dataFolder, 'secret'))).toBe(true)
  chmodSync(join(dataFolder, 'secret'), 0o644)
  expect((await look())['folder']).toMatchObject({ level: 'warning', sentence: expect.stringContaining('chmod 600') })
  await db.execute(sql`update audit.entry set title = 'x' where sequence = 2`)
  expect((await look())['chain']).toMatchObject({ level: 'bad' })
})
