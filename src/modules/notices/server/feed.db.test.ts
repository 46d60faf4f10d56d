import { expect, test } from 'vitest'
import { accountContract } from '#modules/accounts/contract.ts'
import { openCounty } from '../../../../test/county.ts'
import { noticeContract } from '../contract.ts'
import { calendarSource } from './calendar-source.ts'
import { readFeed } from './read-feed.ts'

const { system, people, clock } = await openCounty()
const { reporter, leader } = people

const due = calendarSource('test', async (_tx, actor, { from, to }) => [
  { uid: `due:${actor.userId}`, title: `${actor.name} 填报截止`, text: `${from} 至 ${to}`, link: '/reports', when: { on: '2026-12-05' } },
  {
    uid: 'meeting:1', title: '协调会', text: '三楼会议室', link: '/meetings/1',
    when: { at: new Date('2026-11-27T07:00:00Z'), until: new Date('2026-11-27T09:00:00Z') },
  },
]) // biome-ignore format: two entries
const ports = { ...system.noticePorts, calendars: [due] }
const read = (path: string) => readFeed(/^\/calendar\/([\w-]{43})\.ics$/.exec(path)![1]!, clock.now, ports)

test('a calendar address leads to what its owner may see, until it is made anew', async () => {
  expect(await system.call(noticeContract.findFeed, reporter, {})).toBeNull()
  const { path } = await system.call(noticeContract.renewFeed, reporter, {})
  const text = (await read(path))!
  expect(text).toContain(`UID:due:${reporter.userId}@guatu`)
  expect(text).toContain('DTSTART;VALUE=DATE:20261205')
  expect(text).toContain('DTEND;VALUE=DATE:20261206')
  expect(text).toContain('DTSTART:20261127T070000Z')
  expect(text).toContain('DTSTAMP:20261122T020000Z')
  expect((await system.call(noticeContract.findFeed, reporter, {}))?.lastReadAt).toEqual(clock.now)

  const renewed = await system.call(noticeContract.renewFeed, reporter, {})
  expect(await read(path)).toBeUndefined()
  expect(await read(renewed.path)).toContain('BEGIN:VCALENDAR')
  await system.call(noticeContract.endFeed, reporter, {})
  expect(await read(renewed.path)).toBeUndefined()
})

test('only a hash of the secret is kept', async () => {
  const { path } = await system.call(noticeContract.renewFeed, leader, {})
  const { rows } = await system.runtime.db.execute('select * from notices.feed')
  expect(JSON.stringify(rows)).not.toContain(path.slice(10, 53))
})

test('links are whole where the house has said its address', async () => {
  const { path } = await system.call(noticeContract.renewFeed, leader, {})
  const { house } = await system.call(noticeContract.getChannels, people.administrator, {})
  await system.call(noticeContract.saveHouseRules, people.administrator, {
    ...house,
    publicAddress: 'https://guatu.example.gov.cn/',
  })
  const unfolded = (await read(path))!.replace(/\r\n[ \t]/g, '')
  expect(unfolded).toContain('https://guatu.example.gov.cn/meetings/1')
})

test('an account that was closed has no calendar', async () => {
  const { path } = await system.call(noticeContract.renewFeed, people.observer, {})
  await system.call(accountContract.disableUser, people.securityAdministrator, {
    userId: people.observer.userId,
    reason: '调离岗位',
  })
  expect(await read(path)).toBeUndefined()
})
