import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { hashPassword } from '#modules/office/accounts/server/index.ts'
import { migrate } from '#platform/database/migrate.ts'
import { openDatabase } from '#platform/database/open-database.ts'
import { handIn, sampleDivision } from './sample-county.ts'
import { loadRows } from './sample-year/load-rows.ts'
import { playYear } from './sample-year/play-year.ts'
import { readStory, storyYearAt } from './sample-year/story.ts'
import { openSystem } from './system.ts'

const dataFolder = mkdtempSync('/tmp/wts/l-')
chmodSync(dataFolder, 0o711)
const pgcpu = () => {
  let t = 0
  for (const p of readdirSync('/proc').filter((x) => /^\d+$/.test(x)))
    try {
      const c = readFileSync(`/proc/${p}/cmdline`, 'utf8')
      const s = readFileSync(`/proc/${p}/stat`, 'utf8')
      const a = s.slice(s.lastIndexOf(')') + 2).split(' ')
      if (c.startsWith('postgres') || c.includes('postgres')) {
        if (mine(+p)) t += (+a[11]! + +a[12]! + +a[13]! + +a[14]!) / 100
      }
    } catch {}
  return t
}
const mine = (p: number): boolean => {
  for (let i = 0; i < 6 && p > 1; i++) {
    if (p === process.pid) return true
    try {
      const s = readFileSync(`/proc/${p}/stat`, 'utf8')
      p = +s.slice(s.lastIndexOf(')') + 2).split(' ')[1]!
    } catch {
      return false
    }
  }
  return false
}
let w0 = performance.now(),
  c0 = process.cpuUsage(),
  p0 = 0
const lap = (n: string) => {
  const w = performance.now(),
    c = process.cpuUsage(),
    p = pgcpu()
  console.log(
    n.padEnd(12),
    'wall',
    ((w - w0) / 1000).toFixed(2),
    'node',
    ((c.user + c.system - c0.user - c0.system) / 1e6).toFixed(2),
    'pg',
    (p - p0).toFixed(2),
  )
  w0 = w
  c0 = c
  p0 = p
}
const { db, pool, close } = await openDatabase({
  dataFolder,
  databaseUrl: undefined,
  address: 'x',
  durable: process.env['DUR'] !== '0',
})
lap('open')
await migrate(pool)
lap('migrate')
const until = new Date(process.env['NOW'] ?? Date.now())
const system = openSystem({ db, dataFolder, sampleOpen: true, homeDivision: sampleDivision, clock: () => until })
lap('system')
const year = storyYearAt(until)
const end = await loadRows({ pool, files: system.planPorts.files }, { year, until })
lap('rows ' + year)
const clock = { now: end! }
const past = openSystem({ db, dataFolder, sampleOpen: true, homeDivision: sampleDivision, clock: () => clock.now })
await playYear(past, clock, { story: readStory(year), until })
lap('play')
await past.close()
lap('close')
await handIn(system, 'sample-plan-revised.txt', year)
lap('handIn')
await hashPassword('x')
lap('hash')
await system.close()
await close()
rmSync(dataFolder, { recursive: true })
