import type { Role } from '#kernel/actor.ts'
import { homeContract } from '#modules/programme/home/contract.ts'
import { lampContract } from '#modules/programme/lamps/contract.ts'
import { programmeContract } from '#modules/programme/programmes/contract.ts'
import { reportContract } from '#modules/programme/reports/contract.ts'
import { supervisionContract } from '#modules/programme/supervision/contract.ts'
import { wallchartContract } from '#modules/programme/wallcharts/contract.ts'
import { connect } from '#platform/database/open-database.ts'
import { houseTables } from '../test/scope/house-tables.ts'
import { listOwnedTables } from '../test/scope/owner-of-tables.ts'
import { type LargeProgramme, large, openLargeProgramme } from './large-programme.ts'
import { processorsOf } from './processor.ts'
import { median, table } from './table.ts'

/**
 * What a county feels of its neighbours: the same readings in a house of one county and of a hundred, 1,100,000 reports, and the
 * work of the clock for all of them. Only when it is asked for: `npm run bench province`, `npm run bench province 10`.
 * On a server of one's own with GUATU_BENCH_DATABASE, an empty database.
 */
const counties = Number(process.argv[2] ?? 100)
const home = '470326'
const times = 9

type Ask = (made: LargeProgramme) => Promise<unknown>

const by = ({ person, agencyIds }: LargeProgramme, role: Role) =>
  person(role, role === 'reporter' ? agencyIds[0] : undefined)

const asked: readonly (readonly [string, Ask])[] = [
  [
    'home, office',
    (made) => made.system.call(homeContract.getHome, by(made, 'office'), { programmeId: made.programmeId }),
  ],
  [
    'home, leader',
    (made) => made.system.call(homeContract.getHome, by(made, 'leader'), { programmeId: made.programmeId }),
  ],
  [
    'home, reporter',
    (made) => made.system.call(homeContract.getHome, by(made, 'reporter'), { programmeId: made.programmeId }),
  ],
  [
    'task list',
    (made) => made.system.call(programmeContract.listTasks, by(made, 'office'), { programmeId: made.programmeId }),
  ],
  [
    'lamps',
    (made) => made.system.call(lampContract.listVerdicts, by(made, 'office'), { programmeId: made.programmeId }),
  ],
  [
    'board of reports',
    (made) => made.system.call(reportContract.getBoard, by(made, 'office'), { programmeId: made.programmeId }),
  ],
  [
    'cases',
    (made) => made.system.call(supervisionContract.listOrders, by(made, 'office'), { programmeId: made.programmeId }),
  ],
  [
    'wall chart',
    (made) => made.system.call(wallchartContract.getChart, by(made, 'leader'), { programmeId: made.programmeId }),
  ],
]

async function measure(made: LargeProgramme): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  for (const [name, read] of asked) {
    await read(made)
    const taken: number[] = []
    for (let n = 0; n < times; n++) {
      const { own, database } = await processorsOf(made.pool, () => read(made))
      taken.push(own + database)
    }
    found.set(name, median(taken))
  }
  return found
}

/** Every row of the county once more for each neighbour: keys hold the owner first, so the ids may be the same. */
async function addNeighbours({ pool }: LargeProgramme): Promise<void> {
  const owned = await listOwnedTables(pool)
  const { pool: client } = connect(String(pool.options.connectionString), 1)
  await client.query(`set session_replication_role = replica`)
  for (const name of owned) {
    if (name in houseTables || name.startsWith('audit.')) continue
    const [schema, of] = name.split('.')
    const { rows } = await client.query<{ columns: string }>(
      `select string_agg(quote_ident(column_name), ', ') as columns from information_schema.columns
        where table_schema = $1 and table_name = $2 and column_name <> 'division_code' and is_generated = 'NEVER'`,
      [schema, of],
    )
    const columns = rows[0]?.columns ?? ''
    await client.query(
      `insert into "${schema}"."${of}" (division_code, ${columns}) overriding system value select (330000 + n)::text, ${columns}
        from "${schema}"."${of}", generate_series(1, ${counties - 1}) n where division_code = '${home}'`,
    )
  }
  await client.query('vacuum analyze')
  await client.end()
}

const made = await openLargeProgramme(large, process.env['GUATU_BENCH_DATABASE'])
try {
  const { pool, system, clock } = made
  const alone = await measure(made)
  await addNeighbours(made)
  const { rows } = await pool.query<{ n: number; version: string; mb: number }>(
    `select count(*)::int as n, current_setting('server_version') as version, pg_database_size(current_database()) / 1000000 as mb from reports.report`,
  )
  const together = await measure(made)
  console.log(
    `${rows[0]?.n} reports of ${counties} counties, ${rows[0]?.mb} MB, PostgreSQL ${rows[0]?.version}; processor, ms\n`,
  )
  const lines = asked.map(([name]) => {
    const [one, many] = [alone.get(name) ?? 0, together.get(name) ?? 0]
    return [name, one.toFixed(1), many.toFixed(1), (many / one).toFixed(2)]
  })
  console.log(table(['asked', 'one county', `${counties} counties`, 'ratio'], lines))
  clock.now = new Date('2026-11-29T22:00:00Z')
  const begun = performance.now()
  const { own, database } = await processorsOf(pool, () => system.jobs.drain())
  const wall = (performance.now() - begun) / 1000
  console.log(
    `\nThe clock's work of a day: ${(own / 1000).toFixed(1)} + ${(database / 1000).toFixed(1)} s of processor, ${wall.toFixed(0)} s on the wall`,
  )
} finally {
  await made.close()
}
