import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { createFindings } from './requests/findings.ts'
import { furnish } from './requests/furnish.ts'
import { judge } from './requests/judge.ts'
import { type Made, requestMaker } from './requests/make-request.ts'
import { createQuiet } from './requests/quiet.ts'
import { createSender } from './requests/send.ts'
import { startAt } from './requests/start.ts'
import { table } from './table.ts'

/**
 * Asks the built program 100,000 things no form would send, over HTTP, as people of every role, of another county and as nobody,
 * so many at once. `npm run bench requests -- --seed 7 --from 4711 --count 1` sends one of them again.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1e6)) },
    from: { type: 'string', default: '0' },
    count: { type: 'string', default: '100000' },
    'at-once': { type: 'string', default: '16' },
  },
})
const [seed = 0, from = 0, count = 0, atOnce = 0] = [values.seed, values.from, values.count, values['at-once']].map(
  Number,
)
const wantedMegabytes = 1_500
const round = 2_500

spawnSync(process.execPath, ['scripts/build.mjs', 'server'], { stdio: 'inherit' })
console.log(`seed ${seed}`)
const house = await furnish()
const program = await startAt(house.dataFolder, house.begins)
const sender = createSender(program.address, { atOnce })
const quiet = await createQuiet(house, { sender, address: program.address })
const findings = createFindings()
const make = requestMaker(house, seed)
const statuses = new Map<number, number>()
const times: number[] = []
const spent = new Map<string, number>()
let refusedLast: Made[] = []

async function ask(made: Made): Promise<void> {
  const sendings = Array.from({ length: made.times }, async () => {
    try {
      const answer = await sender.send(made)
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
      times.push(answer.milliseconds)
      spent.set(made.aim, (spent.get(made.aim) ?? 0) + answer.milliseconds)
      for (const kind of await judge(made, answer, house)) findings.add(kind, made, answer)
      if (answer.status >= 400 && !made.raw) refusedLast.push(made)
    } catch (error) {
      findings.add(`broken off: ${error instanceof Error ? error.message : String(error)}`, made)
    }
  })
  await Promise.all(sendings)
}

await quiet.signInAll()
const began = performance.now()
const turns = { next: from, asked: 0 }
for (let until = Math.min(round, count); turns.asked < count; until = Math.min(count, until + round)) {
  const lane = async () => {
    while (turns.asked < until) {
      const made = make(turns.next++)
      turns.asked += made.times
      await ask(made)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  await quiet.look(refusedLast.slice(-40), findings)
  refusedLast = []
  if (!program.isRunning()) break
}
const { asked } = turns
const seconds = (performance.now() - began) / 1000

const health = await fetch(`${program.address}/api/health`).then(
  (answer) => answer.status,
  () => 0,
)
if (health !== 200) findings.add('the server is no longer there')
const memory = program.memory()
const worked = program.worked()
if (memory.most > wantedMegabytes) findings.add(`more memory than ${wantedMegabytes} MB`)
await quiet.close()
sender.close()
await program.stop()
const environment = { ...process.env, GUATU_DATA: house.dataFolder, DATABASE_URL: '' }
const chain = spawnSync(process.execPath, ['dist/server/cli.js', 'audit', 'verify'], {
  env: environment,
  encoding: 'utf8',
})
if (chain.status !== 0) findings.add(`the audit trail is broken: ${chain.stdout}${chain.stderr}`)
for (const line of program.faults()) findings.add(`a fault in the log: ${line}`)
if (process.env['BENCH_KEEP'] === undefined) rmSync(house.dataFolder, { recursive: true, force: true })

times.sort((a, b) => a - b)
const at = (share: number) => `${(times[Math.floor(times.length * share)] ?? 0).toFixed(0)} ms`
const sum = (least: number, most: number) =>
  [...statuses].reduce((all, [status, n]) => all + (status >= least && status <= most ? n : 0), 0)
console.log(
  table(
    ['requests', 'figure'],
    [
      ['asked', String(asked)],
      ['taken (2xx, 3xx)', String(sum(200, 399))],
      [
        'refused (4xx)',
        `${sum(400, 499)}: ${[...statuses]
          .filter(([status]) => status >= 400 && status < 500)
          .sort(([a], [b]) => a - b)
          .map(([status, n]) => `${n} × ${status}`)
          .join(', ')}`,
      ],
      ['refused for load (503)', String(sum(503, 503))],
      ['faults (other 5xx)', String(sum(500, 599) - sum(503, 503))],
      ['seconds, looking included', seconds.toFixed(0)],
      ['seconds the program worked', worked.toFixed(0)],
      ['a second', (asked / seconds).toFixed(0)],
      ['answered, median', at(0.5)],
      ['p99', at(0.99)],
      ['longest', at(0.99999)],
      ['memory at most', `${memory.most} MB`],
      ['memory at the end', `${memory.now} MB`],
      ['refused again in quiet, tables looked at', `${quiet.counts.again}, ${quiet.counts.tables}`],
      ['signed in again', String(quiet.counts.signedIn)],
      ['audit trail', chain.status === 0 ? 'whole' : 'broken'],
    ],
  ),
)
if (process.env['BENCH_DEAR'])
  console.log(
    [...spent]
      .sort(([, a], [, b]) => b - a)
      .slice(0, 25)
      .map(([aim, ms]) => `${(ms / 1000).toFixed(1)} s ${aim}`)
      .join('\n'),
  )
console.log(`\n${findings.report()}`)
if (findings.count() > 0) process.exitCode = 1
