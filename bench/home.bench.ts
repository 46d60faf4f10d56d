import { homeContract } from '#modules/programme/home/contract.ts'
import { judgeProgramme } from '#modules/programme/lamps/server/index.ts'
import { wallchartContract } from '#modules/programme/wallcharts/contract.ts'
import { large, openLargeProgramme } from './large-programme.ts'
import { median, table } from './table.ts'

/** The pages people open first, at the server: operation, transaction and answer, without the network. */
const wantedMs = 150
const wantedJudgingMs = 1000
const rounds = 21

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const made = await openLargeProgramme()
const { system, db, programmeId, person, agencyIds } = made
let failed = false
try {
  const [agencyId] = agencyIds
  const asked: [string, () => Promise<unknown>][] = [
    ['home, office', () => system.call(homeContract.getHome, person('office'), { programmeId })],
    ['home, leader', () => system.call(homeContract.getHome, person('leader'), { programmeId })],
    ['home, reporter', () => system.call(homeContract.getHome, person('reporter', agencyId), { programmeId })],
    ['a leader’s own list', () => system.call(homeContract.listMatters, person('leader'), {})],
    ['wall chart', () => system.call(wallchartContract.getChart, person('leader'), { programmeId })],
  ]
  const rows: string[][] = []
  for (const [name, ask] of asked) {
    const first = await timed(ask)
    const times: number[] = []
    for (let round = 0; round < rounds; round++) times.push(await timed(ask))
    const slowest = Math.max(...times)
    if (name.startsWith('home') && median(times) >= wantedMs) failed = true
    rows.push([
      name,
      first.toFixed(0),
      median(times).toFixed(0),
      slowest.toFixed(0),
      name.startsWith('home') ? `< ${wantedMs}` : '',
    ])
  }
  const judging = await timed(() =>
    db.transaction((tx) => judgeProgramme(tx, { ...person('leader'), id: programmeId }, '2026-11-28')),
  )
  if (judging >= wantedJudgingMs) failed = true
  rows.push(['all lamps worked out anew', judging.toFixed(0), '', '', `< ${wantedJudgingMs}`])
  console.log(`${large.tasks} tasks, ${large.agencies} agencies, ${made.reports} reports of ${large.months} months\n`)
  console.log(table(['asked', 'first, ms', 'median, ms', 'slowest, ms', 'wanted, ms'], rows))
} finally {
  await made.close()
}
if (failed) process.exitCode = 1
