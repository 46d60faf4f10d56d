import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { createBackground } from '#platform/operation/background.ts'
import type { Schedule } from '#platform/operation/implement.ts'
import type { Runtime } from '#platform/operation/run-operation.ts'
import { sandbox } from '../../../test/sandbox.ts'
import { addJob } from './add-job.ts'
import { defineJob } from './define-job.ts'
import { createJobs } from './jobs.ts'

const { db, pool } = await sandbox()
await db.execute(sql`create table public.mark (text text)`)

const clock = { now: new Date('2026-03-02T00:00:00Z') }
const fail = (error: unknown) => {
  throw error
}
const runtime: Runtime = {
  db,
  listeners: [],
  clock: () => clock.now,
  homeDivision: '470326',
  unique: {},
  background: createBackground(fail),
}

const Payload = z.object({ text: z.string() })
let broken = false
const mark = defineJob({ name: 'test.mark', title: '记一笔' }, Payload, async ({ payload, finish }) => {
  await finish(async ({ tx }) => {
    await tx.execute(sql`insert into public.mark values (${payload.text})`)
    if (broken) throw new Error('现在不行')
  })
})
const daily: Schedule = { job: mark, cron: '30 0 * * *', payload: { text: '每天' } }
const open = (schedules: Schedule[] = []) => createJobs({ jobs: [mark], schedules, runtime, onFault: fail })

async function marks(): Promise<string[]> {
  const { rows } = await db.execute<{ text: string }>(sql`delete from public.mark returning text`)
  return rows.map(({ text }) => text)
}

test('a job exists when its transaction commits, and not otherwise', async () => {
  const jobs = open()
  await db.transaction((tx) => addJob({ tx, actor: { divisionCode: '470326' } }, mark, { text: '一' }))
  await db
    .transaction(async (tx) => {
      await addJob({ tx, actor: { divisionCode: '470326' } }, mark, { text: '二' })
      throw new Error('回退')
    })
    .catch(() => undefined)
  await jobs.drain()
  expect(await marks()).toEqual(['一'])
  await jobs.drain()
  expect(await marks()).toEqual([])
})

test('a job waits for its time; the newer of two with one key replaces the older', async () => {
  const jobs = open()
  const runAt = new Date('2026-03-02T08:00:00Z')
  await db.transaction((tx) =>
    addJob({ tx, actor: { divisionCode: '470326' } }, mark, { text: '旧' }, { key: 'one', runAt }),
  )
  await db.transaction((tx) =>
    addJob({ tx, actor: { divisionCode: '470326' } }, mark, { text: '新' }, { key: 'one', runAt }),
  )
  await jobs.drain()
  expect(await marks()).toEqual([])
  clock.now = runAt
  await jobs.drain()
  expect(await marks()).toEqual(['新'])
})

test('a job that fails writes nothing and is run again after a pause', async () => {
  const jobs = open()
  broken = true
  await db.transaction((tx) => addJob({ tx, actor: { divisionCode: '470326' } }, mark, { text: '再来' }))
  await jobs.drain()
  broken = false
  await jobs.drain()
  expect(await marks()).toEqual([])
  clock.now = new Date(clock.now.getTime() + 3_000)
  await jobs.drain()
  expect(await marks()).toEqual(['再来'])
})

test('a schedule runs once for the latest occurrence, whoever asks', async () => {
  clock.now = new Date('2026-03-10T00:00:00Z')
  const [one, two] = [open([daily]), open([daily])]
  clock.now = new Date('2026-03-13T00:30:00Z')
  await Promise.all([one.drain(), two.drain()])
  expect(await marks()).toEqual(['每天'])
  await one.drain()
  expect(await marks()).toEqual([])
  clock.now = new Date('2026-03-14T00:31:00Z')
  await two.drain()
  expect(await marks()).toEqual(['每天'])
})

test('a job added under a former name is done, and its schedule goes on where it was', async () => {
  const renamed = { ...mark, name: 'test.note', formerly: [mark.name] }
  const before = open([daily])
  clock.now = new Date('2026-03-15T00:31:00Z')
  await before.drain()
  await db.transaction((tx) => addJob({ tx, actor: { divisionCode: '470326' } }, mark, { text: '旧名' }))
  const after = createJobs({ jobs: [renamed], schedules: [{ ...daily, job: renamed }], runtime, onFault: fail })
  await after.drain()
  expect(await marks()).toEqual(['每天', '旧名'])
  clock.now = new Date('2026-03-16T00:31:00Z')
  await Promise.all([before.drain(), after.drain()])
  expect(await marks()).toEqual(['每天'])
})

test('what is written into the list is what the job declares', async () => {
  const wrong = db.transaction((tx) =>
    addJob({ tx, actor: { divisionCode: '470326' } }, mark, JSON.parse('{"text": 1}')),
  )
  await expect(wrong).rejects.toThrow(/expected string/)
})

test('the runner does two hundred jobs of two programs once each, and stops in order', async () => {
  const two = [open(), open()]
  await Promise.all(two.map((jobs) => jobs.start(pool)))
  await db.transaction(async (tx) => {
    for (let i = 0; i < 200; i++) await addJob({ tx, actor: { divisionCode: '470326' } }, mark, { text: String(i) })
  })
  await expect
    .poll(async () => (await db.execute<{ n: string }>(sql`select count(*) n from graphile_worker.jobs`)).rows[0]!.n, {
      timeout: 20_000,
    })
    .toBe('0')
  await Promise.all(two.map((jobs) => jobs.stop()))
  expect((await marks()).map(Number).toSorted((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, i) => i))
})

test('jobs of a program that is gone are given back, those of a living one are not', async () => {
  await db.transaction((tx) => addJob({ tx, actor: { divisionCode: '470326' } }, mark, { text: '遗留' }))
  await db.execute(sql`
    update graphile_worker._private_jobs set locked_by = 'pool-gone', locked_at = now() - interval '4 seconds', attempts = 1`)
  const jobs = open()
  await jobs.start(pool)
  await expect.poll(marks, { timeout: 15_000 }).toEqual(['遗留'])
  await jobs.stop()
})

test('two programs that start together make up for a missed occurrence once', async () => {
  const yearly: Schedule = { job: mark, cron: '* * * * *', payload: { text: '补' } }
  const twoMinutesAgo = sql`date_trunc('minute', now()) - interval '2 minutes'`
  await db.execute(sql`
    insert into graphile_worker._private_known_crontabs (identifier, known_since, last_execution)
    values (${`${mark.name} ${yearly.cron}`}, ${twoMinutesAgo}, ${twoMinutesAgo})`)
  const two = [open([yearly]), open([yearly])]
  await Promise.all(two.map((jobs) => jobs.start(pool)))
  const found = async () => (await db.execute<{ n: string }>(sql`select count(*) n from public.mark`)).rows[0]!.n
  await expect.poll(found, { timeout: 15_000 }).not.toBe('0')
  await Promise.all(two.map((jobs) => jobs.stop()))
  const { rows } = await db.execute<{ minutes: number }>(sql`
    select round(extract(epoch from last_execution - (${twoMinutesAgo})) / 60)::int as minutes
    from graphile_worker._private_known_crontabs where identifier = ${`${mark.name} ${yearly.cron}`}`)
  const waiting = (await db.execute(sql`select 1 from graphile_worker.jobs`)).rowCount ?? 0
  expect((await marks()).length + waiting).toBe(rows[0]!.minutes)
})

test('a program whose sign of life is cut off takes it again and goes on', async () => {
  const faults: unknown[] = []
  const jobs = createJobs({ jobs: [mark], schedules: [], runtime, onFault: (error) => faults.push(error) })
  const holders = async () =>
    (
      await db.execute<{ pid: number }>(sql`
        select pid from pg_locks where locktype = 'advisory' and granted and objsubid = 1 and pid <> pg_backend_pid()
          and database = (select oid from pg_database where datname = current_database())`)
    ).rows
  // Those of programs stopped before may still be going.
  await expect.poll(holders).toHaveLength(0)
  await jobs.start(pool)
  await expect.poll(holders).toHaveLength(1)
  const [first] = await holders()
  await db.execute(sql`select pg_terminate_backend(${first!.pid})`)
  await expect.poll(async () => (await holders())[0]?.pid, { timeout: 10_000 }).not.toBe(first!.pid)
  await expect.poll(holders, { timeout: 10_000 }).toHaveLength(1)
  await db.transaction((tx) => addJob({ tx, actor: { divisionCode: '470326' } }, mark, { text: '还在' }))
  await expect.poll(marks, { timeout: 10_000 }).toContain('还在')
  await jobs.stop()
  await expect.poll(holders).toHaveLength(0)
  expect(faults).toHaveLength(1)
})
