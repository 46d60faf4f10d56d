import { sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { sandbox } from '../../../test/sandbox.ts'
import { watchStatements } from '../../../test/scope/watch-statements.ts'

const { db, pool } = await sandbox()
const sent: string[] = []
watchStatements(pool, (text) => void sent.push(text))
await pool.query('create table public.counted (n integer not null)')
beforeEach(() => {
  sent.length = 0
})

const read = sql`select count(*)::int as n from public.counted`
const write = sql`insert into public.counted values (1)`
const countNow = async () =>
  (await pool.query<{ n: number }>('select count(*)::int as n from public.counted')).rows[0]?.n

test('what only reads is one statement, and what asks nothing takes no connection', async () => {
  await db.transaction((tx) => tx.execute(read))
  expect(sent).toEqual(['select count(*)::int as n from public.counted'])
  await db.transaction(async () => undefined)
  expect(sent).toHaveLength(1)
})

test('a transaction begins before its first write, and all of it is undone together', async () => {
  const work = db.transaction(async (tx) => {
    await tx.execute(read)
    await Promise.all([tx.execute(write), tx.execute(write)])
    throw new Error('undone')
  })
  await expect(work).rejects.toThrow('undone')
  expect(sent.map((text) => text.split(' ')[0])).toEqual(['select', 'begin', 'insert', 'insert', 'rollback'])
  expect(await countNow()).toBe(0)
})

test('a lock is held to the end', async () => {
  await db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(7)`)
    const { rows } = await tx.execute(sql`select 1 from pg_locks where locktype = 'advisory' and objid = 7`)
    expect(rows).toHaveLength(1)
  })
  expect(sent[0]).toBe('begin')
})

test('a transaction of one path inside another is refused, before anything was asked too', async () => {
  await expect(db.transaction(() => db.transaction(async () => undefined))).rejects.toThrow('second connection')
  await expect(db.transaction(() => db.execute(read))).rejects.toThrow()
})
