import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import type { Outcome } from './documents/reader.ts'
import { table } from './table.ts'

/**
 * Reads 10,000 documents that were spoilt part by part, in two processes, each on the program's own bounded threads.
 * `npm run bench documents -- --seed 7 --from 4711 --count 1` reads one of them again; `--only ofd` reads one kind alone.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1e6)) },
    from: { type: 'string', default: '0' },
    count: { type: 'string', default: '10000' },
    only: { type: 'string', default: '' },
  },
})
const [seed = 0, from = 0, count = 0] = [values.seed, values.from, values.count].map(Number)
const processes = Math.min(2, count)
/** Of a process with its threads: half of a machine of 4 GB. */
const wantedMegabytes = 2_000
/** No block of documents may stay without an answer longer than this, milliseconds. */
const patience = 330_000

spawnSync(process.execPath, ['scripts/build.mjs', 'server'], { stdio: 'inherit' })
// Beside the built threads, so that those of the program itself are started.
await build({
  entryPoints: { 'read-spoilt': 'bench/documents/reader.ts' },
  outdir: 'dist/server',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
})

const outcomes: Outcome[] = []
const wrong = new Map<string, { count: number; first: string }>()
let most = 0

function add(kind: string, told: string): void {
  const known = wrong.get(kind)
  if (known) known.count += 1
  else wrong.set(kind, { count: 1, first: told })
}

/** Reads every so-manieth document; a process that dies is begun anew behind the block it died in. */
async function readAll(first: number, howMany: number): Promise<void> {
  let next = first
  const end = first + howMany * processes
  while (next < end) {
    const left = Math.ceil((end - next) / processes)
    const child = spawn(
      process.execPath,
      ['dist/server/read-spoilt.js', ...[seed, next, left, processes].map(String), values.only],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => (said = `${said}${chunk.toString('utf8')}`.slice(-2000)))
    const open = new Set<number>()
    let heard = performance.now()
    const watch = setInterval(() => {
      most = Math.max(most, memoryOf(child.pid))
      if (performance.now() - heard > patience) child.kill('SIGKILL')
    }, 500)
    for await (const line of createInterface({ input: child.stdout })) {
      heard = performance.now()
      const told: { begins: number[] } | Outcome = JSON.parse(line)
      if ('begins' in told) {
        for (const index of told.begins) open.add(index)
        next = Math.max(...told.begins) + processes
        continue
      }
      open.delete(told.index)
      outcomes.push(told)
      if (told.wrong) add(`${told.name} as ${told.way}: ${told.wrong}`, `no. ${told.index}, ${told.bytes} bytes`)
    }
    clearInterval(watch)
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    if (child.exitCode === 0 && open.size === 0) return
    add(`the process ended (${child.exitCode ?? child.signalCode})`, `with ${[...open].join(', ')} open: ${said}`)
    if (open.size === 0) return
  }
}

function memoryOf(pid: number | undefined): number {
  try {
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024)
  } catch {
    return 0
  }
}

console.log(`seed ${seed}`)
const began = performance.now()
await Promise.all(Array.from({ length: processes }, (_, i) => readAll(from + i, Math.ceil((count - i) / processes))))
const seconds = (performance.now() - began) / 1000
if (most > wantedMegabytes) add(`more memory than ${wantedMegabytes} MB`, `${most} MB`)
if (outcomes.length < count) add('without an end', String(count - outcomes.length))

const endingOf = (name: string): string => /\.(\w{2,4})$/.exec(name)?.[1] ?? ''
const kinds = [...new Set(outcomes.map(({ name }) => endingOf(name)))].sort()
const ends = new Map<string, number>()
for (const { end } of outcomes) ends.set(end, (ends.get(end) ?? 0) + 1)
const countOf = (kind: string, fits: (one: Outcome) => boolean) =>
  outcomes.filter((one) => endingOf(one.name) === kind && fits(one)).length
console.log(
  table(
    ['kind', 'documents', 'read', 'refused by a sentence', 'wrong'],
    kinds
      .filter((kind) => countOf(kind, () => true) > count / 200)
      .map((kind) => [
        kind,
        String(countOf(kind, () => true)),
        String(countOf(kind, ({ end }) => end === 'read')),
        String(countOf(kind, (one) => one.end !== 'read' && !one.wrong)),
        String(countOf(kind, (one) => one.wrong !== undefined)),
      ]),
  ),
)
console.log()
console.log(
  table(
    ['how it ended', 'documents'],
    [...ends].sort(([, a], [, b]) => b - a).map(([end, n]) => [end, String(n)]),
  ),
)
console.log(
  `\n${outcomes.length} documents in ${seconds.toFixed(0)} s, ${(outcomes.length / seconds).toFixed(0)} a second; a process took ${most} MB at most`,
)
for (const [kind, { count: times, first }] of [...wrong].sort()) console.log(`${times} × ${kind}\n    ${first}`)
if (wrong.size === 0) console.log('nothing found')
else process.exitCode = 1
