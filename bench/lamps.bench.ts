import { sql } from 'drizzle-orm'
import { lampContract } from '#modules/programme/lamps/contract.ts'
import { judgeFacts } from '#modules/programme/lamps/domain/judge-programme.ts'
import { judgeProgramme } from '#modules/programme/lamps/server/index.ts'
import { loadFacts } from '#modules/programme/lamps/server/load-facts.ts'
import { findProgrammeRow } from '#modules/programme/programmes/server/index.ts'
import { large, openLargeProgramme } from './large-programme.ts'
import { median, table } from './table.ts'

/**
 * All lamps of the largest programme worked out anew from the facts, beside two floors of the same run: PostgreSQL
 * counting the same reports and adding up their figures, and JSON.parse of the same facts.
 */
const wantedMs = 1000
const rounds = 9
const day = '2026-11-28'

interface Taken {
  ms: number
  /** Time of this process's threads on a processor, without waiting for PostgreSQL or for other programs. */
  processor: number
}

async function times(work: () => unknown): Promise<Taken> {
  await work()
  const taken: Taken[] = []
  for (let round = 0; round < rounds; round++) {
    const start = performance.now()
    const before = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(before)
    taken.push({ ms: performance.now() - start, processor: (user + system) / 1000 })
  }
  return { ms: median(taken.map(({ ms }) => ms)), processor: median(taken.map(({ processor }) => processor)) }
}

const { system, db, programmeId, clock, person, reports, close } = await openLargeProgramme()
try {
  clock.now = new Date(`${day}T02:00:00Z`)
  const running = { ...person('leader'), id: programmeId }
  const programme = await db.transaction((tx) => findProgrammeRow(tx, running))
  if (!programme) throw new Error('no programme')
  const load = () => db.transaction((tx) => loadFacts(tx, programme, day))
  const { facts } = await load()
  const plain = JSON.stringify({ ...facts, schedules: [...facts.schedules], courses: [], agencyNames: [] })
  const inSql = () =>
    db.execute(sql`
      select task_id, count(*), max(submitted_on), sum((v->>'value')::numeric)
      from reports.report left join jsonb_array_elements(values) v on true
      where programme_id = ${programmeId} group by task_id`)
  const leader = person('leader')
  const all = await times(() => db.transaction((tx) => judgeProgramme(tx, running, day)))
  const floor = await times(() => JSON.parse(plain))
  const rows: [string, Taken, string][] = [
    ['floor: SQL, reports counted and summed', await times(inSql), ''],
    ['floor: JSON.parse of the same facts', floor, ''],
    ['facts loaded', await times(load), ''],
    ['lamps judged from loaded facts', await times(() => judgeFacts(facts, day)), ''],
    ['a day judged anew, load and all', all, `< ${wantedMs}`],
    ['list of today, nothing written since', await times(() => system.call(lampContract.listVerdicts, leader, { programmeId })), ''],
    ['colours of today, nothing written since', await times(() => system.call(lampContract.listLamps, leader, { programmeId })), ''],
  ] // biome-ignore format: a table
  console.log(
    `${large.tasks} tasks, ${facts.basis.targets.length} targets, ${large.agencies} agencies, ${reports} reports of ${large.months} months, ${facts.duties.length} duties, ${(plain.length / 1e6).toFixed(1)} MB of facts\n`,
  )
  console.log(
    table(
      ['work', 'median, ms', 'processor, ms', '× JSON.parse', 'wanted, ms'],
      rows.map(([name, { ms, processor }, wanted]) => [
        name,
        ms.toFixed(1),
        processor.toFixed(1),
        (ms / floor.ms).toFixed(1),
        wanted,
      ]),
    ),
  )
  if (all.ms >= wantedMs) process.exitCode = 1
} finally {
  await close()
}
