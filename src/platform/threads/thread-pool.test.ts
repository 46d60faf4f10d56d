import { expect, test, vi } from 'vitest'
import { Refusal } from '#kernel/errors.ts'
import { readSheet } from '#platform/spreadsheet/read-sheet.ts'
import { watchLoop } from './loop-goes-on.fixture.ts'
import { createThreadPool, type JobKind } from './thread-pool.ts'

// Threads compile the sources when they start, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const reading: JobKind<object, { text: string }> = {
  beside: new URL('../reading/reading-pool.ts', import.meta.url).href,
  worker: 'reading-worker',
}
const job = (bytes = 10) => ({ name: '方案.txt', bytes: new Uint8Array(bytes).fill(0x31), limits: {} })
const codeOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'read',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  )

test('what would wait beyond the queue, or lie in memory beyond its bytes, is refused at once', async () => {
  const pool = createThreadPool({ workers: 1, maxWaiting: 1, maxBytes: 1000 })
  const first = [job(), job(), job()].map((each) => codeOf(pool.run(reading, each)))
  expect(await first[2]).toBe('reading.queueFull')
  expect(await Promise.all(first.slice(0, 2))).toEqual(['read', 'read'])
  const second = [job(600), job(600)].map((each) => codeOf(pool.run(reading, each)))
  expect(await Promise.all(second)).toEqual(['read', 'reading.queueFull'])
  await pool.close()
})

test('threads of several kinds share the places of one pool', async () => {
  const pool = createThreadPool({ workers: 1 })
  const beside = new URL('../spreadsheet/read-sheet.ts', import.meta.url).href
  const sheet: JobKind<object, { count: number }> = { beside, worker: 'sheet-worker' }
  const bytes = new TextEncoder().encode('名称,数量\n公路,3\n')
  const asked = [pool.run(reading, job()), pool.run(sheet, { bytes }), pool.run(reading, job())]
  expect((await Promise.all(asked))[1]).toMatchObject({ count: 2 })
  await pool.close()
})

test('a sheet of more text than is taken ends in a sentence, and meanwhile the event loop goes on', async () => {
  const bytes = new TextEncoder().encode(`${'rural road '.repeat(40)}\n`.repeat(50_000))
  const { result, stoodStill } = await watchLoop(() => codeOf(readSheet(bytes)))
  expect(result).toBe('spreadsheet.tooManyCharacters')
  expect(stoodStill).toBeLessThan(0.4)
})
