import { afterAll, expect, test, vi } from 'vitest'
import { Refusal } from '#kernel/errors.ts'
import { docx, paragraph, pdf, utf8 } from './reading.fixture.ts'
import { createReadingPool } from './reading-pool.ts'

// Threads compile the sources when they start, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const pool = createReadingPool({ workers: 1 })
afterAll(() => pool.close())

const small = { name: '方案.txt', bytes: utf8('青禾县科技创新方案\n一、总体要求') }
/** Takes seconds and some hundred megabytes to take apart, all in one piece. */
const heavy = { name: '方案.docx', bytes: docx(paragraph('青禾县科技创新方案').repeat(500_000)) }
const unlimited = { zipRatio: 100_000 }

const codeOf = (reading: Promise<unknown>): Promise<string> =>
  reading.then(
    () => 'read',
    (error: unknown) => (error instanceof Refusal ? error.code : String(error)),
  )

test('a document is read on a thread and its progress is told', async () => {
  const stages: string[] = []
  const read = await pool.read(small, { onProgress: (_done, _total, stage) => stages.push(stage) })
  expect(read.text).toBe('青禾县科技创新方案\n一、总体要求')
  expect(stages).toContain('识别文件')
})

test('one thread reads one after another and a refusal comes back as a refusal', async () => {
  const torn = { name: '方案.doc', bytes: Uint8Array.from(Buffer.from('d0cf11e0a1b11ae1', 'hex')) }
  expect(await Promise.all([codeOf(pool.read(small)), codeOf(pool.read(torn)), codeOf(pool.read(small))])).toEqual([
    'read',
    'reading.torn',
    'read',
  ])
})

test('a reading that hangs past its time is killed, and the next one is read', async () => {
  const started = performance.now()
  const late = codeOf(pool.read(heavy, { limits: { ...unlimited, milliseconds: 50 } }))
  expect(await late).toBe('reading.tookTooLong')
  expect(performance.now() - started).toBeLessThan(20_000)
  expect(await codeOf(pool.read(small))).toBe('read')
})

test('the event loop goes on while a document is read', async () => {
  let beats = 0
  const beat = setInterval(() => {
    beats += 1
  }, 20)
  await codeOf(pool.read(heavy, { limits: { ...unlimited, milliseconds: 600 } }))
  clearInterval(beat)
  expect(beats).toBeGreaterThan(15)
})

test('a reading can be called off, before and while it runs', async () => {
  expect(await codeOf(pool.read(small, { signal: AbortSignal.abort() }))).toBe('reading.cancelled')
  const stop = new AbortController()
  const reading = codeOf(pool.read(heavy, { limits: unlimited, signal: stop.signal, onProgress: () => stop.abort() }))
  expect(await reading).toBe('reading.cancelled')
})

test('a document that wants too much memory is refused and the process lives', async () => {
  const narrow = createReadingPool({ workers: 1, maxMegabytes: 64 })
  expect(await codeOf(narrow.read(heavy, { limits: unlimited }))).toBe('reading.outOfMemory')
  expect(await codeOf(narrow.read(small))).toBe('read')
  await narrow.close()
})

test('closing refuses what is under way and what waits', async () => {
  const closing = createReadingPool({ workers: 1 })
  const readings = [codeOf(closing.read(heavy, { limits: unlimited })), codeOf(closing.read(small))]
  await closing.close()
  expect(await Promise.all(readings)).toEqual(['reading.stopped', 'reading.stopped'])
  expect(await codeOf(closing.read(small))).toBe('reading.stopped')
})

test('what the library leaves behind of a torn file costs neither its own refusal nor the next document', async () => {
  const sound = Buffer.from(pdf([[{ text: '方案', x: 100, y: 700 }], null, [{ text: '任务', x: 100, y: 700 }]]))
  // The pages' own objects are gone, the table of places still names them.
  const bytes = Uint8Array.from(sound.fill(0xff, sound.indexOf('/UniGB') + 1, sound.indexOf('9 0 obj')))
  const torn = { name: '方案.pdf', bytes }
  const asked = [torn, small, torn, small, torn, small].map((each) => codeOf(pool.read(each)))
  const ends = await Promise.all(asked)
  expect(ends).toEqual(Array.from({ length: 3 }, () => ['reading.unreadablePages', 'read']).flat())
})
