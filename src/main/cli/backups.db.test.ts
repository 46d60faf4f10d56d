import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { afterAll, expect, test } from 'vitest'
import { Backup } from '#modules/office/maintenance/domain/backup.ts'
import { connect } from '#platform/database/open-database.ts'
import { sandbox } from '../../../test/sandbox.ts'
import { runCli } from './run-cli.ts'

const { pool, url } = await sandbox()
const folder = mkdtempSync(join(tmpdir(), 'guatu-keeping-'))
const address = (name: string) => {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}
const bare = `guatu_test_bare_${randomBytes(6).toString('hex')}`
const back = `guatu_test_cli_${randomBytes(6).toString('hex')}`
afterAll(async () => {
  for (const name of [bare, back, `${back}_before_20300105020000`])
    await pool.query(`drop database if exists "${name}" with (force)`)
  rmSync(folder, { recursive: true, force: true })
})

const identity = await generateX25519Identity()
const recipient = await identityToRecipient(identity)
let key = ''
const now = new Date('2030-01-05T02:00:00Z')

async function run(args: string[], to: { database?: string; data?: string } = {}) {
  const printed = { out: '', err: '' }
  const data = join(folder, to.data ?? 'data')
  mkdirSync(data, { recursive: true, mode: 0o700 })
  const code = await runCli(args, {
    out: (text) => {
      printed.out += String(text)
    },
    err: (text) => {
      printed.err += text
    },
    isWatched: false,
    stdin: Readable.from([]),
    environment: {
      ...process.env,
      LANG: 'zh_CN.UTF-8',
      DATABASE_URL: to.database ? address(to.database) : url,
      GUATU_DATA: data,
      GUATU_IDENTITY: key,
    },
    now,
    today: '2030-01-05',
  })
  return { code, ...printed }
}

const archive = join(folder, 'data', 'backups', 'guatu-20300105-100000.zip')

test('doctor says what is missing before there is a backup, and exits 1', async () => {
  await run(['user', 'add', 'zhouming', '--name', '周明', '--role', 'office'])
  const found = await run(['doctor'])
  expect(found.code).toBe(1)
  expect(found.out).toMatch(/✗ 备份：还没有备份。请/)
  expect(found.out).toMatch(/！ 审计记录：\d+ 条记录首尾相接，没有改动；数据文件夹里没有留存的链头/)
  expect(found.out).toMatch(/✓ 数据库结构：\d+ 个迁移都已执行/)
  const json = JSON.parse((await run(['doctor', '--json'])).out)
  expect(json.map((one: { code: string }) => one.code)).toEqual([
    'folder',
    'disk',
    'backup',
    'signing',
    'database',
    'migrations',
    'clock',
    'chain',
    'files',
    'quota',
    'jobs',
  ])
})

test('backup writes into the folder of backups with its record, or where it is told', async () => {
  const made = await run(['backup'])
  expect(made).toMatchObject({ code: 0, out: expect.stringContaining('已备份并校验：guatu-20300105-100000.zip') })
  const record = Backup.parse(JSON.parse(readFileSync(archive.replace('.zip', '.json'), 'utf8')))
  expect(record).toMatchObject({ kind: 'command', by: '命令行', failure: null })
  expect((await run(['backup', '--out', join(folder, 'elsewhere.zip')])).code).toBe(0)
  expect(readdirSync(join(folder, 'data', 'backups')).length).toBe(2)
  expect(await run(['backup', '--out', join(folder, 'none', 'x.zip')])).toMatchObject({
    code: 1,
    err: expect.stringContaining('文件夹不存在'),
  })
  expect((await run(['backup', 'here.zip'])).code).toBe(2)
})

test('doctor is then content; it names an altered trail, a newer database and one that is away', async () => {
  expect((await run(['doctor', '--all'])).code).toBe(0)
  await pool.query(`update audit.entry set subject = 'x' where sequence = 1`)
  expect(await run(['doctor'])).toMatchObject({ code: 1, out: expect.stringContaining('第 1 条起不可信') })
  await pool.query(`update audit.entry set subject = '账号 zhouming' where sequence = 1`)
  await pool.query(`insert into public.migration (name, checksum) values ('9999_later.sql', 'x')`)
  expect((await run(['doctor'])).out).toMatch(/✗ 数据库结构：.*9999_later.sql/)
  await pool.query(`delete from public.migration where name = '9999_later.sql'`)
  expect(await run(['doctor'], { database: 'guatu_not_there' })).toMatchObject({
    code: 1,
    out: expect.stringContaining('✗ 数据库：'),
  })
})

test('without a backup key nobody who may sign in is in it, and it is said when writing and when putting back', async () => {
  const made = await run(['backup', '--out', join(folder, 'open.zip')])
  expect(made.out).toContain('没有加密，不含账号、密码和密钥、登录状态')
  expect((await run(['doctor'])).out).toMatch(/！ 备份：.*没有加密，因此不含账号/)
  expect(await run(['backup', 'verify', join(folder, 'open.zip')])).toMatchObject({
    code: 0,
    out: expect.stringContaining('是本机的签名密钥'),
  })
  await pool.query(`create database "${bare}"`)
  const back = await run(['restore', join(folder, 'open.zip')], { database: bare, data: 'bare' })
  expect(back).toMatchObject({ code: 0, out: expect.stringContaining('下次启动会新建三员') })
  expect(back.out).toContain('本机没有可比对的密钥')
})

test('restore fills an empty database, refuses a full one, and keeps what it replaces', async () => {
  await pool.query(`insert into maintenance.recipient values ('470326', $1, now(), '安全管理员')`, [recipient])
  expect(await run(['backup'])).toMatchObject({ code: 0, out: expect.stringContaining(recipient) })
  await pool.query(`create database "${back}"`)
  const to = { database: back, data: 'other' }
  expect(await run(['restore', archive], to)).toMatchObject({ code: 1, err: expect.stringContaining('--identity') })
  expect(await run(['restore', archive, '--identity', 'none.txt'], to)).toMatchObject({ code: 2 })
  writeFileSync(join(folder, 'key.txt'), `# 私钥\n${identity}\n`)
  key = join(folder, 'key.txt')
  expect((await run(['backup', 'verify', archive], to)).out).toContain('内容已打开并核对')
  expect(await run(['restore', archive], to)).toMatchObject({ code: 0, out: expect.stringContaining('逐表核对一致') })
  expect(await run(['restore', archive], to)).toMatchObject({ code: 1, err: expect.stringContaining('--replace') })
  const replaced = await run(['restore', archive, '--replace'], to)
  expect(replaced).toMatchObject({ code: 0, out: expect.stringContaining(`${back}_before_20300105020000`) })
  const restored = connect(address(back), 1)
  const { rows } = await restored.pool.query('select username from accounts.user')
  await restored.pool.end()
  expect(rows).toEqual([{ username: 'zhouming' }])
  expect((await run(['audit', 'verify'], to)).code).toBe(0)
})

test('a torn file restores nothing', async () => {
  const torn = join(folder, 'torn.zip')
  writeFileSync(torn, readFileSync(archive))
  truncateSync(torn, 3000)
  expect(await run(['restore', torn, '--replace'], { database: back, data: 'other' })).toMatchObject({
    code: 1,
    err: expect.stringContaining('没有动任何数据'),
  })
  expect((await run(['restore'])).code).toBe(2)
  expect((await run(['restore', '--undo'], { database: back, data: 'other' })).out).toContain('没有中断的恢复')
})
