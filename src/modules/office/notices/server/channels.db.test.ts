import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { dayOf } from '#kernel/moment.ts'
import { keepCountyYear } from '#modules/office/organisations/server/index.ts'
import { addJob } from '#platform/jobs/add-job.ts'
import { openCounty } from '../../../../../test/county.ts'
import { openMailbox, openWebhook } from '../../../../../test/receivers.ts'
import { type MailForm, noticeContract, type RobotForm } from '../contract.ts'
import { defaultRules } from '../domain/delivery-rules.ts'
import { notify, type Telling } from './notify.ts'

const { db, system, people, agencyIds, clock } = await openCounty({ ownHosts: ['127.0.0.1'] })
const mailbox = await openMailbox()
const webhook = await openWebhook()

/** Every test has a Monday of its own, in a year whose holidays nobody has published. */
let monday = Date.parse('2027-01-04T00:00:00+08:00')
const at = (hours: number, days = 0) => new Date(monday + (days * 24 + hours) * 3_600_000)
const { administrator, office, reporter, agencyHead } = people

const mail: MailForm = {
  host: '127.0.0.1',
  port: mailbox.port,
  security: 'none',
  checksCertificate: true,
  user: 'guatu',
  fromAddress: 'guatu@example.gov.cn',
  fromName: '挂图',
  enabled: true,
  password: 'geheim',
}
const robot = (kind: RobotForm['kind'], change: Partial<RobotForm> = {}): RobotForm => ({
  kind,
  title: `${kind} 群`,
  agencyId: null,
  kinds: [],
  enabled: true,
  address: `${webhook.base}/${kind}?access_token=0123456789abcdef`,
  secret: 'SEC-secret',
  ...change,
})
const telling: Telling = {
  to: { userId: reporter.userId, agencyId: agencyIds.science },
  kind: 'statementDue',
  title: '3 月填报',
  text: '3 月 10 日截止。',
  link: '/statements',
  key: 'x',
}

let keys = 0
const tell = (change: Partial<Telling> = {}) =>
  db.transaction((tx) => notify({ tx, now: clock.now, actor: office }, { ...telling, key: `k${keys++}`, ...change }))
const urgent = { kind: 'orderIssued' } as const
const deliveries = () => system.call(noticeContract.listDeliveries, administrator, {})
const prefer = (byMail: boolean) =>
  system.call(noticeContract.savePreference, reporter, {
    byMail,
    mailAddress: 'reporter@example.gov.cn',
    onlyInbox: ['programmeIssued'],
    rules: null,
  })
async function removeRobots() {
  const { robots } = await system.call(noticeContract.getChannels, administrator, {})
  for (const { id } of robots) await system.call(noticeContract.removeRobot, administrator, { robotId: id })
}

beforeEach(() => {
  monday += 7 * 24 * 3_600_000
  clock.now = at(10)
})
afterEach(async () => {
  clock.now = at(10, 7)
  Object.assign(mailbox.mood, { refuse: false, hang: false })
  Object.assign(webhook.mood, { status: 200, answer: { errcode: 0 } })
  await system.jobs.drain()
  await removeRobots()
  mailbox.mails.length = 0
  webhook.posts.length = 0
})

describe('mail', () => {
  test('before a server is set nothing is planned; a test says so', async () => {
    await tell(urgent)
    expect(await deliveries()).toEqual([])
    const test = system.call(noticeContract.testMail, administrator, { to: 'a@example.gov.cn' })
    await expect(test).rejects.toThrow('还没有设置邮件服务器')
  })

  test('the password goes in and never comes out', async () => {
    const view = await system.call(noticeContract.saveMail, administrator, mail)
    expect(view.mail).toMatchObject({ hasPassword: true, user: 'guatu' })
    expect(JSON.stringify(view)).not.toContain('geheim')
    const { rows } = await system.runtime.db.execute('select * from notices.mail_channel')
    expect(JSON.stringify(rows)).not.toContain('geheim')
    const again = await system.call(noticeContract.saveMail, administrator, { ...mail, password: null })
    expect(again.mail?.hasPassword).toBe(true)
  })

  test.each([
    { host: 'mail.elsewhere.example' },
    { port: 2525 },
    { security: 'starttls' as const },
    { user: 'other' },
    { checksCertificate: false },
  ])('the kept password does not go where it was not given for: %j', async (change) => {
    const moved = system.call(noticeContract.saveMail, administrator, { ...mail, ...change, password: null })
    await expect(moved).rejects.toThrow('请重新填写密码')
    const { mail: kept } = await system.call(noticeContract.getChannels, administrator, {})
    expect(kept).toMatchObject({ host: mail.host, port: mail.port, security: 'none', user: 'guatu' })
  })

  test.each(['169.254.169.254', '0x7f.0.0.2', '::1', 'localhost'])('no server on %s is taken', async (host) => {
    const saving = system.call(noticeContract.saveMail, administrator, { ...mail, host })
    await expect(saving).rejects.toThrow('指向本机、保留地址')
  })

  test('a server in the networks of the house is taken', async () => {
    const view = await system.call(noticeContract.saveMail, administrator, { ...mail, host: '10.20.30.40' })
    expect(view.mail?.host).toBe('10.20.30.40')
    await system.call(noticeContract.saveMail, administrator, mail)
  })

  test('a test arrives, signed in with the kept password', async () => {
    await system.call(noticeContract.testMail, administrator, { to: 'boss@example.gov.cn' })
    await system.jobs.drain()
    expect(mailbox.mails.map(({ to }) => to)).toEqual(['boss@example.gov.cn'])
    expect((await deliveries())[0]).toMatchObject({ test: true, state: 'sent', attempts: 1 })
  })

  test('ten things told between two digests are one mail', async () => {
    await prefer(true)
    for (let i = 0; i < 10; i++) await tell({ title: `第 ${i + 1} 项` })
    await tell({ kind: 'programmeIssued', title: '只在站内' })
    await system.jobs.drain()
    expect(mailbox.mails).toEqual([])
    clock.now = at(15)
    await system.jobs.drain()
    expect(mailbox.mails).toHaveLength(1)
    const [row] = await deliveries()
    expect(row).toMatchObject({ notices: 10, state: 'sent', recipient: reporter.name })
    expect(mailbox.mails[0]!.text).toContain(`Message-ID: <${row!.id}@example.gov.cn>`)
    await system.jobs.drain()
    expect(mailbox.mails).toHaveLength(1)
  })

  test('what is urgent goes at once, and at night in the morning', async () => {
    await tell(urgent)
    await system.jobs.drain()
    expect(mailbox.mails).toHaveLength(1)
    clock.now = at(22)
    await tell(urgent)
    await tell(urgent)
    await system.jobs.drain()
    expect(mailbox.mails).toHaveLength(1)
    clock.now = at(8, 1)
    await system.jobs.drain()
    expect(mailbox.mails).toHaveLength(2)
  })

  test('a server that refuses is asked again later, and the mail arrives once', async () => {
    mailbox.mood.refuse = true
    await tell(urgent)
    await system.jobs.drain()
    expect((await deliveries())[0]).toMatchObject({ state: 'failed', mayRepeat: false, attempts: 1 })
    expect((await deliveries())[0]!.lastError).toBe(
      '邮件服务器 127.0.0.1 没有接收：回答代码 451。请核对邮件设置和收件地址。',
    )
    mailbox.mood.refuse = false
    clock.now = new Date(clock.now.getTime() + 10_000)
    await system.jobs.drain()
    expect(mailbox.mails).toHaveLength(1)
    expect((await deliveries())[0]).toMatchObject({ state: 'sent', attempts: 2, lastError: null })
  })

  test('somebody who wants no mail any more gets none, not even what waited', async () => {
    await tell()
    await prefer(false)
    clock.now = at(15)
    await system.jobs.drain()
    expect(mailbox.mails).toEqual([])
    expect((await deliveries())[0]).toMatchObject({ state: 'dropped', lastError: '收件人已停用，或不再接收邮件' })
  })

  test('mail without an address is refused', async () => {
    const wrong = { byMail: true, mailAddress: null, onlyInbox: [], rules: null }
    await expect(system.call(noticeContract.savePreference, agencyHead, wrong)).rejects.toThrow('还没有填写邮箱')
  })
})

describe('robots', () => {
  const sign = (key: string, text: string) => createHmac('sha256', key).update(text).digest('base64')

  test('钉钉 checks its signature in the address', async () => {
    await system.call(noticeContract.addRobot, administrator, robot('dingtalk'))
    await tell(urgent)
    await system.jobs.drain()
    const { url, body } = webhook.posts[0]!
    const timestamp = url.searchParams.get('timestamp')!
    expect(Number(timestamp)).toBe(clock.now.getTime())
    expect(url.searchParams.get('sign')).toBe(sign('SEC-secret', `${timestamp}\nSEC-secret`))
    expect(url.search).not.toContain('+')
    expect(body).toMatchObject({ msgtype: 'markdown', markdown: { title: '【挂图】督办下达：3 月填报' } })
  })

  test('飞书 checks its signature in the body and answers in its own way', async () => {
    webhook.mood.answer = { code: 0, msg: 'success' }
    await system.call(noticeContract.addRobot, administrator, robot('feishu'))
    await tell(urgent)
    await system.jobs.drain()
    const { body } = webhook.posts[0]!
    const timestamp = String(Math.floor(clock.now.getTime() / 1000))
    expect(body).toMatchObject({ timestamp, sign: sign(`${timestamp}\nSEC-secret`, ''), msg_type: 'interactive' })
    expect((await deliveries())[0]!.state).toBe('sent')
  })

  test('企业微信 has its key in the address and signs nothing', async () => {
    await system.call(noticeContract.addRobot, administrator, robot('wecom', { secret: null }))
    await tell(urgent)
    await system.jobs.drain()
    const { url, body } = webhook.posts[0]!
    expect([...url.searchParams.keys()]).toEqual(['access_token'])
    expect(Object.keys(body)).toEqual(['msgtype', 'markdown'])
  })

  test('a group hears of a fact once, and of its own agency alone', async () => {
    await system.call(noticeContract.addRobot, administrator, robot('wecom', { agencyId: agencyIds.science }))
    await system.call(noticeContract.addRobot, administrator, robot('dingtalk', { agencyId: agencyIds.finance }))
    await tell({ ...urgent, to: { agencyId: agencyIds.science }, key: 'once' })
    await tell({ ...urgent, to: { roles: ['agencyHead', 'leader'] }, key: 'once' })
    clock.now = at(10.1)
    await system.jobs.drain()
    expect(webhook.posts.map(({ url }) => url.pathname)).toEqual(['/wecom'])
  })

  test.each([
    [500, {}, '企业微信没有接收：HTTP 500。'],
    [302, {}, '企业微信没有接收：HTTP 302。'],
    [200, { errcode: 45009, errmsg: 'api freq out of limit' }, '企业微信没有接收：回答代码 45009。'],
    [200, 'hello', '企业微信没有接收：回答不是群机器人的格式。'],
  ])('an answer %s %j is a failure and is tried again', async (status, answer, sentence) => {
    await system.call(noticeContract.addRobot, administrator, robot('wecom'))
    Object.assign(webhook.mood, { status, answer })
    await tell(urgent)
    await system.jobs.drain()
    expect((await deliveries())[0]!.lastError).toContain(sentence)
    Object.assign(webhook.mood, { status: 200, answer: { errcode: 0 } })
    clock.now = new Date(clock.now.getTime() + 10_000)
    await system.jobs.drain()
    expect(webhook.posts).toHaveLength(2)
    expect((await deliveries())[0]!.state).toBe('sent')
  })

  test('addresses and secrets never come out; those there are can be kept', async () => {
    const view = await system.call(noticeContract.addRobot, administrator, robot('dingtalk'))
    expect(view.robots[0]).toMatchObject({ signed: true, addressShown: expect.stringMatching(/^127.0.0.1:\d+ …cdef$/) })
    expect(JSON.stringify(view)).not.toMatch(/SEC-secret|0123456789/)
    const { rows } = await db.execute('select * from notices.robot')
    expect(JSON.stringify(rows)).not.toMatch(/SEC-secret|0123456789/)
    const robotId = view.robots[0]!.id
    await system.call(noticeContract.saveRobot, administrator, {
      ...robot('dingtalk', { address: null, secret: null, title: '改名' }),
      robotId,
    })
    await system.call(noticeContract.testRobot, administrator, { robotId })
    await system.jobs.drain()
    expect(webhook.posts[0]!.url.searchParams.get('sign')).not.toBeNull()
  })

  test('a kept secret is not used with another address or platform', async () => {
    const view = await system.call(noticeContract.addRobot, administrator, robot('dingtalk'))
    const robotId = view.robots[0]!.id
    const save = (form: RobotForm) => system.call(noticeContract.saveRobot, administrator, { ...form, robotId })
    await expect(save(robot('dingtalk', { secret: null }))).rejects.toThrow('请重新填写密钥')
    await expect(save(robot('feishu', { address: null, secret: 'new' }))).rejects.toThrow('请粘贴新平台的地址')
    await expect(save(robot('dingtalk', { secret: '' }))).resolves.toMatchObject({ robots: [{ signed: false }] })
  })

  test('an address that is none is refused', async () => {
    const wrong = robot('dingtalk', { address: 'http://example.cn/robot' })
    await expect(system.call(noticeContract.addRobot, administrator, wrong)).rejects.toThrow('应以 https:// 开头')
    const empty = robot('dingtalk', { address: null })
    await expect(system.call(noticeContract.addRobot, administrator, empty)).rejects.toThrow('请粘贴群机器人')
  })
})

describe('what keeps failing', () => {
  test('is shown to the administrator after three attempts and can be tried again', async () => {
    await prefer(true)
    mailbox.mood.refuse = true
    await tell(urgent)
    for (let i = 0; i < 3; i++) {
      await system.jobs.drain()
      clock.now = new Date(clock.now.getTime() + 60_000)
    }
    const [failed] = await system.call(noticeContract.listFailedJobs, administrator, {})
    expect(failed!.sentence).toMatch(
      /^“投递消息”已失败 3 次：邮件服务器 127.0.0.1 没有接收：回答代码 451。.*系统将于 2027-\d\d-\d\d 10:0/,
    )
    for (let i = 0; i < 2; i++) {
      await db.transaction((tx) =>
        addJob({ tx, actor: office }, { name: 'notices.reportFailures', payload: z.object({}) }, {}),
      )
      await system.jobs.drain()
    }
    const told = await system.call(noticeContract.listNotices, administrator, {})
    expect(told.notices.map(({ title, link }) => [title, link])).toEqual([['后台任务“投递消息”多次失败', '/jobs']])
    mailbox.mood.refuse = false
    await system.call(noticeContract.retryJob, administrator, { jobId: failed!.id })
    await system.jobs.drain()
    expect(mailbox.mails).toHaveLength(1)
    expect(await system.call(noticeContract.listFailedJobs, administrator, {})).toEqual([])
    const gone = system.call(noticeContract.retryJob, administrator, { jobId: failed!.id })
    await expect(gone).rejects.toThrow('没有这项失败的任务')
  })
})

test('the house rules hold for everybody who has not chosen others', async () => {
  const rules = { ...defaultRules, digestAt: ['09:00'] }
  const house = await system.call(noticeContract.saveHouseRules, administrator, {
    rules,
    publicAddress: 'https://guatu.example.gov.cn',
  })
  expect(house.house.rules.digestAt).toEqual(['09:00'])
  const preference = await system.call(noticeContract.getPreference, reporter, {})
  expect(preference).toMatchObject({ rules: null, house: rules, mailReady: true })
  await prefer(true)
  await tell()
  clock.now = at(9, 1)
  await system.jobs.drain()
  expect(mailbox.mails).toHaveLength(1)
})

test('nobody is reminded on a day off that the county has entered itself', async () => {
  await prefer(true)
  const rest = dayOf(at(0, 1))
  const { divisionCode, name: enteredBy } = office
  const year = { year: Number(rest.slice(0, 4)), holidays: [rest], workdays: [] }
  await db.transaction((tx) =>
    keepCountyYear(tx, { ...year, divisionCode, source: '县里的通知', enteredBy, enteredAt: clock.now }),
  )
  clock.now = at(22)
  await tell()
  await tell(urgent)
  clock.now = at(23, 1)
  await system.jobs.drain()
  expect(mailbox.mails).toHaveLength(0)
  clock.now = at(9, 2)
  await system.jobs.drain()
  expect(mailbox.mails).toHaveLength(2)
})
