import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect, openDatabase } from '#platform/database/open-database.ts'
import { unseal } from '#platform/sealing/sealing.ts'
import { openSigner } from '#platform/signing/signing.ts'
import { sandbox } from '../../../test/sandbox.ts'
import { openContent, openEntries, readWhole } from './archive.ts'
import { type RestoreSettings, restoreBackup, undoRestore } from './restore-backup.ts'
import { verifyBackup } from './verify-backup.ts'
import { writeBackup } from './write-backup.ts'

const { pool, url } = await sandbox()
const folder = mkdtempSync(join(tmpdir(), 'guatu-sealed-'))
const dataFolder = join(folder, 'data')
const at = (name: string) => join(folder, name)
const identity = await generateX25519Identity()
const recipient = await identityToRecipient(identity)
const confidential = { 'accounts.session': 'session', 'accounts.user': 'account' }
const token = `token-${randomBytes(8).toString('hex')}`
const secret = 'ab'.repeat(32)

const write = (name: string, recipients: string[], from = dataFolder, left: Record<string, string> = confidential) =>
  writeBackup({
    pool,
    dataFolder: from,
    file: at(name),
    program: '0.1.0',
    now: new Date('2026-11-22T02:00:00Z'),
    recipients,
    confidential: left,
    signer: openSigner(from),
  })

const target = new URL(url)
target.pathname = `/guatu_test_seal_${randomBytes(6).toString('hex')}`
const name = target.pathname.slice(1)
const settings = (file: string, more: Partial<RestoreSettings> = {}): RestoreSettings => ({
  file: at(file),
  url: target.href,
  dataFolder: join(folder, 'there'),
  replace: true,
  stamp: '1',
  emptied: ['accounts.session'],
  ...more,
})

async function read<T extends object>(sql: string): Promise<T[]> {
  const { pool: there } = connect(target.href, 1)
  return (await there.query<T>(sql).finally(() => there.end())).rows
}

beforeAll(async () => {
  await pool.query(`create database "${name}"`)
  await pool.query(`insert into accounts.user (id, name, email, email_verified, created_at, updated_at, username, division_code,
    must_change_password, password_changed_at, sample) values ('u1', '李青', 'x@x', false, now(), now(), 'liqing', '470326', false, now(), false)`)
  await pool.query(
    `insert into accounts.session (id, token_hash, ip_address, user_agent, began_at, seen_at, user_id, mandate_id)
      values ('v', repeat('0', 64), '', $1, now(), now(), 'u1', gen_random_uuid())`,
    [token],
  )
  await write('first.zip', [recipient])
  writeFileSync(join(dataFolder, 'secret'), secret)
  await write('sealed.zip', [recipient])
  await write('open.zip', [])
})
afterAll(async () => {
  for (const { datname } of (await pool.query(`select datname from pg_database where datname like '${name}%'`)).rows)
    await pool.query(`drop database if exists "${datname}" with (force)`)
  rmSync(folder, { recursive: true, force: true })
})

describe('what lets somebody in', () => {
  test('is in no backup without a key, and the backup says so', async () => {
    const verified = await verifyBackup(at('open.zip'))
    expect(verified).toMatchObject({ isRead: true, cover: { leftOut: ['account', 'session'], recipients: [] } })
    const entries = await openEntries(at('open.zip'))
    writeFileSync(at('content.zip'), await readWhole(entries, 'content.zip'))
    entries.close()
    const content = await openContent(at('content.zip'))
    expect(content.manifest.secret).toBeNull()
    const tables = content.manifest.tables.map(({ schema, table }) => `${schema}.${table}`)
    expect(tables).toContain('audit.entry')
    for (const left of Object.keys(confidential)) expect(tables).not.toContain(left)
    content.close()
  })

  test('is sealed with one, and a session is in neither', async () => {
    const bytes = readFileSync(at('sealed.zip'))
    for (const word of [secret, token, 'liqing', 'accounts.user']) expect(bytes.includes(word)).toBe(false)
    expect(await verifyBackup(at('sealed.zip'))).toMatchObject({ isRead: false, cover: { leftOut: ['session'] } })
    expect(await verifyBackup(at('sealed.zip'), { identity })).toMatchObject({ isRead: true })
    await restoreBackup(settings('sealed.zip', { identity }))
    expect(await read('select username from accounts.user')).toEqual([{ username: 'liqing' }])
    expect(await read('select * from accounts.session')).toEqual([])
    expect(readFileSync(join(folder, 'there', 'secret'), 'utf8')).toBe(secret)
    expect(existsSync(join(folder, 'there', 'restoring.zip'))).toBe(false)
  })
})

describe('refusals, each with its sentence and nothing touched', () => {
  test('a sealed backup without the private key, and with another', async () => {
    await expect(restoreBackup(settings('sealed.zip', { stamp: '2' }))).rejects.toThrow(recipient)
    const other = await generateX25519Identity()
    await expect(restoreBackup(settings('sealed.zip', { stamp: '2', identity: other }))).rejects.toThrow(
      '这把私钥打不开该文件',
    )
    expect(await read('select username from accounts.user')).toEqual([{ username: 'liqing' }])
  })

  test('a cover that was altered, or swapped with that of another backup', async () => {
    const [bytes, word] = [readFileSync(at('open.zip')), Buffer.from('"leftOut":["account"')]
    const altered = Buffer.from(bytes)
    altered.write('xx', altered.indexOf(word) + 12)
    writeFileSync(at('altered.zip'), altered)
    await expect(verifyBackup(at('altered.zip'))).rejects.toThrow(/签名不对|不完整或被改动过/)
  })

  test('another installation signed it: refused where there is a key to compare with, until a person says so', async () => {
    await write('foreign.zip', [recipient], at('other'))
    const here = { dataFolder, identity, stamp: '3' }
    await expect(restoreBackup(settings('foreign.zip', here))).rejects.toThrow('另一把签名密钥')
    const { keyId } = openSigner(at('other')).key
    expect(await restoreBackup(settings('foreign.zip', { ...here, signedBy: keyId }))).toMatchObject({ isOwn: false })
    expect(await restoreBackup(settings('sealed.zip', { ...here, stamp: '4' }))).toMatchObject({ isOwn: true })
  })
})

test('a backup of the first format still goes back: it has no signature, and its sessions are gone', async () => {
  // The content of a backup that leaves nothing out is what the first format wrote.
  await write('all.zip', [recipient], dataFolder, {})
  const entries = await openEntries(at('all.zip'))
  writeFileSync(at('old.zip'), await buffer(await unseal(await entries.read('content.zip.age'), { identity })))
  entries.close()
  const done = await restoreBackup(settings('old.zip', { stamp: '5', emptied: ['accounts.session', 'x.gone'] }))
  expect(done).toMatchObject({ isOwn: null, cover: { format: 'guatu.backup/1', signer: null } })
  expect(await read('select username from accounts.user')).toEqual([{ username: 'liqing' }])
  expect(await read('select * from accounts.session')).toEqual([])
})

/** Every step of a restore, in its order. */
const steps = ['verify', 'mark', 'open', 'create', 'tables', 'rows', 'migrate', 'files', 'swap', 'secret', 'clear']

describe('a restore that is killed', () => {
  const people = () => read<{ name: string }>('select name from accounts.user')
  const place = { url: target.href, dataFolder: join(folder, 'there') }
  const open = () =>
    openDatabase({ dataFolder: place.dataFolder, databaseUrl: place.url, address: '' }).then((db) => db.close())

  test.each(steps)(
    'before %s: the start is refused or goes on with what was there, then done or undone',
    async (step) => {
      const asked = settings('sealed.zip', { identity, stamp: `k${steps.indexOf(step)}` })
      const child = spawnSync(
        process.execPath,
        ['--import', 'tsx', 'src/platform/backup/killed-restore.fixture.ts', step, JSON.stringify(asked)],
        { encoding: 'utf8' },
      )
      expect(child.signal, child.stderr).toBe('SIGKILL')
      if (step === 'verify' || step === 'mark') await open()
      else await expect(open()).rejects.toThrow('guatu restore --undo')
      // There is no moment without the people of the county.
      expect(await people()).toEqual([{ name: '李青' }])
      if (steps.indexOf(step) % 2 === 0) expect(await undoRestore(place)).toBe(step !== 'verify')
      else await restoreBackup({ ...asked, stamp: `${asked.stamp}again` })
      await open()
      expect(await people()).toEqual([{ name: '李青' }])
      expect(readFileSync(join(place.dataFolder, 'secret'), 'utf8')).toBe(secret)
      const { rows } = await pool.query(`select datname from pg_database where datname like '${name}_restoring%'`)
      expect(rows).toEqual([])
    },
    30_000,
  )
})
