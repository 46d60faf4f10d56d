import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { migrate, readMigrations } from '#platform/database/migrate.ts'
import { connect, openDatabase } from '#platform/database/open-database.ts'
import { projectFolder } from '#platform/project-folder.ts'
import { table } from './table.ts'

/**
 * How long an upgrade takes over 1,100,000 statements, and how long whoever reads them waits meanwhile: a migration that
 * takes rows over is run by a program that does not yet listen, so waiting is for other programs on the same database.
 * `npm run bench migration NAME` begins before the migration of that name instead of that of the owners; `small` takes a hundredth.
 */
const migrations = join(projectFolder(), 'migrations')
const all = readMigrations(migrations).map(({ name }) => name)
const [asked = '0013'] = process.argv.slice(2).filter((word) => word !== 'small')
const from = all.findIndex((name) => name.startsWith(asked))
const counties = process.argv.includes('small') ? 1 : 100
const each = { tasks: 500, agencies: 3, reports: 11_000 }

const dataFolder = mkdtempSync(join(tmpdir(), 'guatu-migration-'))
chmodSync(dataFolder, 0o711)
const before = join(dataFolder, 'before')
mkdirSync(before)
for (const name of all.slice(0, from)) copyFileSync(join(migrations, name), join(before, name))

/** Rows as they lay before the migration, by the county. */
const fill = [
  `create temporary table county as select (330000 + n)::text::char(6) as code, gen_random_uuid() as programme
    from generate_series(1, ${counties}) n`,
  `insert into programmes.programme (division_code, id, title, plan_id, version, created_at)
    select code, programme, '方案', gen_random_uuid(), 1, now() from county`,
  `insert into programmes.task (division_code, id, programme_id, plan_id, plan_task_id, position, kind, number, title, text, path,
      span_start, span_end, ongoing, initials, added_in)
    select code, gen_random_uuid(), programme, gen_random_uuid(), 't' || n, n, 'task', n, '任务', repeat('建设科技服务站', 20), '[]', 0, 0, false, '', 1
    from county, generate_series(1, ${each.tasks}) n`,
  `insert into programmes.task_agency (division_code, task_id, position, agency_id, name, role, inherited)
    select division_code, id, n, gen_random_uuid(), '县科技局', 'lead', false from programmes.task, generate_series(1, ${each.agencies}) n`,
  `insert into reports.report (division_code, id, programme_id, task_id, agency_id, cycle, due_on, end_on, attempt, submission_id, progress,
      text, needs_coordination, "values", evidence, submitted_by_id, submitted_by, submitted_at, submitted_on, status)
    select t.division_code, gen_random_uuid(), t.programme_id, t.id, gen_random_uuid(), '2026-' || n, '2026-11-20', '2026-11-30', 1,
      gen_random_uuid(), 'onSchedule', repeat('按计划推进。', 10), false, '[]', 0, 'u', '张三', now(), '2026-11-18', 'signed'
    from programmes.task t, generate_series(1, ${each.reports / each.tasks}) n`,
]

const seconds = (since: number): string => ((performance.now() - since) / 1000).toFixed(1)

/** Reads one statement again and again until told to stop; @returns the longest a reading took, in seconds. */
function readMeanwhile(pool: Pool): { stop: () => Promise<string> } {
  let longest = 0
  const stopping = new AbortController()
  const reading = (async () => {
    while (!stopping.signal.aborted) {
      const start = performance.now()
      await pool.query('select text from reports.report limit 1')
      longest = Math.max(longest, performance.now() - start)
      await new Promise((done) => setTimeout(done, 20))
    }
  })()
  return {
    stop: async () => {
      stopping.abort()
      await reading
      return (longest / 1000).toFixed(1)
    },
  }
}

const database = await openDatabase({ dataFolder, address: 'bench', durable: true })
const one = connect(database.url, 1)
try {
  await migrate(database.pool, before)
  for (const statement of fill) await one.pool.query(statement)
  await one.pool.query('vacuum analyze')
  const size = async () =>
    Number((await one.pool.query(`select pg_database_size(current_database()) as n`)).rows[0].n) / 1_000_000
  const rows = Number((await one.pool.query('select count(*) as n from reports.report')).rows[0].n)
  const sizeBefore = await size()
  const reader = readMeanwhile(one.pool)
  const start = performance.now()
  const done = await migrate(database.pool)
  const took = seconds(start)
  const waited = await reader.stop()
  console.log(
    `${rows} statements of ${counties} counties, ${sizeBefore.toFixed(0)} MB, PostgreSQL ${(await one.pool.query('show server_version')).rows[0].server_version}\n`,
  )
  console.log(
    table(
      ['migrations', 'seconds', 'longest a reader of statements waited, s', 'MB after'],
      [[done.join(', '), took, waited, (await size()).toFixed(0)]],
    ),
  )
} finally {
  await one.pool.end()
  await database.close()
  rmSync(dataFolder, { recursive: true, force: true })
}
