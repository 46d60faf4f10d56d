import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { type Actor, actorOf, administrators, Role, staff } from '#kernel/actor.ts'
import { may } from '#kernel/contract.ts'
import { auditingContract } from '#modules/office/auditing/contract.ts'
import { noticeContract } from '#modules/office/notices/contract.ts'
import { notify } from '#modules/office/notices/server/index.ts'
import { verifyStoredChain } from '#platform/audit/stored-chain.ts'
import { entries } from '#platform/audit/tables.ts'
import type { Wire } from '#platform/operation/implement.ts'
import { runOperation } from '#platform/operation/run-operation.ts'
import { divisionCode, openCounty, password } from '../../../../../test/county.ts'
import { accountContract as ops } from '../contract.ts'
import { addMandate, findActor, hashPassword, insertUser } from './index.ts'

const { db, system, people, agencyIds, clock } = await openCounty()
const { administrator, securityAdministrator, auditAdministrator } = people
const reason = '按分工办理'
const passwordHash = await hashPassword(password)

/** A person of both: reporter at the bureau of science, and lent to the office. */
async function hire(username: string, roles: readonly Role[] = ['reporter', 'office']) {
  return db.transaction(async (tx) => {
    const agencyOf = (role: Role) => (role === 'reporter' ? agencyIds.science : null)
    const account = { username, name: username, divisionCode, passwordHash, mustChangePassword: false, sample: false }
    const [first = 'observer', ...more] = roles
    const user = await insertUser(tx, { ...account, role: first, agencyId: agencyOf(first) }, clock.now)
    const mandates = [user.mandate]
    for (const role of more)
      mandates.push(await addMandate(tx, { userId: user.id, divisionCode, role, agencyId: agencyOf(role) }, clock.now))
    return { id: user.id, actors: mandates.map((one) => actorOf({ userId: user.id, name: username }, one)) }
  })
}

interface Browser {
  wire: Wire
  headers: Headers
}

async function signIn(username: string): Promise<Browser> {
  const cookies: string[] = []
  const wire: Wire = { headers: new Headers(), address: '127.0.0.1', setCookie: (line) => void cookies.push(line) }
  const implementation = system.implementations.find((one) => one.operation.name === ops.signIn.name)!
  await runOperation(implementation, { input: { username, password }, actor: null, wire }, system.runtime)
  const headers = new Headers({ cookie: cookies.map((line) => line.split(';')[0]).join('; ') })
  return { headers, wire: { ...wire, headers } }
}

const whoIs = (headers: Headers) => findActor(headers, clock.now, system.accountPorts)

/** As a window of this browser asks. */
async function choose({ headers, wire }: Browser, mandateId: string) {
  const implementation = system.implementations.find((one) => one.operation.name === ops.chooseMandate.name)!
  return runOperation(implementation, { input: { mandateId }, actor: await whoIs(headers), wire }, system.runtime)
}

const change = (asked: { userId: string; role: Role; agencyId?: string; replacesId?: string }) =>
  system.call(ops.askMandate, administrator, { agencyId: null, replacesId: null, ...asked, reason })

async function confirm(userId: string) {
  const grants = await system.call(ops.listGrants, securityAdministrator, {})
  for (const { id: grantId } of grants.filter((one) => one.userId === userId && one.state === 'pending'))
    await system.call(ops.confirmGrant, securityAdministrator, { grantId, reason })
}

const viewOf = async (id: string) => (await system.call(ops.listUsers, administrator, {})).find((one) => one.id === id)!

describe('choosing', () => {
  test('one signs in to the mandate chosen last, sees which, and acts in it alone', async () => {
    const { id, actors } = await hire('shuang')
    const [reporter, office] = actors
    const browser = await signIn('shuang')
    expect(await whoIs(browser.headers)).toMatchObject({ role: 'reporter', agencyId: agencyIds.science })
    expect(await system.call(ops.getSession, reporter!, {})).toMatchObject({
      user: { title: '澄禾县科学技术局 · 填报员', hasOthers: true, mandateId: reporter!.mandateId },
    })
    clock.now = new Date(clock.now.getTime() + 1000)
    expect(await choose(browser, office!.mandateId)).toMatchObject({ user: { role: 'office', agencyId: null } })
    expect(await whoIs(browser.headers)).toMatchObject({ userId: id, role: 'office', agencyId: null, party: null })
    expect(await whoIs((await signIn('shuang')).headers)).toMatchObject({ role: 'office' })
    expect((await system.call(ops.listMandates, office!, {})).map(({ title, current }) => [title, current])).toEqual([
      ['澄禾县科学技术局 · 填报员', false],
      ['专班办公室', true],
    ])
  })

  test('nobody chooses what is another’s or over', async () => {
    const { actors } = await hire('yiren')
    const browser = await signIn('yiren')
    await expect(choose(browser, people.leader.mandateId)).rejects.toThrow('没有这个身份')
    await system.call(ops.endMandate, securityAdministrator, {
      userId: actors[1]!.userId,
      mandateId: actors[1]!.mandateId,
      reason,
    })
    await expect(choose(browser, actors[1]!.mandateId)).rejects.toThrow('没有这个身份')
  })

  test('a page that was read in another mandate writes nothing', async () => {
    const { actors } = await hire('liangchuang')
    const browser = await signIn('liangchuang')
    const page = new Headers(browser.headers)
    page.set('guatu-mandate', actors[0]!.mandateId)
    const read = system.implementations.find((one) => one.operation.name === noticeContract.readAllNotices.name)!
    const ask = async () => runOperation(read, { input: {}, actor: await whoIs(page) }, system.runtime)
    expect(await ask()).toEqual({ unread: 0 })
    await choose(browser, actors[1]!.mandateId)
    await expect(ask()).rejects.toThrow('在别的窗口切换了身份')
  })

  test('in one mandate nobody does what only another of theirs may', async () => {
    const { actors } = await hire('quanneng', staff)
    const browser = await signIn('quanneng')
    for (const { mandateId, role } of actors) {
      await choose(browser, mandateId)
      const actor = await whoIs(browser.headers)
      expect(actor).toMatchObject({ role })
      for (const implementation of system.implementations) {
        if (may({ role }, implementation.operation)) continue
        const asked = runOperation(implementation, { input: {}, actor }, system.runtime)
        await expect(asked, `${implementation.operation.name} as ${role}`).rejects.toThrow('您的角色')
      }
    }
  })
})

describe('granting and ending', () => {
  test('one more is asked by one administrator, given by another, and ended by that one at once', async () => {
    const { id, actors } = await hire('zengjia', ['reporter'])
    await change({ userId: id, role: 'office' })
    expect(await viewOf(id)).toMatchObject({ asked: ['专班办公室'], mandates: [{ role: 'reporter' }] })
    const stays = await signIn('zengjia')
    await confirm(id)
    expect(await whoIs(stays.headers)).toMatchObject({ role: 'reporter' })
    const { mandates } = await viewOf(id)
    expect(mandates.map(({ title }) => title)).toEqual(['澄禾县科学技术局 · 填报员', '专班办公室'])
    const lent = await signIn('zengjia')
    await choose(lent, mandates[1]!.id)
    await expect(
      system.call(ops.endMandate, administrator, { userId: id, mandateId: mandates[1]!.id, reason }),
    ).rejects.toThrow('不能“结束身份”')
    await system.call(ops.endMandate, securityAdministrator, { userId: id, mandateId: mandates[1]!.id, reason })
    expect([await whoIs(lent.headers), await whoIs(stays.headers)]).toMatchObject([null, { role: 'reporter' }])
    await system.call(ops.endMandate, securityAdministrator, { userId: id, mandateId: actors[0]!.mandateId, reason })
    await expect(signIn('zengjia')).rejects.toThrow('账号的身份都已结束')
    expect(await viewOf(id)).toMatchObject({ standing: '没有身份', mandates: [] })
  })

  test('what somebody has is not given twice; what was ended meanwhile is not replaced', async () => {
    const { id, actors } = await hire('liangci')
    await expect(change({ userId: id, role: 'office' })).rejects.toThrow('此人已是专班办公室')
    const replacesId = actors[1]!.mandateId
    await change({ userId: id, role: 'auditor', replacesId })
    await system.call(ops.endMandate, securityAdministrator, { userId: id, mandateId: replacesId, reason })
    await expect(confirm(id)).rejects.toThrow('没有这个身份')
  })

  test.each(administrators)('%s holds nothing else in the county, in either order', async (role) => {
    const { id } = await hire(`yewu-${role}`.toLowerCase(), ['office'])
    await expect(change({ userId: id, role })).rejects.toThrow('三员不能兼办本县业务')
    const keeper = await hire(`san-${role}`.toLowerCase(), [role])
    await expect(change({ userId: keeper.id, role: 'leader' })).rejects.toThrow('三员不能兼办本县业务')
    const other = administrators.find((one) => one !== role)!
    await expect(change({ userId: keeper.id, role: other })).rejects.toThrow('三员不能由一人兼任')
  })
})

test('the trail says for whom somebody acted, and shows when that was taken out', async () => {
  const { actors } = await hire('liuhen')
  const [reporter, office] = actors as [Actor, Actor]
  for (const actor of [reporter, office]) await system.call(noticeContract.readAllNotices, actor, {})
  const all = await db.select().from(entries).where(eq(entries.actorId, reporter.userId))
  expect(all.map(({ role, party }) => [role, party])).toEqual([
    ['reporter', `agency:${agencyIds.science}`],
    ['office', ''],
  ])
  const { entries: shown } = await system.call(auditingContract.listEntries, auditAdministrator, { text: 'liuhen' })
  expect(shown.map(({ roleTitle }) => roleTitle)).toEqual(['专班办公室', '澄禾县科学技术局 · 填报员'])
  expect((await verifyStoredChain(db, divisionCode)).fault).toBeNull()
  await db.update(entries).set({ party: null }).where(eq(entries.actorId, reporter.userId))
  expect((await verifyStoredChain(db, divisionCode)).fault).toMatchObject({ reason: 'altered' })
})

test('who is meant in two mandates is told once, and is told in which', async () => {
  const { actors } = await hire('shouxin')
  const [reporter, office] = actors as [Actor, Actor]
  const said = { kind: 'system', title: '通知', text: '', link: '/notices' } as const
  await db.transaction(async (tx) => {
    const call = { tx, now: clock.now, actor: people.leader }
    await notify(call, { ...said, key: 'both', to: { roles: ['office', 'reporter'] } })
    await notify(call, { ...said, key: 'lent', to: { roles: ['office'] } })
    await notify(call, { ...said, key: 'own', to: { agencyId: agencyIds.science } })
  })
  const { notices, unread } = await system.call(noticeContract.listNotices, reporter, {})
  expect(unread).toBe(3)
  expect(notices.map(({ mandate }) => mandate?.title ?? null)).toEqual([null, '专班办公室', null])
  expect((await system.call(noticeContract.listNotices, office, {})).notices[1]).toMatchObject({ mandate: null })
})
