import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { findLost, newLedger, orders, reports, saves, untilKilled, withReports } from './kill-nine/clients.ts'
import { openMailbox } from './kill-nine/mailbox.ts'
import { signIn } from './kill-nine/person.ts'
import { newDataFolder, startProgram } from './kill-nine/program.ts'
import { median, table } from './table.ts'

/**
 * Kills the built program with signal 9 while people write, starts it again, and looks whether everything it had
 * acknowledged is there and every mail has gone out. `KILL_ROUNDS=100 npm run bench kill-nine` for the whole.
 */
const rounds = Number(process.env['KILL_ROUNDS'] ?? 5)
const reporters = [
  'reporter',
  'fagai',
  'nongye',
  'zuzhi',
  'caizheng',
  'kexie',
  'gaoxinqu',
  'shichang',
  'renshe',
  'shuju',
  'jinrong',
  'ziran',
  'huanjing',
]
const wanted = 6
const savers = ['office', 'leader', 'auditor', 'observer']

const dataFolder = newDataFolder()
const mailbox = await openMailbox()
const ledger = newLedger()
const place = { address: '' }
const starts: number[] = []
const lost: string[] = []

spawnSync(process.execPath, ['scripts/build.mjs', 'server'], { stdio: 'inherit' })
let program = await startProgram(dataFolder)
place.address = program.address
const administrator = await signIn('admin', place)
const steps = [orders(administrator, ledger)]
const people = await Promise.all(reporters.map((name) => signIn(name, place)))
for (const person of (await withReports(people)).slice(0, wanted)) steps.push(reports(person, ledger))
for (const name of savers) steps.push(saves(await signIn(name, place), ledger))
await administrator.call('PUT', '/channels/mail', {
  host: '127.0.0.1',
  port: mailbox.port,
  security: 'none',
  checksCertificate: true,
  user: null,
  password: null,
  fromAddress: 'guatu@example.gov.cn',
  fromName: '挂图',
  enabled: true,
})

for (let round = 0; round < rounds; round++) {
  const before = new Set(ledger.reports.keys())
  // The kill comes in the midst of writing: after some writes, and then at any moment.
  const enough = ledger.writes + 1 + Math.floor(Math.random() * 40)
  const clients = steps.map(untilKilled)
  while (ledger.writes < enough) await delay(5)
  await delay(Math.random() * 200)
  await program.kill('SIGKILL')
  await Promise.all(clients)
  program = await startProgram(dataFolder)
  place.address = program.address
  starts.push(program.took)
  lost.push(
    ...(await findLost(
      ledger,
      [...ledger.reports.keys()].filter((id) => !before.has(id)),
    )),
  )
}

interface Delivery {
  state: string
  recipient: string
  sentAt: string | null
}
const isUnderWay = ({ state }: Delivery): boolean => state === 'waiting' || state === 'sending' || state === 'failed'
let recent: Delivery[] = []
for (let i = 0; i < 600; i++) {
  recent = await administrator.call<Delivery[]>('GET', '/channels/deliveries')
  if (!recent.some(isUnderWay) && [...ledger.mails].every((to) => mailbox.taken.has(to))) break
  await delay(100)
}
lost.push(...(await findLost(ledger, [...ledger.reports.keys()])))
const failed = await administrator.call<unknown[]>('GET', '/jobs/failed')
await program.kill('SIGINT')
const chain = spawnSync(process.execPath, ['dist/server/cli.js', 'audit', 'verify'], {
  env: { ...process.env, GUATU_DATA: dataFolder, DATABASE_URL: '' },
})
mailbox.close()
if (process.env['KILL_KEEP'] === undefined) rmSync(dataFolder, { recursive: true, force: true })

const missing = [...ledger.mails].filter((to) => !mailbox.taken.has(to)).length
const twice = [...mailbox.taken.values()].filter((moments) => moments.length > 1).length
/** Milliseconds in which a kill makes a mail arrive twice: from its acceptance to its being noted. */
const windows = recent.flatMap(({ recipient, sentAt }) => {
  const accepted = mailbox.taken.get(recipient)?.at(-1)
  return accepted === undefined || sentAt === null ? [] : [Date.parse(sentAt) - accepted]
})
const lines: [string, string | number][] = [
  ['rounds', rounds],
  ['writes acknowledged', ledger.writes],
  ['of them reports handed in', ledger.reports.size],
  ['acknowledged and lost', new Set(lost).size],
  ['mails ordered and acknowledged', ledger.mails.size],
  ['mails lost', missing],
  ['mails that arrived twice, with one Message-ID', twice],
  ['from acceptance of a mail to its being noted, median, ms', median(windows).toFixed(0)],
  ['jobs that keep failing', failed.length],
  ['audit trail', chain.status === 0 ? 'whole' : 'broken'],
  ['start after a kill, median, ms', median(starts).toFixed(0)],
  ['start after a kill, longest, ms', Math.max(...starts).toFixed(0)],
]
console.log(
  table(
    ['kill −9 and start again', 'figure'],
    lines.map(([what, figure]) => [what, String(figure)]),
  ),
)
if (lost.length > 0 || missing > 0 || chain.status !== 0) process.exitCode = 1
