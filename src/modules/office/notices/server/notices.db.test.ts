import { expect, test } from 'vitest'
import { systemActor } from '#platform/operation/run-operation.ts'
import { openCounty } from '../../../../../test/county.ts'
import { noticeContract } from '../contract.ts'
import { notify, type Telling } from './notify.ts'

const { db, system, people, agencyIds, clock } = await openCounty()

const order: Telling = {
  to: { agencyId: agencyIds.science },
  kind: 'orderIssued',
  title: '督办单〔2026〕1 号',
  text: '请于 12 月 1 日前反馈。',
  link: '/orders/1',
  key: 'order:1:issued',
}
const tell = (telling: Partial<Telling> = {}, actor = people.office) =>
  db.transaction((tx) => notify({ tx, now: clock.now, actor }, { ...order, ...telling }))
const inbox = (actor = people.reporter) => system.call(noticeContract.listNotices, actor, {})

test('the staff of an agency are told once, however often it is said', async () => {
  await tell()
  await tell()
  const { notices, unread } = await inbox()
  expect({ unread, titles: notices.map((one) => one.title) }).toEqual({ unread: 1, titles: ['督办单〔2026〕1 号'] })
  expect((await inbox(people.agencyHead)).unread).toBe(1)
  expect((await inbox(people.leader)).unread).toBe(0)
})

test('roles are told, the teller is not; named people always are', async () => {
  await tell({ to: { roles: ['office', 'leader'] }, key: 'roles' })
  expect((await inbox(people.office)).unread).toBe(0)
  expect((await inbox(people.leader)).unread).toBe(1)
  await tell({ to: { userId: people.office.userId, roles: ['office'] }, key: 'self' })
  expect((await inbox(people.office)).unread).toBe(1)
})

test('a notice is read, then all of them; nobody reads for another', async () => {
  const { notices } = await inbox()
  const noticeId = notices[0]!.id
  await expect(system.call(noticeContract.readNotice, people.leader, { noticeId })).rejects.toThrow('没有这条消息')
  expect(await system.call(noticeContract.readNotice, people.reporter, { noticeId })).toEqual({ unread: 0 })
  await tell({ key: 'two' })
  await tell({ key: 'three' })
  expect((await system.call(noticeContract.listNotices, people.reporter, { unread: 'true' })).notices).toHaveLength(2)
  expect(await system.call(noticeContract.readAllNotices, people.reporter, {})).toEqual({ unread: 0 })
})

test('older notices come page by page', async () => {
  for (let i = 0; i < 60; i++) {
    clock.now = new Date(clock.now.getTime() + 60_000)
    await tell({ key: `many:${i}`, title: `第 ${i} 条` })
  }
  const first = await inbox()
  const second = await system.call(noticeContract.listNotices, people.reporter, { before: first.before! })
  expect([first.notices.length, first.notices[0]!.title, second.before]).toEqual([50, '第 59 条', null])
  expect(second.notices.map((one) => one.title)).toContain('第 9 条')
})

test('a link that leads out of the house is not taken', async () => {
  await expect(tell({ link: '//elsewhere.example', key: 'out' })).rejects.toThrow()
})

test('the system itself can tell: its jobs act as nobody in particular', async () => {
  await tell({ key: 'by-system' }, systemActor(people.office))
  expect((await inbox(people.agencyHead)).notices.map(({ title }) => title)).toContain(order.title)
})
