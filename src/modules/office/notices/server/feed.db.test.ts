import { expect, test } from 'vitest'
import { accountContract } from '#modules/office/accounts/contract.ts'
import { openCounty } from '../../../../../test/county.ts'
import { noticeContract } from '../contract.ts'
import { calendarSource } from './calendar-source.ts'
import { addressOf, readFeed } from './read-feed.ts'

const { system, people, clock } = await openCounty()
const { reporter, leader } = people

const due = calendarSource('test', async (_tx, actor, { from, to }) => [
  {
    uid: `due:${actor.userId}`,
    title: `${actor.name} 填报截止`,
    text: `${from} 至 ${to}`,
    link: '/reports',
    when: { on: '2026-12-05' },
  },
  {
    uid: 'meeting:1',
    title: '协调会',
    text: '三楼会议室',
    link: '/meetings/1',
    when: { at: new Date('2026-11-27T07:00:00Z'), until: new Date('2026-11-27T09:00:00Z') },
  },
])
const ports = { ...system.noticePorts, calendars: [due] }
const leadsTo = (path: string) => addressOf(path.replace('/calendar/', ''), '000000')!
const read = (path: string) => readFeed(leadsTo(path), clock.now, ports)

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

test('no line of any feed is over 75 octets, and lines end in CRLF alone', async () => {
  const long = '推动规上企业建研发机构：三季度节点，累计达到四分之三𠮷'.repeat(8)
  const entries = calendarSource('long', async () => [
    {
      uid: `step:${'0'.repeat(90)}`,
      title: long,
      text: `${long}\n${long}\r一行`,
      link: '/tasks/1',
      when: { on: '2026-12-15' },
    },
  ])
  const calendars = [...system.noticePorts.calendars, entries]
  for (const person of [people.office, people.reporter, people.reviewer, people.leader, people.agencyHead]) {
    const { path } = await system.call(noticeContract.renewFeed, person, {})
    const text = (await readFeed(leadsTo(path), clock.now, { ...ports, calendars }))!
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(text.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/)
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(text.replace(/\r\n[ \t]/g, '')).toContain(`SUMMARY:${long}`)
  }
})
