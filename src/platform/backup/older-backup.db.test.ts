import { randomBytes } from 'node:crypto'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { migrate, readMigrations } from '#platform/database/migrate.ts'
import { connect } from '#platform/database/open-database.ts'
import { projectFolder } from '#platform/project-folder.ts'
import { openSigner } from '#platform/signing/signing.ts'
import { sandbox } from '../../../test/sandbox.ts'
import { restoreBackup } from './restore-backup.ts'
import { besides } from './target.ts'
import { writeBackup } from './write-backup.ts'

const { pool, url } = await sandbox()
const folder = mkdtempSync(join(tmpdir(), 'guatu-older-'))
const migrations = join(projectFolder(), 'migrations')
const all = readMigrations(migrations).map(({ name }) => name)
const made = `guatu_test_older_${randomBytes(6).toString('hex')}`
afterAll(async () => {
  const { rows } = await pool.query('select datname from pg_database where datname like $1', [`${made}%`])
  for (const { datname } of rows) await pool.query(`drop database if exists "${datname}" with (force)`)
  rmSync(folder, { recursive: true, force: true })
})

const person = `insert into accounts.user (id, name, email, email_verified, created_at, updated_at, username, role, division_code,
  must_change_password, password_changed_at, sample, failures, locked_until)
  values ('u1', '李青', 'x@x', false, now(), now(), 'liqing', 'office', '470326', false, now(), false, 3, null)`
const session = `insert into accounts.session (id, expires_at, token, created_at, updated_at, ip_address, user_agent, user_id)
  values ('s1', now(), 'shown', now(), now(), null, null, 'u1')`
const verification = `insert into accounts.verification values ('v1', 'x', 'y', now(), now(), now())`

const laterPerson = `insert into accounts.user (id, name, email, email_verified, created_at, updated_at, username, role, division_code,
  must_change_password, password_changed_at, sample)
  values ('u1', '李青', 'x@x', false, now(), now(), 'liqing', 'office', '470326', false, now(), false)`
const standing = `insert into lamps.standing (division_code, programme_id, day, sequence, verdict)
  values ('470326', gen_random_uuid(), '2026-11-22', 7, '{"day": "2026-11-22", "tasks": [], "overall": [], "engine": 3}')`

const personWithMandates = `insert into accounts.user (id, name, email, email_verified, created_at, updated_at, username, division_code,
  must_change_password, password_changed_at, sample)
  values ('u1', '李青', 'x@x', false, now(), now(), 'liqing', '470326', false, now(), false)`
const question = `insert into accounts.grant (id, division_code, user_id, role, agency_id, reason, state, asked_by_id, asked_by_name, asked_at)
  values (gen_random_uuid(), '470326', 'u1', 'reviewer', gen_random_uuid(), '调整分工', 'pending', 'u0', '贺安澜', now())`
const projectLine = `insert into ledgers.project_entry
  (division_code, id, programme_id, position, name, content, progress, agency, person, start, finish, saved_by, saved_at)
  values ('470326', gen_random_uuid(), gen_random_uuid(), 0, '科技孵化园', '', '', '', '', '', '', '李青', now())`
const agency = `insert into organisations.agency (division_code, id, name, kind, dept_codes, aliases, former_names, member_ids, initials,
  valid_from) select '470326', gen_random_uuid(), name, 'government', '[]', '[]', '[]', '[]', 'cwj', '2019-01-15'
  from (values ('县财政局'), ('县 财政局')) as two (name)`

/** For each migration that drops something rows of before it, in what it drops: a new one asks for its own. */
const rowsBefore: Record<string, string[]> = {
  '0002_nobody_shut_out.sql': [person, session, verification],
  '0011_standing_by_task.sql': [laterPerson, standing],
  '0015_persons_hold_mandates.sql': [laterPerson, question],
  '0016_lists_as_registries.sql': [personWithMandates, projectLine],
  '0017_agency_register.sql': [personWithMandates, agency],
}

const dropping = all.filter((name) =>
  /\bdrop (table|column|schema)\b/i.test(readFileSync(join(migrations, name), 'utf8')),
)

test('every migration that drops something is tried with rows in it', () => {
  expect(Object.keys(rowsBefore)).toEqual(dropping)
})

test.each(dropping)('a backup of before %s goes back and is brought up to date', async (name) => {
  const former = join(folder, 'migrations')
  mkdirSync(former, { recursive: true })
  for (const one of all.slice(0, all.indexOf(name))) copyFileSync(join(migrations, one), join(former, one))
  const [before, after] = ['from', 'to'].map((side) => `${made}_${side}_${name.slice(0, 4)}`)
  for (const one of [before, after]) await pool.query(`create database "${one}" encoding 'UTF8' template template0`)
  const from = connect(besides(url, `${before}`), 2)
  await migrate(from.pool, former)
  for (const row of rowsBefore[name]!) await from.pool.query(row)
  const dataFolder = join(folder, 'data')
  const file = join(folder, 'older.zip')
  const what = { recipients: [], confidential: {}, signer: openSigner(dataFolder) }
  await writeBackup({
    pool: from.pool,
    dataFolder,
    file,
    program: '0.0.9',
    now: new Date('2026-11-22T02:00:00Z'),
    ...what,
  })
  await from.pool.end()
  const target = {
    url: besides(url, `${after}`),
    dataFolder,
    replace: false,
    stamp: '1',
    emptied: ['accounts.session'],
  }
  const done = await restoreBackup({ file, ...target })
  expect(done.migrated).toEqual(all.slice(all.indexOf(name)))
  const back = connect(target.url, 1)
  const { rows } = await back.pool.query('select username from accounts.user')
  const applied = await back.pool.query('select name from public.migration order by name')
  await back.pool.end()
  expect(rows).toEqual([{ username: 'liqing' }])
  expect(applied.rows.map((row) => row.name)).toEqual(all)
})
