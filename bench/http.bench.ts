import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { FastifyInstance } from 'fastify'
import type { Role } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { hashPassword, insertUser } from '#modules/office/accounts/server/index.ts'
import { poolOf } from '#platform/database/open-database.ts'
import { buildApp } from '../src/main/app.ts'
import { openBare } from './http/bare.ts'
import { startDirectus } from './http/directus.ts'
import type { Load, Loaded } from './http/load.ts'
import { processorOfFamily, serverOf } from './http/processor.ts'
import { large, openLargeProgramme } from './large-programme.ts'
import { median, table } from './table.ts'

/**
 * Milliseconds of processor a request costs, ours beside bare Fastify with one prepared statement on the same database in
 * the same run, and beside Directus where GUATU_BENCH_DIRECTUS names a folder that has it. Other work on the machine
 * changes these little. One kind alone: `npm run bench http list`.
 */
const password = 'Bench-2026-mima'
const only = process.argv[2] ?? ''

const made = await openLargeProgramme()
const { db, system, clock, programmeId, agencyIds } = made
const pool = poolOf(db)
const app = await buildApp(system, { logLevel: 'silent' })
const bare = openBare(String(pool.options.connectionString))
const worker = fork(new URL('./http/load-worker.ts', import.meta.url), { execArgv: ['--import', 'tsx'] })
const {
  rows: [backend],
} = await pool.query<{ pid: number }>('select pg_backend_pid() as pid')
const postgres = serverOf(backend?.pid ?? 0)

async function ask(to: ChildProcess, asking: Load): Promise<Loaded> {
  to.send(asking)
  const [loaded] = (await once(to, 'message')) as [Loaded]
  if (loaded.refusal !== undefined) throw new Error(`${asking.asked[0]?.path}: ${loaded.refusal}`)
  return loaded
}

interface Measured {
  own: number
  database: number
  median: number
  slowest: number
  kilobytes: number
  stall: number
}

const usedHere = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** @param server what the server's own processor time is read from; this process where it runs here */
async function measure(asking: Load, { warm = true, server = usedHere } = {}): Promise<Measured> {
  if (warm) await ask(worker, { ...asking, times: Math.ceil(asking.times / 2) })
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const begun = { own: server(), database: postgres ? processorOfFamily(postgres) : 0 }
  const { milliseconds, bytes } = await ask(worker, asking)
  const ended = { own: server(), database: postgres ? processorOfFamily(postgres) : 0 }
  delay.disable()
  return {
    own: (ended.own - begun.own) / asking.times,
    database: (ended.database - begun.database) / asking.times,
    median: median(milliseconds),
    slowest: Math.max(...milliseconds),
    kilobytes: bytes / asking.times / 1000,
    stall: delay.max / 1e6,
  }
}

const listen = async (server: FastifyInstance): Promise<string> => server.listen({ port: 0, host: '127.0.0.1' })

/** An account with its session's cookie. */
async function enter(base: string, role: Role, agencyId: string | null = null): Promise<string> {
  const username = `bench-${role}-${newId().slice(-6)}`.toLowerCase()
  const account = {
    username,
    name: role,
    role,
    agencyId,
    divisionCode: '470326',
    mustChangePassword: false,
    sample: false,
  }
  const passwordHash = await hashPassword(password)
  await db.transaction((tx) => insertUser(tx, { ...account, passwordHash }, clock.now))
  const answer = await fetch(`${base}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  })
  if (!answer.ok) throw new Error(await answer.text())
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

interface InboxItem {
  taskId: string
  cycle: { key: string }
  said: unknown
  asked: { targetId: string }[]
}

/** A press of the button for every task of these agencies that is owed a word, one task each. */
async function writesOf(base: string): Promise<Load['asked']> {
  const asked: Load['asked'] = []
  const { rows: silent } = await pool.query<{ id: string }>(
    `select distinct a.agency_id as id from programmes.task_agency a join programmes.task t on t.id = a.task_id
      where a.role = 'lead' and t.kind = 'task' and not exists
        (select 1 from reports.report s where s.task_id = a.task_id and s.cycle = '2026-11') order by 1`,
  )
  for (const { id: agencyId } of silent) {
    const cookie = await enter(base, 'reporter', agencyId)
    const headers = { cookie, 'content-type': 'application/json' }
    const inbox = (await (await fetch(`${base}/api/reports/inbox`, { headers })).json()) as {
      programmes: { items: InboxItem[] }[]
    }
    for (const { taskId, cycle, said, asked: figures } of inbox.programmes.flatMap(({ items }) => items)) {
      if (said !== null) continue
      const values = figures.map(({ targetId }) => ({ targetId, value: 60 }))
      const words = {
        progress: 'progressed',
        text: '本月完成选址并开工。',
        needsCoordination: false,
        values,
        fileIds: [],
      }
      const answers = [{ ...words, taskId, cycle: cycle.key, asOf: null }]
      asked.push({
        path: '/api/reports',
        headers,
        body: JSON.stringify({ clientKey: newId(), seconds: null, answers, questions: [] }),
      })
    }
  }
  return asked
}

interface Kind {
  name: string
  times: number
  ours: Load['asked']
  bare?: Load['asked']
  /** Of Directus's REST address. */
  directus?: string | { path: string; body: string }
  method?: 'POST'
}

/** The columns a list shows, of Directus; how many there are is asked with them, as ours tells it. */
const listed = 'sort=position&fields=id,number,title,agencies,target_count&meta=total_count'

const get = (cookie: string, ...paths: string[]) => paths.map((path) => ({ path, headers: { cookie } }))

async function listKinds(base: string): Promise<Kind[]> {
  const office = await enter(base, 'office')
  const leader = await enter(base, 'leader')
  const reporter = await enter(base, 'reporter', agencyIds[0])
  const { rows: tasks } = await pool.query<{ id: string }>(
    `select id from programmes.task where programme_id = $1 and kind = 'task' order by position limit 100`,
    [programmeId],
  )
  const { rows: said } = await pool.query<{ id: string }>('select id from reports.report order by id limit 40')
  const json = { 'content-type': 'application/json' }
  const writeAsked = said.map(({ id }) => ({ path: '/statements', headers: json, body: JSON.stringify({ from: id }) }))
  const home = `/api/programmes/${programmeId}/home`
  const writes = 'statement write'.includes(only) ? await writesOf(base) : []
  return [
    {
      name: 'session check',
      times: 400,
      ours: get(office, '/api/session'),
      bare: get(office, '/session'),
      directus: '/users/me',
    },
    {
      name: 'session check, reporter',
      times: 400,
      ours: get(reporter, '/api/session'),
      bare: get(reporter, '/session'),
    },
    {
      name: 'task list, a page of 200',
      times: 40,
      ours: get(office, `/api/programmes/${programmeId}/tasks`),
      bare: get('', `/programmes/${programmeId}/tasks?limit=200`),
      directus: `/items/bench_task?limit=200&${listed}`,
    },
    {
      name: 'task list, all',
      times: 40,
      ours: get(office, `/api/programmes/${programmeId}/tasks?size=10000`),
      bare: get('', `/programmes/${programmeId}/tasks?limit=10000`),
      directus: `/items/bench_task?limit=-1&${listed}`,
    },
    {
      name: 'one task',
      times: 100,
      ours: get(office, ...tasks.map(({ id }) => `/api/tasks/${id}`)),
      bare: get('', ...tasks.map(({ id }) => `/tasks/${id}`)),
      directus: `/items/bench_task/${tasks[0]?.id}`,
    },
    {
      name: 'statement write',
      times: writes.length,
      method: 'POST',
      ours: writes,
      bare: writeAsked,
      directus: { path: '/items/bench_statement', body: JSON.stringify({ text: '本月完成选址并开工。' }) },
    },
    {
      name: 'smallest write',
      times: 100,
      method: 'POST',
      bare: writeAsked,
      ours: Array.from({ length: 100 }, (_, n) => ({
        path: `/api/session/devices/none-${n}/end`,
        headers: { cookie: office, ...json },
        body: '{}',
      })),
    },
    { name: 'home, reporter', times: 30, ours: get(reporter, home) },
    { name: 'home, office', times: 30, ours: get(office, home) },
    { name: 'home, leader', times: 30, ours: get(leader, home) },
    { name: 'wall chart', times: 15, ours: get(leader, `/api/programmes/${programmeId}/chart`) },
  ].filter(({ name }) => name.includes(only)) as Kind[]
}

const figure = (value: number | undefined, digits = 1): string => (value === undefined ? '' : value.toFixed(digits))
const sum = (one: Measured | undefined): number | undefined => one && one.own + one.database

try {
  const [base, bareBase] = [await listen(app), await listen(bare)]
  const directus = await startDirectus(pool)
  const rows: string[][] = []
  for (const { name, times, ours, bare: bareAsked, directus: path, method = 'GET' } of await listKinds(base)) {
    // One at a time: the processor time of a request, not that of a queue. A write is asked once, as nobody says it twice.
    const asking = { method, times, lines: 1 } as const
    const own = await measure({ ...asking, base, asked: ours }, { warm: method === 'GET' })
    const floor = bareAsked && (await measure({ ...asking, base: bareBase, asked: bareAsked }))
    const peer = directus && path && (await measure(directus.asking(asking, path), { server: directus.processor }))
    rows.push([
      name,
      figure(own.own, 2),
      figure(own.database, 2),
      figure(sum(floor), 2),
      floor ? figure((sum(own) ?? 0) / (sum(floor) ?? 1)) : '',
      figure(peer ? sum(peer) : undefined, 2),
      figure(own.median),
      figure(own.slowest),
      figure(own.kilobytes),
      figure(own.stall),
    ])
  }
  console.log(`${large.tasks} tasks, ${large.agencies} agencies, ${made.reports} reports; one request at a time\n`)
  const head = [
    'asked',
    'server, ms',
    'database, ms',
    'bare, both, ms',
    '× bare',
    'Directus, both, ms',
    'median, ms',
    'slowest, ms',
    'KB',
    'longest stall, ms',
  ]
  console.log(table(head, rows))
  await directus?.close()
} finally {
  worker.kill()
  await Promise.all([app.close(), bare.close()])
  await made.close()
}
