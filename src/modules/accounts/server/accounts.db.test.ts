import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Wire } from '#platform/operation/implement.ts'
import { runOperation } from '#platform/operation/run-operation.ts'
import { openCounty, password } from '../../../../test/county.ts'
import { accountContract } from '../contract.ts'
import { findActor, users } from './index.ts'

const { db, system, people, agencyIds, clock } = await openCounty()
const { administrator } = people

/** Signs in as a browser does; @returns the headers of its next request. */
async function signIn(username: string, given = password): Promise<Headers> {
  const cookies: string[] = []
  const wire: Wire = { headers: new Headers(), address: '127.0.0.1', setCookie: (line) => void cookies.push(line) }
  const implementation = system.implementations.find((one) => one.operation.name === accountContract.signIn.name)!
  await runOperation(implementation, { input: { username, password: given }, actor: null, wire }, system.runtime)
  return new Headers({ cookie: cookies.map((line) => line.split(';')[0]).join('; ') })
}

const whoIs = (headers: Headers) => findActor(headers, clock.now, system.accountPorts)
const newUser = (username: string) =>
  system.call(accountContract.createUser, administrator, {
    username,
    name: '新同事',
    role: 'reporter',
    agencyId: agencyIds.science,
  })

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
    await system.call(accountContract.unlockUser, administrator, { userId: user.id })
    expect(await whoIs(await signIn('suozhu', first))).toMatchObject({ mustChangePassword: true })
  })

  test('a sample account works on loopback only', async () => {
    const { user, password: first } = await newUser('shili')
    await db.update(users).set({ sample: true }).where(eq(users.id, user.id))
    const session = await signIn('shili', first)
    const elsewhere = { ...system.accountPorts, onLoopback: false }
    expect(await findActor(session, clock.now, elsewhere)).toBeNull()
    expect(await findActor(session, clock.now, system.accountPorts)).not.toBeNull()
  })
})

describe('accounts', () => {
  test('a new account gets a password once, to be changed at the first sign-in', async () => {
    const { user, password: first } = await newUser('xinren')
    expect(user).toMatchObject({ standing: '待首次登录改密码', agencyName: '澄禾县科学技术局' })
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
    const { user, password: first } = await newUser('laomima')
    const actor = { ...people.reporter, userId: user.id }
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
    const loose = { username: 'wudanwei', name: '某人', role: 'reporter' as const, agencyId: null }
    await expect(system.call(accountContract.createUser, administrator, loose)).rejects.toThrow('请选择所在单位')
  })

  test('a disabled account is out at once', async () => {
    const { user, password: first } = await newUser('diaozou')
    const session = await signIn('diaozou', first)
    await system.call(accountContract.disableUser, administrator, { userId: user.id, reason: '调离岗位' })
    expect(await whoIs(session)).toBeNull()
    await expect(signIn('diaozou', first)).rejects.toThrow('调离岗位')
  })

  test('administrators do not close or demote themselves', async () => {
    const me = administrator.userId
    await expect(
      system.call(accountContract.disableUser, administrator, { userId: me, reason: '试试看' }),
    ).rejects.toThrow('自己的账号')
    const demoted = { userId: me, name: '测试', role: 'reporter' as const, agencyId: agencyIds.science }
    await expect(system.call(accountContract.saveUser, administrator, demoted)).rejects.toThrow('自己的账号')
  })
})
