import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { mandates, users } from '#modules/office/accounts/server/index.ts'
import { listStoredChain } from '#platform/audit/stored-chain.ts'
import { entries } from '#platform/audit/tables.ts'
import { writeTrail } from '#platform/audit/trail-file.ts'
import { sandbox } from '../../../test/sandbox.ts'
import { sampleDivision } from '../sample-county.ts'
import { runCli } from './run-cli.ts'

const { db, url } = await sandbox()
const folder = await mkdtemp(join(tmpdir(), 'guatu-cli-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

async function run(...args: string[]) {
  const printed = { out: '', err: '' }
  const code = await runCli(args, {
    out: (text) => {
      printed.out += String(text)
    },
    err: (text) => {
      printed.err += text
    },
    isWatched: false,
    stdin: Readable.from([]),
    environment: { ...process.env, LANG: 'zh_CN.UTF-8', DATABASE_URL: url, GUATU_DATA: folder },
    now: new Date('2026-03-02T02:00:00Z'),
    today: '2026-03-02',
  })
  return { code, ...printed }
}

test('an account is added with a first password that must be changed, once', async () => {
  const added = await run('user', 'add', 'zhouming', '--name', '周明', '--role', 'office')
  expect(added.code).toBe(0)
  expect(added.out).toMatch(/用户名 zhouming，专班办公室，初始密码 \S{19}/u)
  const held = await db
    .select()
    .from(users)
    .innerJoin(mandates, eq(mandates.userId, users.id))
    .where(eq(users.username, 'zhouming'))
  expect(held).toMatchObject([
    { user: { name: '周明', divisionCode: sampleDivision, mustChangePassword: true }, mandate: { role: 'office' } },
  ])
  expect(await run('user', 'add', 'zhouming', '--name', '周明', '--role', 'office')).toMatchObject({
    code: 1,
    err: expect.stringContaining('已有人使用'),
  })
})

test('what cannot be an account is refused as wrong usage', async () => {
  expect((await run('user', 'add', 'zhou', '--name', '周', '--role', 'king')).code).toBe(2)
  expect((await run('user', 'add', '周 明', '--name', '周', '--role', 'office')).code).toBe(2)
  expect(
    (await run('user', 'add', 'lina', '--name', '李娜', '--role', 'reporter', '--agency', '没有的单位')).err,
  ).toContain('单位名录里没有')
  expect((await run('user', 'add', 'lina', '--name', '李娜', '--role', 'reporter')).err).toContain('所在单位')
})

test('the trail of all this is sound, in the database and exported, until one byte changes', async () => {
  expect(await run('audit', 'verify')).toMatchObject({ code: 0, out: expect.stringContaining('没有改动') })
  const bytes = await writeTrail(listStoredChain(db, sampleDivision), { divisionCode: sampleDivision, now: new Date() })
  const file = join(folder, '审计记录.jsonl')
  await writeFile(file, bytes)
  const whole = await run('audit', 'verify', file)
  expect(whole).toMatchObject({ code: 0, out: expect.stringContaining('没有改动') })
  const head = /链头 (\S+)/u.exec(whole.out)?.[1] ?? ''
  expect(await run('audit', 'verify', file, '--head', head)).toMatchObject({ code: 0 })
  expect(await run('audit', 'verify', '--head', head)).toMatchObject({
    code: 0,
    out: expect.stringContaining('一致。'),
  })
  const other = head.replace(/.$/u, (digit) => (digit === '0' ? '1' : '0'))
  for (const place of [[file], []])
    expect(await run('audit', 'verify', ...place, '--head', other)).toMatchObject({
      code: 1,
      out: expect.stringContaining('已被改写'),
    })
  expect((await run('audit', 'verify', '--head', '5:abc')).code).toBe(2)
  // Cut at its end, as files from before exports had one are.
  await writeFile(file, Buffer.from(bytes).toString().split('\n').slice(0, -2).join('\n') + '\n')
  const cut = await run('audit', 'verify', file)
  expect(cut).toMatchObject({ code: 1, out: expect.stringContaining('没有结尾') })
  expect(cut.out).toContain(head)
  expect(cut.out).not.toContain('没有改动')
  await writeFile(file, bytes)
  const at = bytes.length - 10
  await writeFile(
    file,
    bytes.map((byte, i) => (i === at ? byte ^ 1 : byte)),
  )
  const altered = await run('audit', 'verify', file)
  expect(altered.code).toBe(1)
  expect(altered.out).toMatch(/第 \d+ 字节（第 \d+ 行）起与原样不符/u)
  await db.update(entries).set({ actorName: '别人' }).where(eq(entries.sequence, 1))
  expect(await run('audit', 'verify')).toMatchObject({ code: 1, out: expect.stringContaining('第 1 条') })
})

test('a file that is not there is said so', async () => {
  expect(await run('audit', 'verify', join(folder, '没有'))).toMatchObject({
    code: 1,
    err: expect.stringContaining('打不开'),
  })
})
