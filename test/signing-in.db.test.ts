import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { everyone } from '#kernel/actor.ts'
import { accountContract } from '#modules/office/accounts/contract.ts'
import { firstRules } from '#modules/office/accounts/domain/account-rules.ts'
import { addressRules } from '#modules/office/accounts/domain/sign-in-lock.ts'
import { byAddress, byName, countAttempt } from '#modules/office/accounts/server/attempts.ts'
import { sessions, users } from '#modules/office/accounts/server/tables.ts'
import { auditingContract } from '#modules/office/auditing/contract.ts'
import { noticeContract } from '#modules/office/notices/contract.ts'
import { poolOf } from '#platform/database/open-database.ts'
import { buildApp } from '../src/main/app.ts'
import { openCounty, password } from './county.ts'

const { system, db, people, clock } = await openCounty()
const app = await buildApp(system, { logLevel: 'silent', proxies: ['127.0.0.1'] })
const reason = '按分工办理'
const unlock = (userId: string) =>
  system.call(accountContract.unlockUser, people.securityAdministrator, { userId, reason })

const tryPassword = (username: string, given: string, address = '10.0.0.1', cookie = '') =>
  app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/username',
    payload: { username, password: given },
    headers: { 'x-forwarded-for': address, cookie },
  })
const said = async (answer: ReturnType<typeof tryPassword>): Promise<string> => (await answer).json().error.message

async function cookieOf(username: string): Promise<string> {
  const { cookies, statusCode } = await tryPassword(username, password)
  expect(statusCode).toBe(200)
  return cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
}

const office = await cookieOf('office')
/** Three times the connections of the pool these tests have. */
const many = Array.from({ length: 24 }, (_, n) => n)

describe('three times as many callers as connections', () => {
  const get = (url: string) => () => app.inject({ url, headers: { cookie: office } })
  const post = (url: string, payload: object) => () =>
    app.inject({ method: 'POST', url, payload, headers: { cookie: office } })
  const upload = (n: number) =>
    app.inject({
      method: 'POST',
      url: '/api/files',
      payload: Buffer.from(`文件 ${n}`),
      headers: { cookie: office, 'content-type': 'application/octet-stream', 'x-file-name': 'a.txt' },
    })
  const paths: [string, (n: number) => ReturnType<typeof upload>, readonly number[]][] = [
    ['right sign-ins of one person', () => tryPassword('leader', password), [200]],
    ['wrong sign-ins of as many people', (n) => tryPassword(`nobody-${n}`, 'Falsch-2026-mima'), [403]],
    ['sessions', get('/api/session'), [200]],
    ['lists', get('/api/plans'), [200]],
    ['devices', get('/api/session/devices'), [200]],
    ['writes', post('/api/plans/hand-ins/text', { text: '澄禾县工作要点' }), [200]],
    ['refusals', post('/api/users', {}), [403]],
    ['changes of a password', post('/api/session/password', { current: password, next: password }), [400]],
    ['files', upload, [200, 429]],
    [
      'sign-outs without a session',
      () => app.inject({ method: 'POST', url: '/api/auth/sign-out', payload: {} }),
      [200],
    ],
  ]
  test.each(paths)('%s: all are answered, and others go on', async (_name, ask, statuses) => {
    const answers = await Promise.all(many.map(ask))
    expect(answers.map(({ statusCode }) => statusCode).filter((status) => !statuses.includes(status))).toEqual([])
    expect((await app.inject({ url: '/api/session' })).statusCode).toBe(200)
    await system.background.idle()
  })
})

test('who asks for a second connection within a transaction learns it at once', async () => {
  const pool = poolOf(db)
  for (const ask of [() => pool.query('select 1'), () => db.execute('select 1'), () => db.transaction(async () => 1)])
    await expect(db.transaction<unknown>(ask)).rejects.toThrow()
  expect(await db.transaction((tx) => tx.transaction(async () => 2))).toBe(2)
  expect(pool.waitingCount).toBe(0)
})

test('a cookie made from what the database holds opens nothing', async () => {
  const [row] = await db.select().from(sessions).where(eq(sessions.userId, people.office.userId))
  for (const value of [
    row!.tokenHash,
    row!.tokenHash.slice(0, 43),
    Buffer.from(row!.tokenHash, 'hex').toString('base64url'),
    row!.id,
  ]) {
    const answer = await app.inject({ url: '/api/session', headers: { cookie: `guatu_session=${value}` } })
    expect(answer.json()).toBeNull()
  }
})

describe('guessing', () => {
  test('in parallel, no more are judged than the lock allows', async () => {
    const answers = await Promise.all(many.map((n) => said(tryPassword('reporter', `Falsch-2026-mima-${n}`))))
    expect(answers.filter((one) => one.startsWith('用户名或密码不对'))).toHaveLength(5)
    expect(answers.filter((one) => one.startsWith('连续输错多次'))).toHaveLength(many.length - 5)
    expect(await said(tryPassword('reporter', password))).toContain('已锁定')
    await unlock(people.reporter.userId)
  })

  test('a name nobody has is answered like one somebody has, to the end', async () => {
    const ask = async (name: string) => {
      const sentences: string[] = []
      for (let n = 0; n < 7; n++) sentences.push(await said(tryPassword(name, 'Falsch-2026-mima')))
      return sentences
    }
    expect(await ask('niemand')).toEqual(await ask('observer'))
  })

  test('within a session it counts as at the door, and the door is shut too', async () => {
    const change = (current: string) =>
      system.call(accountContract.changePassword, people.auditor, { current, next: 'Xiangyi-2026-xin' })
    for (let n = 0; n < 4; n++) await expect(change('falsch')).rejects.toThrow(`还可以试 ${4 - n} 次`)
    await expect(change('falsch')).rejects.toThrow('账号已锁定')
    await expect(change(password)).rejects.toThrow('已锁定')
    const begin = system.call(accountContract.beginSecondFactor, people.auditor, { password })
    await expect(begin).rejects.toThrow('已锁定')
    expect(await said(tryPassword('auditor', password))).toContain('已锁定')
    await unlock(people.auditor.userId)
  })

  test('from one address it ends for all but the three administrators, and right ones never count', async () => {
    const address = '10.9.9.9'
    for (let n = 0; n < addressRules.failures; n++)
      await db.transaction((tx) => countAttempt(tx, byAddress(address), { rules: addressRules, now: clock.now }))
    expect(await said(tryPassword('auditor', password, address))).toContain('网络地址')
    expect((await tryPassword('auditor', password)).statusCode).toBe(200)
    expect((await tryPassword('administrator', password, address)).statusCode).toBe(200)
    for (let n = 0; n < 3; n++) await tryPassword('auditor', password, '10.8.8.8')
    const { rows } = await poolOf(db).query(`select 1 from accounts.attempt where key = 'address:10.8.8.8'`)
    expect(rows).toEqual([])
  })

  test('in parallel under many names, an address is judged no more often than its limit, and what was not judged counts nowhere', async () => {
    const address = '10.5.5.5'
    for (let n = 0; n < addressRules.failures - 3; n++)
      await db.transaction((tx) => countAttempt(tx, byAddress(address), { rules: addressRules, now: clock.now }))
    const answers = await Promise.all(many.map((n) => said(tryPassword(`viele-${n}`, 'Falsch-2026-mima', address))))
    expect(answers.filter((one) => one.startsWith('用户名或密码不对'))).toHaveLength(3)
    expect(answers.filter((one) => one.includes('网络地址'))).toHaveLength(many.length - 3)
    const { rows } = await poolOf(db).query(
      `select sum(failures)::int as failures from accounts.attempt where key like 'name:viele-%'`,
    )
    expect(rows).toEqual([{ failures: 3 }])
  })

  describe('strangers who guess under a name shut out themselves', () => {
    const address = '10.6.6.6'
    const flood = async (...keys: string[]) => {
      for (const key of keys)
        for (let n = 0; n < addressRules.failures; n++)
          await db.transaction((tx) => countAttempt(tx, key, { rules: firstRules, now: clock.now }))
    }
    const markOf = async (username: string) =>
      (await cookieOf(username)).split('; ').find((one) => one.startsWith('guatu_known='))!

    test.each(everyone)('%s still comes in where they came in before', async (role) => {
      const { userId } = people[role]
      const username = role.toLowerCase()
      await db.update(users).set({ username }).where(eq(users.id, userId))
      await unlock(userId)
      const mark = await markOf(username)
      await flood(byName(username), byAddress(address))
      expect(await said(tryPassword(username, password))).toContain('已锁定')
      expect((await tryPassword(username, password, address, mark)).statusCode).toBe(200)
      // Whoever came in there has not opened the door to the strangers.
      expect(await said(tryPassword(username, password))).toContain('已锁定')
      await unlock(userId)
    })

    test('a mark of somebody else, an altered and an invented one are none', async () => {
      const mark = await markOf('auditor')
      await flood(byName('observer'))
      const invented = `guatu_known=${Buffer.from('known browser observer'.padEnd(60)).toString('base64')}`
      for (const other of [mark, mark.replace('=', '=AAAA'), invented, 'guatu_known=', 'guatu_known=观'])
        expect(await said(tryPassword('observer', password, '10.0.0.1', encodeURI(other)))).toContain('已锁定')
      await unlock(people.observer.userId)
    })

    test('guesses in such a browser are counted as anywhere, and unlocking opens it', async () => {
      const mark = await markOf('auditor')
      const answers = await Promise.all(many.map(() => said(tryPassword('auditor', 'Falsch-2026-mima', address, mark))))
      expect(answers.filter((one) => one.startsWith('用户名或密码不对'))).toHaveLength(5)
      expect(await said(tryPassword('auditor', password, address, mark))).toContain('已锁定')
      expect((await tryPassword('auditor', password)).statusCode).toBe(200)
      const listed = await system.call(accountContract.listUsers, people.securityAdministrator, {})
      expect(listed.find(({ id }) => id === people.auditor.userId)).toMatchObject({ isLocked: true })
      await unlock(people.auditor.userId)
      expect((await tryPassword('auditor', password, address, mark)).statusCode).toBe(200)
    })
  })

  test('the trail names whom a refused sign-in concerned, and from where', async () => {
    await tryPassword('auditor', 'Falsch-2026-mima', '10.7.7.7')
    const { entries } = await system.call(auditingContract.listEntries, people.auditAdministrator, {})
    expect(entries[0]).toMatchObject({ title: '登录', outcome: 'refused', subject: '用户名 auditor' })
    expect(entries[0]!.detail).toContain('10.7.7.7')
    expect(JSON.stringify(entries)).not.toContain('Falsch')
  })
})

test('the address of a calendar ends with a password that somebody else resets', async () => {
  const { path } = await system.call(noticeContract.renewFeed, people.auditor, {})
  expect((await app.inject({ url: path })).statusCode).toBe(200)
  const { userId } = people.auditor
  await system.call(accountContract.resetPassword, people.securityAdministrator, { userId, reason })
  expect((await app.inject({ url: path })).statusCode).toBe(404)
})

describe('bodies', () => {
  const big = (bytes: number) => ({ text: 'x'.repeat(bytes) })
  test.each([
    ['a stranger', '/api/auth/sign-in/username', {}, 20_000],
    ['a form', '/api/users', { cookie: office }, 1_100_000],
  ])('of %s are small', async (_who, url, headers, bytes) => {
    const cookie = 'cookie' in headers ? await cookieOf('administrator') : ''
    const answer = await app.inject({ method: 'POST', url, payload: big(bytes), headers: { ...headers, cookie } })
    expect(answer.statusCode).toBe(413)
    expect(answer.json().error.message).toContain('内容太大')
  })

  test('of whoever may not are not read at all', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/users',
      payload: big(1_100_000),
      headers: { cookie: office },
    })
    expect(answer.json().error.code).toBe('access.notAllowed')
  })
})
