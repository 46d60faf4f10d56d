import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { type Actor, type Role } from '#kernel/actor.ts'
import { auditingContract } from '#modules/office/auditing/contract.ts'
import type { Wire } from '#platform/operation/implement.ts'
import { runOperation } from '#platform/operation/run-operation.ts'
import { openCounty, password } from '../../../../../test/county.ts'
import { accountContract } from '../contract.ts'
import { firstRules } from '../domain/account-rules.ts'
import { stepOf } from '../domain/second-factor.ts'
import { findActor } from './index.ts'
import { codeOf } from './one-time-codes.ts'
import { secondFactors, sessions } from './tables.ts'

const { db, system, people, agencyIds, clock } = await openCounty()
const { administrator, securityAdministrator, auditAdministrator } = people
const reason = '按分工办理'

async function signIn(username: string, input: { password?: string; code?: string } = {}): Promise<Headers> {
  const cookies: string[] = []
  const wire: Wire = { headers: new Headers(), address: '127.0.0.1', setCookie: (line) => void cookies.push(line) }
  const implementation = system.implementations.find((one) => one.operation.name === accountContract.signIn.name)!
  await runOperation(implementation, { input: { username, password, ...input }, actor: null, wire }, system.runtime)
  return new Headers({ cookie: cookies.map((line) => line.split(';')[0]).join('; ') })
}

const whoIs = (headers: Headers) => findActor(headers, clock.now, system.accountPorts)

const ask = (username: string, role: Role, name: string) => {
  const agencyId = role === 'reporter' ? agencyIds.science : null
  return system.call(accountContract.createUser, administrator, { username, name, role, agencyId, reason })
}
const change = (asked: { userId: string; role: Role; agencyId: string | null; replacesId: string | null }) =>
  system.call(accountContract.askMandate, administrator, { ...asked, reason })
const viewOf = async (userId: string) =>
  (await system.call(accountContract.listUsers, administrator, {})).find(({ id }) => id === userId)!
const listPending = async () =>
  (await system.call(accountContract.listGrants, securityAdministrator, {})).filter((one) => one.state === 'pending')
const pendingOf = async (userId: string) => (await listPending()).find((grant) => grant.userId === userId)!
const confirm = async (userId: string, by: Actor = securityAdministrator) =>
  system.call(accountContract.confirmGrant, by, { grantId: (await pendingOf(userId)).id, reason })

describe('one administrator makes accounts, another gives them power', () => {
  test('an account that was only made cannot sign in, and can once it is confirmed', async () => {
    const { user, password: first } = await ask('chen', 'reporter', '陈新')
    expect(user).toMatchObject({ standing: '待授权', asked: ['澄禾县科学技术局 · 填报员'] })
    await expect(signIn('chen', { password: first })).rejects.toThrow('尚待授权')
    expect(await confirm(user.id)).toMatchObject({ state: 'confirmed', decidedByName: '测试securityAdministrator' })
    expect(await whoIs(await signIn('chen', { password: first }))).toMatchObject({ role: 'reporter' })
    await expect(pendingOf(user.id).then((one) => one.id)).rejects.toThrow()
  })

  test('a change leaves the old rights until it is confirmed, and ends what was open under them', async () => {
    const session = await signIn('leader')
    const { userId, mandateId } = people.leader
    await change({ userId, role: 'observer', agencyId: null, replacesId: mandateId })
    expect(await whoIs(session)).toMatchObject({ role: 'leader' })
    await confirm(userId)
    expect(await whoIs(session)).toBeNull()
    expect(await whoIs(await signIn('leader'))).toMatchObject({ role: 'observer' })
  })

  test('what is refused stays as it was, and a newer question takes the place of an older one', async () => {
    const { userId, mandateId } = people.reviewer
    const asked = { userId, agencyId: agencyIds.finance, replacesId: mandateId }
    await change({ ...asked, role: 'office' })
    await change({ ...asked, role: 'reporter' })
    const pending = (await listPending()).filter((grant) => grant.userId === userId)
    expect(pending.map(({ role }) => role)).toEqual(['reporter'])
    const { id: grantId } = pending[0]!
    await system.call(accountContract.refuseGrant, securityAdministrator, { grantId, reason: '未见任命文件' })
    expect(await whoIs(await signIn('reviewer'))).toMatchObject({ role: 'reviewer', agencyId: agencyIds.science })
    const late = system.call(accountContract.confirmGrant, securityAdministrator, { grantId, reason })
    await expect(late).rejects.toThrow('未获授权')
  })

  test('nobody holds two of the three, and nobody confirms their own', async () => {
    await expect(ask('second', 'auditAdministrator', '测试securityAdministrator')).rejects.toThrow('三员不能由一人兼任')
    const { user } = await ask('anquan2', 'securityAdministrator', '申明')
    await confirm(user.id)
    const me = { ...securityAdministrator, userId: user.id }
    const [{ id: replacesId } = { id: '' }] = (await viewOf(user.id)).mandates
    await change({ userId: user.id, role: 'office', agencyId: null, replacesId })
    await expect(confirm(user.id, me)).rejects.toThrow('不能给自己的账号')
    const renamed = { userId: user.id, name: '测试administrator' }
    await expect(system.call(accountContract.saveUser, administrator, { ...renamed, reason })).rejects.toThrow('兼任')
  })

  test('the duties do not reach into each other, and everything done is in the trail with its reason', async () => {
    const { userId } = people.office
    await expect(ask('x1', 'office', '某人').then(({ user }) => confirm(user.id, administrator))).rejects.toThrow(
      '不能“确认授权”',
    )
    for (const by of [administrator, auditAdministrator])
      await expect(system.call(accountContract.resetPassword, by, { userId, reason })).rejects.toThrow('不能“重置密码”')
    await system.call(accountContract.disableUser, securityAdministrator, { userId, reason: '离岗培训' })
    const { entries } = await system.call(auditingContract.listEntries, auditAdministrator, {})
    expect(entries[0]).toMatchObject({ title: '停用账号', subject: '账号 office', detail: '{"reason":"离岗培训"}' })
    await expect(system.call(auditingContract.listEntries, securityAdministrator, {})).rejects.toThrow(
      '不能“查看审计记录”',
    )
  })
})

describe('rules', () => {
  test('are set by the security administrator and hold at once', async () => {
    const rules = { ...firstRules, minLength: 12, failures: 3, idleMinutes: 10, singleSession: true }
    await expect(system.call(accountContract.saveRules, administrator, { ...rules, reason })).rejects.toThrow(
      '不能“修改登录规则”',
    )
    await system.call(accountContract.saveRules, securityAdministrator, { ...rules, reason })
    const before = await signIn('reporter')
    const after = await signIn('reporter')
    expect(await whoIs(before)).toBeNull()
    expect(await whoIs(after)).not.toBeNull()
    const actor = people.reporter
    const short = system.call(accountContract.changePassword, actor, { current: password, next: 'Aa-34567890' })
    await expect(short).rejects.toThrow('至少 12 个字符')
    await expect(signIn('reporter', { password: 'wrong' })).rejects.toThrow('还可以试 2 次')
    await system.call(accountContract.saveRules, securityAdministrator, { ...firstRules, reason })
  })
})

describe('the second factor', () => {
  const person = people.auditor
  const codeNow = async () => {
    const [row] = await db.select().from(secondFactors).where(eq(secondFactors.userId, person.userId))
    return codeOf(system.accountPorts.seal.open(row!.sealedSecret), stepOf(clock.now))
  }
  const nextStep = () => {
    clock.now = new Date(clock.now.getTime() + 30_000)
  }

  test('RFC 6238 appendix B', () => {
    const secret = new TextEncoder().encode('12345678901234567890')
    expect([59, 1111111109, 20000000000].map((at) => codeOf(secret, stepOf(new Date(at * 1000))))).toEqual([
      '287082',
      '081804',
      '353130',
    ])
  })

  test('is asked for from the first proof on; a code is good once, a recovery code too', async () => {
    const begun = await system.call(accountContract.beginSecondFactor, person, { password })
    expect(begun.qrCode).toContain('<svg')
    expect(begun.link).toContain(begun.secret)
    expect(await whoIs(await signIn('auditor'))).not.toBeNull()
    await expect(system.call(accountContract.confirmSecondFactor, person, { code: '000000' })).rejects.toThrow('不对')
    const { recoveryCodes } = await system.call(accountContract.confirmSecondFactor, person, { code: await codeNow() })
    expect(new Set(recoveryCodes).size).toBe(10)
    const open = await db.$count(sessions, eq(sessions.userId, person.userId))
    await expect(signIn('auditor')).rejects.toThrow('请输入 6 位动态口令')
    await expect(signIn('auditor', { code: await codeNow() })).rejects.toThrow('已经用过')
    expect(await db.$count(sessions, eq(sessions.userId, person.userId))).toBe(open)
    nextStep()
    const code = await codeNow()
    expect(await whoIs(await signIn('auditor', { code }))).not.toBeNull()
    await expect(signIn('auditor', { code })).rejects.toThrow('已经用过')
    const [recovery = ''] = recoveryCodes
    expect(await whoIs(await signIn('auditor', { code: recovery }))).not.toBeNull()
    await expect(signIn('auditor', { code: recovery })).rejects.toThrow('已经用过')
    await expect(signIn('auditor', { password: 'wrong', code: recovery })).rejects.toThrow('用户名或密码不对')
  })

  test('wrong codes lock like wrong passwords, and the security administrator takes a lost phone off', async () => {
    for (let i = 0; i < 5; i++) await expect(signIn('auditor', { code: '111111' })).rejects.toThrow()
    await expect(signIn('auditor', { code: await codeNow() })).rejects.toThrow('已锁定')
    const { userId } = person
    await system.call(accountContract.unlockUser, securityAdministrator, { userId, reason })
    await system.call(accountContract.removeSecondFactor, securityAdministrator, { userId, reason: '手机丢失' })
    expect(await whoIs(await signIn('auditor'))).not.toBeNull()
  })

  test('where the county asks it of administrators, they set it up before anything else', async () => {
    const rules = { ...firstRules, secondFactorForAdministrators: true }
    await system.call(accountContract.saveRules, securityAdministrator, { ...rules, reason })
    expect(await whoIs(await signIn('administrator'))).toMatchObject({ mustSetSecondFactor: true })
    expect(await whoIs(await signIn('reporter'))).toMatchObject({ mustSetSecondFactor: false })
    const due = { ...administrator, mustSetSecondFactor: true }
    await expect(system.call(accountContract.listUsers, due, {})).rejects.toThrow('请先启用动态口令')
    expect(await system.call(accountContract.getSecondFactor, due, {})).toMatchObject({ state: 'none', required: true })
  })
})

test('every account the tests began with works without being confirmed', async () => {
  const all = await system.call(accountContract.listUsers, administrator, {})
  expect(all.filter(({ awaitingGrant }) => awaitingGrant).map(({ username }) => username)).toEqual(['x1'])
})
