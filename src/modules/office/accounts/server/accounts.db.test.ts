import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Wire } from '#platform/operation/implement.ts'
import { runOperation } from '#platform/operation/run-operation.ts'
import { openCounty, password } from '../../../../../test/county.ts'
import { accountContract } from '../contract.ts'
import { findActor, users } from './index.ts'

const { db, system, people, agencyIds, clock } = await openCounty()
const { administrator, securityAdministrator } = people

/** Signs in as a browser does; @returns the headers of its next request. */
async function signIn(username: string, given = password): Promise<Headers> {
  const cookies: string[] = []
  const wire: Wire = { headers: new Headers(), address: '127.0.0.1', setCookie: (line) => void cookies.push(line) }
  const implementation = system.implementations.find((one) => one.operation.name === accountContract.signIn.name)!
  await runOperation(implementation, { input: { username, password: given }, actor: null, wire }, system.runtime)
  return new Headers({ cookie: cookies.map((line) => line.split(';')[0]).join('; ') })
}

const whoIs = (headers: Headers) => findActor(headers, clock.now, system.accountPorts)
const reason = '按分工办理'
const askForUser = (username: string) =>
  system.call(accountContract.createUser, administrator, {
    username,
    name: '新同事',
    role: 'reporter',
    agencyId: agencyIds.science,
    reason,
  })

async function grantOf(userId: string) {
  const all = await system.call(accountContract.listGrants, securityAdministrator, {})
  return all.find((grant) => grant.userId === userId && grant.state === 'pending')!
}

const confirm = async (userId: string) =>
  system.call(accountContract.confirmGrant, securityAdministrator, { grantId: (await grantOf(userId)).id, reason })

/** Made by one administrator, confirmed by another. */
async function newUser(username: string) {
  const made = await askForUser(username)
  await confirm(made.user.id)
  return made
}

describe('signing in', () => {
  test('the session says who is acting', async () => {
    expect(await whoIs(await signIn('office'))).toMatchObject({
      userId: people.office.userId,
      role: 'office',
      divisionCode: '470326',
    })
    expect(await whoIs(new Headers())).toBeNull()
  })

  test('an unknown name and a wrong password get the same sentence', async () => {
    await expect(signIn('nobody-here')).rejects.toThrow('用户名或密码不对')
    await expect(signIn('leader', 'wrong-Password-1')).rejects.toThrow('用户名或密码不对，还可以试 4 次')
  })

  test('five wrong passwords lock for thirty minutes, even for the right one', async () => {
    for (let i = 0; i < 5; i++)
      await expect(signIn('reviewer', `wrong-Password-${i}`)).rejects.toThrow('用户名或密码不对')
    await expect(signIn('reviewer')).rejects.toThrow('已锁定')
    const before = clock.now
    clock.now = new Date(before.getTime() + 31 * 60_000)
    expect(await whoIs(await signIn('reviewer'))).toMatchObject({ role: 'reviewer' })
    clock.now = before
  })

  test('an administrator unlocks at once', async () => {
    const { user, password: first } = await newUser('suozhu')
    for (let i = 0; i < 5; i++) await expect(signIn('suozhu', 'x')).rejects.toThrow()
    await system.call(accountContract.unlockUser, securityAdministrator, { userId: user.id, reason })
    expect(await whoIs(await signIn('suozhu', first))).toMatchObject({ mustChangePassword: true })
  })

  test('a sample account works only while whoever runs the program has opened them', async () => {
    const { user, password: first } = await newUser('shili')
    await db.update(users).set({ sample: true }).where(eq(users.id, user.id))
    const session = await signIn('shili', first)
    const elsewhere = { ...system.accountPorts, sampleOpen: false }
    expect(await findActor(session, clock.now, elsewhere)).toBeNull()
    expect(await findActor(session, clock.now, system.accountPorts)).not.toBeNull()
  })
})

describe('accounts', () => {
  test('a new account gets a password once, to be changed at the first sign-in', async () => {
    const { user, password: first } = await newUser('xinren')
    expect(user).toMatchObject({ standing: '待授权', asked: ['澄禾县科学技术局 · 填报员'] })
    const actor = await whoIs(await signIn('xinren', first))
    expect(actor).toMatchObject({ mustChangePassword: true })
    const changed = await system.call(accountContract.changePassword, actor!, {
      current: first,
      next: 'Xiangyi-2026-xin',
    })
    expect(changed.mustChangePassword).toBeNull()
    expect(await whoIs(await signIn('xinren', 'Xiangyi-2026-xin'))).toMatchObject({ mustChangePassword: false })
    await expect(signIn('xinren', first)).rejects.toThrow()
  })

  test('the last five passwords are not taken again, nor a weak one', async () => {
    const { password: first } = await newUser('laomima')
    const actor = (await whoIs(await signIn('laomima', first)))!
    await expect(system.call(accountContract.changePassword, actor, { current: first, next: first })).rejects.toThrow(
      '最近 5 次',
    )
    await expect(system.call(accountContract.changePassword, actor, { current: first, next: 'short' })).rejects.toThrow(
      '至少 10 个字符',
    )
    await expect(
      system.call(accountContract.changePassword, actor, { current: 'not-it', next: 'Xiangyi-2026-xin' }),
    ).rejects.toThrow('原密码不对')
  })

  test('a taken name is refused, and a reporter without an agency', async () => {
    await newUser('chongming')
    await expect(newUser('chongming')).rejects.toThrow('已有人使用')
    const loose = { username: 'wudanwei', name: '某人', role: 'reporter' as const, agencyId: null, reason }
    await expect(system.call(accountContract.createUser, administrator, loose)).rejects.toThrow('请选择所在单位')
  })

  test('a disabled account is out at once', async () => {
    const { user, password: first } = await newUser('diaozou')
    const session = await signIn('diaozou', first)
    await system.call(accountContract.disableUser, securityAdministrator, { userId: user.id, reason: '调离岗位' })
    expect(await whoIs(session)).toBeNull()
    await expect(signIn('diaozou', first)).rejects.toThrow('调离岗位')
  })

  test('half an hour without a request ends a session, and so do twelve hours', async () => {
    const first = clock.now
    const later = (minutes: number) => {
      clock.now = new Date(first.getTime() + minutes * 60_000)
    }
    const idle = await signIn('leader')
    later(29)
    expect(await whoIs(idle)).not.toBeNull()
    later(58)
    expect(await whoIs(idle)).not.toBeNull()
    later(89)
    expect(await whoIs(idle)).toBeNull()
    const long = await signIn('leader')
    for (let at = 89; at <= 89 + 12 * 60; at += 20) {
      later(at)
      expect(await whoIs(long)).not.toBeNull()
    }
    later(89 + 12 * 60 + 1)
    expect(await whoIs(long)).toBeNull()
    clock.now = first
  })

  test('administrators do not close or demote themselves', async () => {
    const me = administrator.userId
    await expect(
      system.call(accountContract.disableUser, securityAdministrator, { userId: securityAdministrator.userId, reason }),
    ).rejects.toThrow('自己的账号')
    const demoted = { userId: me, role: 'reporter' as const, agencyId: agencyIds.science, replacesId: null, reason }
    await expect(system.call(accountContract.askMandate, administrator, demoted)).rejects.toThrow('自己的账号')
  })
})
