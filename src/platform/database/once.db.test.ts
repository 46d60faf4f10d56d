import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { sandbox } from '../../../test/sandbox.ts'
import { holdSubject } from './hold-subject.ts'
import { once } from './once.ts'
import type { Tx } from './tx.ts'

const { db } = await sandbox()
let loads = 0
const count = async (tx: Tx): Promise<number> => {
  loads += 1
  const { rows } = await tx.execute<{ n: number }>(sql`select count(*)::integer as n from audit.head`)
  return rows[0]?.n ?? 0
}
const read = (tx: Tx) => once(tx, 'test.count', () => count(tx))
const add = (tx: Tx, code: string) =>
  tx.execute(sql`insert into audit.head (division_code, sequence, hash) values (${code}, 0, 'x')`)
/** How often a piece of work loads what it asks for. */
const loadsOf = async (work: (tx: Tx) => Promise<unknown>): Promise<number> => {
  const before = loads
  await db.transaction(work)
  return loads - before
}

test('what a transaction has read is read once, whoever asks', async () => {
  expect(await loadsOf(async (tx) => [await read(tx), await read(tx), await Promise.all([read(tx), read(tx)])])).toBe(1)
})

test('another transaction reads for itself, one after the other and at the same time', async () => {
  const before = loads
  await db.transaction(read)
  await Promise.all([db.transaction(read), db.transaction(read)])
  expect(loads - before).toBe(3)
})

test('after a write, in a step within too, it is read again', async () => {
  await db
    .transaction(async (tx) => {
      const first = await read(tx)
      await add(tx, '470901')
      expect(await read(tx)).toBe(first + 1)
      await tx.transaction((step) => add(step, '470902'))
      expect(await read(tx)).toBe(first + 2)
      await tx.transaction((step) => read(step))
      tx.rollback()
    })
    .catch(() => undefined)
})

test('after a lock it is read again: what was true before may not be any more', async () => {
  const lockedBetween = async (tx: Tx) => [await read(tx), await holdSubject(tx, 'test'), await read(tx)]
  expect(await loadsOf(lockedBetween)).toBe(2)
})

test('what could not be read is tried again, and outside of a transaction nothing is kept', async () => {
  const failing = (tx: Tx) => once(tx, 'test.fails', () => Promise.reject(new Error('no')))
  await db.transaction(async (tx) => {
    await expect(failing(tx)).rejects.toThrow('no')
    expect(await once(tx, 'test.fails', async () => 1)).toBe(1)
  })
  const before = loads
  await once(db as unknown as Tx, 'test.count', () => db.transaction(count))
  await once(db as unknown as Tx, 'test.count', () => db.transaction(count))
  expect(loads - before).toBe(2)
})
