import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median, table } from './table.ts'

/** `npm start` on an empty folder and again on what that left, on several days: wall time until it listens, and processor time of all its processes. */
const rounds = Number(process.argv[2] ?? 3)
const days = [
  ['2026-02-11T02:00:00Z', 'the day the story begins'],
  ['2026-10-30T10:00:00Z', 'a day before a busy half month ends'],
  ['2027-06-20T02:00:00Z', 'the year after'],
  ['2031-07-01T02:00:00Z', 'a year that is not prepared, played'],
] as const

/** Seconds on a processor of a process, its children and those of its children that have ended; only Linux tells. */
function processorOf(root: number): number {
  const found = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => statOf(Number(name)))
  const tree = new Set([root])
  for (let size = 0; size < tree.size; ) {
    size = tree.size
    for (const { pid, parent } of found) if (tree.has(parent)) tree.add(pid)
  }
  return found.filter(({ pid }) => tree.has(pid)).reduce((sum, { ticks }) => sum + ticks, 0) / 100
}

function statOf(pid: number): { pid: number; parent: number; ticks: number }[] {
  try {
    // proc(5): behind the name in brackets stand state, parent, …, utime, stime, cutime, cstime.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
    return [{ pid, parent: Number(fields[1]), ticks }]
  } catch {
    return []
  }
}

function launch(dataFolder: string, day: string): ChildProcess {
  const flags = ['--import', './test/set-clock.mjs', 'scripts/start.mjs', '--sample-accounts']
  const settings = { PORT: '0', GUATU_DATA: dataFolder, DATABASE_URL: '', JOURNEY_BEGINS: day }
  return spawn(process.execPath, flags, { env: { ...process.env, ...settings }, stdio: ['ignore', 'pipe', 'inherit'] })
}

/** Resolves when it listens. */
const hear = (program: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let said = ''
    program.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8')
      if (said.includes('挂图已启动')) resolve()
    })
    program.once('exit', () => reject(new Error(said)))
  })

interface Measured {
  wall: number
  processor: number
}

async function start(dataFolder: string, day: string): Promise<Measured> {
  const begun = performance.now()
  const program = launch(dataFolder, day)
  await hear(program)
  const measured = { wall: (performance.now() - begun) / 1000, processor: processorOf(program.pid ?? 0) }
  program.kill('SIGTERM')
  await once(program, 'exit')
  return measured
}

const shown = (values: readonly number[]) => `${median(values).toFixed(1)} (${Math.max(...values).toFixed(1)})`

const rows: string[][] = []
for (const [day, what] of days) {
  const first: Measured[] = []
  const second: Measured[] = []
  for (let round = 0; round < rounds; round++) {
    const dataFolder = mkdtempSync(join(tmpdir(), 'guatu-start-'))
    chmodSync(dataFolder, 0o711)
    first.push(await start(dataFolder, day))
    second.push(await start(dataFolder, day))
    rmSync(dataFolder, { recursive: true, force: true })
  }
  const columns = [first, second].flatMap((all) => [all.map(({ wall }) => wall), all.map(({ processor }) => processor)])
  rows.push([`${day.slice(0, 10)}, ${what}`, ...columns.map(shown)])
}
const head = ['day of the start', 'first: wall, s', 'processor, s', 'second: wall, s', 'processor, s']
console.log(table(head, rows))
console.log(`\nMedian (and worst) of ${rounds} runs, packages installed and built. Wanted: first 6 s, second 2 s.`)
