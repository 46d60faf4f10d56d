import { setTimeout as delay } from 'node:timers/promises'
import { Refusal } from '#kernel/errors.ts'
import { compileWords } from '#modules/programme/meetings/server/compile-words.ts'
import { compileOnThread } from '#modules/programme/plans/server/compile-on-thread.ts'
import { shareThreads } from '#platform/reading/reading-pool.ts'
import { prepareSheet, readSheet } from '#platform/spreadsheet/read-sheet.ts'
import { threads } from '#platform/threads/thread-pool.ts'
import { randomOf } from '../../test/scope/hostile-input.ts'
import { complaintOf } from '../../test/scope/office-sentence.ts'
import { oneOf } from '../random.ts'
import { makeSeeds, type Seed } from './seeds.ts'
import { spoilPdf } from './spoil-pdf.ts'
import { spoilBytes, spoilText } from './spoil-text.ts'
import { spoilZip } from './spoil-zip.ts'

/** What became of one document. */
export interface Outcome {
  index: number
  name: string
  way: string
  bytes: number
  milliseconds: number
  /** The most megabytes the process has held until the document ended. */
  held: number
  /** `read`, the code of a refusal, or what is wrong. */
  end: string
  wrong?: string
}

const spoilers: Record<Seed['build'], (bytes: Uint8Array, random: () => number) => Uint8Array> = {
  zip: spoilZip,
  pdf: spoilPdf,
  bytes: spoilBytes,
  text: (bytes, random) => Uint8Array.from(Buffer.from(spoilText(new TextDecoder().decode(bytes), random))),
}

const foreignNames = ['无名', '.docx', '方案.xlsx', '../../方案.txt', '方案.pdf', 'a'.repeat(250), '方案.doc\u0000.exe']

/** The document of an index: the same for the same seed. */
export function makeDocument(seeds: readonly Seed[], seed: number, index: number): Seed {
  const random = randomOf(Math.imul(seed, 1_000_003) + Math.imul(index, 7919))
  for (let i = 0; i < 20; i++) random()
  const sound = oneOf(random, seeds)
  let { bytes } = sound
  try {
    for (let n = 1 + Math.floor(random() * 2); n > 0; n--) bytes = spoilers[sound.build](bytes, random)
  } catch {
    // Spoilt so that it cannot be taken apart again: as it stands, it is worth reading.
  }
  if (random() < 0.1) bytes = spoilBytes(bytes, random)
  return { ...sound, bytes, name: random() < 0.05 ? oneOf(random, foreignNames) : sound.name }
}

const pool = shareThreads(threads)

/** The ways documents take through the program. */
const ways: Record<string, (document: Seed) => Promise<unknown>> = {
  plan: async ({ name, bytes }) => compileOnThread({ text: (await pool.read({ name, bytes })).text } as never),
  minutes: async ({ name, bytes }) =>
    compileWords({
      text: (await pool.read({ name, bytes })).text,
      on: '2026-04-28',
      known: ['县科技局', '县财政局'],
      years: [],
    }),
  sheet: ({ name, bytes }) => prepareSheet({ file: { name, bytes } } as never),
  preview: ({ name, bytes }) => (/\.xlsx?$/.test(name) ? readSheet(bytes, 200) : pool.read({ name, bytes })),
}

/** The pool ends what hangs after a minute; a block of documents may hold several such. */
const longest = 300_000

async function readOne(document: Seed, way: string): Promise<{ end: string; wrong?: string }> {
  const late = delay(longest, 'late' as const, { ref: false })
  try {
    const read = (ways[way] ?? pool.read)(document)
    return (await Promise.race([read, late])) === 'late'
      ? { end: 'never', wrong: `no end within ${longest / 1000} s` }
      : { end: 'read' }
  } catch (error) {
    if (!(error instanceof Refusal)) {
      const said =
        error instanceof Error ? `${error.message} ${error.stack?.split('\n')[1]?.trim() ?? ''}` : String(error)
      return { end: 'fault', wrong: `a fault: ${said.slice(0, 300)}` }
    }
    const complaint = complaintOf(error.message, document.name)
    return { end: error.code, ...(complaint && { wrong: complaint }) }
  }
}

/** Documents of one way come together: a thread that changes its work is started anew. */
const atOnce = 40

const write = (said: object): void => void process.stdout.write(`${JSON.stringify(said)}\n`)

async function take(document: Seed, index: number, way: string): Promise<void> {
  const began = performance.now()
  const ended = await readOne(document, way)
  const milliseconds = Math.round(performance.now() - began)
  write({
    index,
    name: document.name,
    way,
    bytes: document.bytes.length,
    milliseconds,
    held: Math.round(process.resourceUsage().maxRSS / 1024),
    ...ended,
  } satisfies Outcome)
}

const [seed = 1, from = 0, count = 1, step = 1] = process.argv.slice(2).map(Number)
const only = process.argv[6] ?? ''
const seeds = (await makeSeeds()).filter(({ name }) => name.endsWith(only))
const wayNames = Object.keys(ways).sort()
const indexes = Array.from({ length: count }, (_, i) => from + i * step)
for (let i = 0; i < indexes.length; i += atOnce) {
  const block = indexes.slice(i, i + atOnce)
  write({ begins: block })
  const made = block.map((index) => {
    const way = wayNames[Math.floor(randomOf(index)() * wayNames.length)] ?? 'plan'
    return { index, way, document: makeDocument(seeds, seed, index) }
  })
  made.sort((a, b) => (a.way < b.way ? -1 : 1))
  await Promise.all(made.map(({ document, index, way }) => take(document, index, way)))
}
await threads.close()
