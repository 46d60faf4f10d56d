import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { reportFault } from '#platform/fault/report-fault.ts'
import { addJob } from '#platform/jobs/add-job.ts'
import { defineJob } from '#platform/jobs/define-job.ts'
import { listFailures } from '#platform/jobs/failures.ts'
import { createJobs } from '#platform/jobs/jobs.ts'
import { buildApp } from '../src/main/app.ts'
import { openCounty, password } from './county.ts'

const secret = 'S3cret-9f3c'
const lines: string[] = []
const { db, system, agencyIds } = await openCounty()
const app = await buildApp(system, { logLevel: 'debug', logTo: { write: (line) => void lines.push(line) } })

/** Whatever reaches the terminal, by whoever. */
const written: string[] = []
const hear = (chunk: unknown) => {
  written.push(String(chunk))
  return true
}
const spies = [vi.spyOn(process.stderr, 'write'), vi.spyOn(process.stdout, 'write')]
beforeAll(() => spies.forEach((spy) => spy.mockImplementation(hear)))
afterAll(() => spies.forEach((spy) => spy.mockRestore()))

const all = () => [...lines, ...written].join('\n')

async function signIn(): Promise<string> {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/username',
    payload: { username: 'office', password },
  })
  return answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')
}

const addAlias = (cookie: string) =>
  app.inject({
    method: 'POST',
    url: `/api/agencies/${agencyIds.science}/aliases?q=${secret}`,
    headers: { cookie, authorization: `Bearer ${secret}`, 'x-secret': secret },
    payload: { name: secret, from: null, to: null },
  })

test('faults are found again by their number and place, and nothing anybody sent is in any log', async () => {
  const cookie = await signIn()
  const token = cookie.split('=')[1]!
  await app.inject({ url: `/calendar/${'a'.repeat(30)}${secret}.ics` })
  await app.inject({ url: `/calendar/${secret}/else?x=${secret}`, headers: { cookie } })
  await app.inject({ url: `/api/nowhere/${secret}`, headers: { cookie } })
  await app.inject({ url: `/api/agencies?text=${secret}`, headers: { cookie } })
  await app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/username',
    headers: { 'content-type': 'application/json' },
    payload: `{"password": ${secret}`,
  })
  await app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/username',
    payload: { username: 'office', password: secret },
  })
  await db.execute(sql`alter table organisations.agency add constraint no_more check (false) not valid`)
  const [first, second] = [await addAlias(cookie), await addAlias(cookie)]
  await db.execute(sql`alter table organisations.agency drop constraint no_more`)
  expect(first.statusCode).toBe(500)
  const number = /编号 (\w+)/u.exec(first.json().error.message)?.[1] ?? ''
  expect(second.json().error.message).toContain(number)
  const faults = lines.filter((line) => line.includes(number))
  expect(faults).toHaveLength(1)
  expect(faults[0]).toMatch(/23514.*no_more/u)
  expect(faults[0]).toMatch(/src\/modules\/office\/organisations\/server\/[\w-]+\.ts:\d+/u)
  expect(all()).toContain('incoming request')
  for (const hidden of [secret, token, decodeURIComponent(token), password]) expect(all()).not.toContain(hidden)
})

test('a library that logs an error by itself gives away no more', () => {
  app.log.error(new Error(secret))
  app.log.warn({ err: new Error(secret), reason: new Error(secret) }, secret)
  app.log.info({ error: new TypeError(secret) })
  expect(lines.filter((line) => line.includes('"fault"')).length).toBeGreaterThan(2)
  expect(all()).not.toContain(secret)
})

test('work nobody waits for reports a fault once, without parameters', async () => {
  const fail = () => db.execute(sql`select ${secret}::uuid`)
  for (let n = 0; n < 50; n++) await fail().catch(reportFault)
  expect(written.filter((line) => line.includes('22P02'))).toHaveLength(1)
  expect(all()).not.toContain(secret)
})

test('a job that fails notes down no parameters', async () => {
  const job = defineJob({ name: 'test.failing', title: '试' }, z.object({ word: z.string() }), async (call) => {
    await call.db.execute(sql`select ${call.payload.word}::uuid`)
  })
  const jobs = createJobs({ jobs: [job], schedules: [], runtime: system.runtime, onFault: reportFault })
  for (let n = 0; n < 3; n++) {
    await db.transaction((tx) =>
      addJob({ tx, actor: { divisionCode: '470326' } }, job, { word: secret }, { key: 'one' }),
    )
    await db.execute(sql`update graphile_worker._private_jobs set run_at = '2000-01-01'`)
    await jobs.drain()
  }
  const { rows } = await db.execute<{ error: string }>(
    sql`select last_error as error from graphile_worker._private_jobs where last_error is not null`,
  )
  expect(rows).toHaveLength(1)
  expect(rows[0]!.error).toContain('22P02')
  expect(JSON.stringify([rows, await db.transaction(listFailures)])).not.toContain(secret)
})
