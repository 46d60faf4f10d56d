import { homeContract } from '#modules/programme/home/contract.ts'
import { lampContract } from '#modules/programme/lamps/contract.ts'
import { judgeProgramme } from '#modules/programme/lamps/server/index.ts'
import { reportContract } from '#modules/programme/reports/contract.ts'
import { large, openLargeProgramme } from './large-programme.ts'
import { processorsOf } from './processor.ts'
import { median, table } from './table.ts'

/**
 * One statement is handed in, then eight readers come at once: what of it is worked out anew, and how often. Processor
 * time of this program and of its database, beside the lamps of the whole programme worked out once.
 */
const rounds = 7
const readers = 8
const wantedShare = 1

const made = await openLargeProgramme()
const { system, db, pool, programmeId, clock, person, agencyIds } = made
clock.now = new Date('2026-11-29T02:00:00Z')
const today = '2026-11-29'
const leader = person('leader')

const { rows: open } = await pool.query<{ id: string; target: string; agency: string }>(
  `select t.id, g.id as target, a.agency_id as agency from programmes.task t
    join programmes.target g on g.task_id = t.id join programmes.task_agency a on a.task_id = t.id and a.role = 'lead'
    where not exists (select from reports.report s where s.task_id = t.id and s.cycle = '2026-11') order by t.position`,
)

let turn = 0
async function handIn(): Promise<void> {
  const one = open[turn++]
  if (!one) throw new Error('every task has been answered')
  const answer = {
    taskId: one.id,
    cycle: '2026-11',
    progress: 'progressed' as const,
    text: '已开工。',
    needsCoordination: false,
  }
  const press = { clientKey: `after-write-${turn}`, seconds: 5, questions: [] }
  const answers = [{ ...answer, values: [{ targetId: one.target, value: 5 }], fileIds: [] }]
  const said = await system.call(reportContract.submitReports, person('reporter', one.agency), {
    ...press,
    answers,
  })
  if (said.outcomes[0]?.refusal !== null) throw new Error(said.outcomes[0]?.refusal ?? 'no outcome')
}

const works: [string, () => Promise<unknown>][] = [
  ['all lamps worked out once', () => db.transaction((tx) => judgeProgramme(tx, { ...leader, id: programmeId }, today))],
  ['a statement handed in', handIn],
  [`colours, ${readers} readers, nothing written`, () => all(() => system.call(lampContract.listLamps, leader, { programmeId }))],
  [`lamps of a statement handed in, ${readers} readers`, () => all(() => system.call(lampContract.listLamps, leader, { programmeId }))],
  [`home after a statement, ${readers} readers`, () => all(() => system.call(homeContract.getHome, person('reporter', agencyIds[0]), { programmeId }))],
] // biome-ignore format: a table

const all = (ask: () => Promise<unknown>) => Promise.all(Array.from({ length: readers }, ask))

try {
  const found: { name: string; own: number; database: number }[] = []
  for (const [name, work] of works) {
    await work()
    const times: { own: number; database: number }[] = []
    for (let round = 0; round < rounds; round++) {
      if (name.includes('a statement,') || name.includes('of a statement')) await handIn()
      times.push(await processorsOf(pool, work))
    }
    found.push({ name, own: median(times.map(({ own }) => own)), database: median(times.map((one) => one.database)) })
  }
  const once = (found[0]?.own ?? 1) + (found[0]?.database ?? 0)
  const rows = found.map(({ name, own, database }) => [
    name,
    own.toFixed(0),
    database.toFixed(0),
    ((own + database) / once).toFixed(2),
  ])
  console.log(`${large.tasks} tasks, ${made.reports} statements of ${large.months} months\n`)
  console.log(table(['work', 'program, ms', 'database, ms', '× all lamps once'], rows))
  const extra = share(found, 3, once) - share(found, 2, once)
  console.log(
    `\nWhat the statement costs all ${readers} readers together: ${extra.toFixed(2)} × all lamps once, wanted < ${wantedShare}.`,
  )
  if (extra >= wantedShare) process.exitCode = 1
} finally {
  await made.close()
}

function share(found: readonly { own: number; database: number }[], at: number, once: number): number {
  return ((found[at]?.own ?? 0) + (found[at]?.database ?? 0)) / once
}
