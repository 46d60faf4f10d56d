import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { afterAll, afterEach, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { hashPassword, insertUser } from '#modules/office/accounts/server/index.ts'
import { notify } from '#modules/office/notices/server/notify.ts'
import { deliveries, mailChannels, preferences } from '#modules/office/notices/server/tables.ts'
import { systemActor } from '#platform/operation/run-operation.ts'
import { openSystem } from '../src/main/system.ts'
import { openMailbox } from './receivers.ts'
import { sandbox } from './sandbox.ts'

/** Two programs on one database, as two servers behind one address would be. */
const { db, pool } = await sandbox()
const dataFolder = mkdtempSync(join(tmpdir(), 'guatu-two-'))
chmodSync(dataFolder, 0o700)
const divisionCode = '470326'
// Past by every clock of a machine, at a time of day that is not quiet.
const clock = { now: new Date('2024-03-04T02:00:00Z') }
const open = () =>
  openSystem({
    db,
    dataFolder,
    ownHosts: ['127.0.0.1'],
    sampleOpen: true,
    homeDivision: divisionCode,
    clock: () => clock.now,
    onFault: console.error,
  })
const [one, two] = [open(), open()]
const mailbox = await openMailbox()
afterAll(async () => {
  await Promise.all([one.close(), two.close()])
  rmSync(dataFolder, { recursive: true, force: true })
})

const person = await db.transaction(async (tx) => {
  const fields = { username: 'li', name: '李青', role: 'office' as const, agencyId: null, divisionCode, sample: false }
  const user = await insertUser(
    tx,
    { ...fields, passwordHash: await hashPassword('Ceshi-2026-mima'), mustChangePassword: false },
    clock.now,
  )
  const server = {
    host: '127.0.0.1',
    port: mailbox.port,
    security: 'none' as const,
    checksCertificate: true,
    user: null,
    passwordSealed: null,
  }
  await tx
    .insert(mailChannels)
    .values({ divisionCode, ...server, fromAddress: 'guatu@example.gov.cn', fromName: '挂图', enabled: true })
  await tx.insert(preferences).values({
    divisionCode,
    userId: user.id,
    byMail: true,
    mailAddress: 'li@example.gov.cn',
    onlyInbox: [],
    rules: null,
  })
  return user
})

/** Each at a moment of its own, so that none joins another's message. */
async function tell(count: number): Promise<void> {
  for (let i = 0; i < count; i++) {
    clock.now = new Date(clock.now.getTime() + 1_000)
    await db.transaction((tx) =>
      notify(
        { tx, now: clock.now, actor: systemActor({ divisionCode }) },
        {
          to: { userId: person.id, roles: ['office'] },
          kind: 'orderIssued',
          title: '督办',
          text: '',
          link: '/orders',
          key: newId(),
        },
      ),
    )
  }
}

const countOpen = async () =>
  (await db.execute<{ n: string }>(sql`select count(*) n from graphile_worker.jobs`)).rows[0]!.n
const messageIds = () => mailbox.mails.map(({ text }) => /Message-ID: <([^>]+)>/.exec(text)![1]!)

afterEach(() => {
  mailbox.mails.length = 0
  mailbox.mood.hang = false
})

test('two hundred messages are sent once each by two programs', async () => {
  await Promise.all([one.jobs.start(pool), two.jobs.start(pool)])
  await tell(200)
  await expect.poll(countOpen, { timeout: 25_000, interval: 100 }).toBe('0')
  await Promise.all([one.jobs.stop(), two.jobs.stop()])
  expect(mailbox.mails).toHaveLength(200)
  expect(new Set(messageIds()).size).toBe(200)
})

test('a line that breaks after the mail was taken: the same mail again, and it is said', async () => {
  mailbox.mood.hang = true
  await tell(1)
  await one.jobs.drain()
  const latest = async () =>
    (
      await db
        .select()
        .from(deliveries)
        .where(eq(deliveries.dueAt, new Date(Math.floor(clock.now.getTime() / 1000) * 1000)))
    )[0]
  expect(await latest()).toMatchObject({ state: 'sending' })
  mailbox.mood.hang = false
  const told = clock.now
  clock.now = new Date(told.getTime() + 10_000)
  await two.jobs.drain()
  const [first, again] = messageIds()
  expect(again).toBe(first)
  clock.now = told
  expect(await latest()).toMatchObject({ state: 'sent', mayRepeat: true, attempts: 2 })
})

test('a program that ended before it handed anything over loses nothing', async () => {
  await tell(1)
  await db.update(deliveries).set({ state: 'sending' }).where(eq(deliveries.state, 'waiting'))
  await two.jobs.drain()
  expect(mailbox.mails).toHaveLength(1)
})
