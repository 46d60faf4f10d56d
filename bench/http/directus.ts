import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { connect } from '#platform/database/open-database.ts'
import type { Load } from './load.ts'
import { processorOfFamily } from './processor.ts'

export interface Directus {
  /** What the load of one of its addresses is; with a body it is a writing. */
  asking(load: Pick<Load, 'method' | 'times' | 'lines'>, asked: string | { path: string; body: string }): Load
  /** Milliseconds of processor its process has used. */
  processor(): number
  close(): Promise<void>
}

const database = 'guatu_bench_directus'
const port = process.env['GUATU_BENCH_DIRECTUS_PORT'] ?? '4619'
const token = 'guatu-bench-token'

/**
 * Directus on the same database server, with the tasks of the programme in a table of its own; nothing where no folder has
 * it. Its licence (BUSL) keeps it out of this project: `npm install directus` in a folder elsewhere, and name that folder.
 */
export async function startDirectus(ours: Pool): Promise<Directus | undefined> {
  const folder = process.env['GUATU_BENCH_DIRECTUS']
  if (folder === undefined || folder === '') return undefined
  const url = new URL(String(ours.options.connectionString))
  await ours.query(`create database ${database}`)
  const cli = join(folder, 'node_modules/directus/cli.js')
  const env = {
    ...process.env,
    DB_CLIENT: 'pg',
    DB_HOST: url.searchParams.get('host') ?? url.hostname,
    DB_PORT: url.port || '5432',
    DB_USER: url.username,
    DB_PASSWORD: url.password,
    DB_DATABASE: database,
    SECRET: 'guatu-bench',
    HOST: '127.0.0.1',
    PORT: port,
    ADMIN_EMAIL: 'bench@example.com',
    ADMIN_PASSWORD: 'Bench-2026-mima',
    ADMIN_TOKEN: token,
    LOG_LEVEL: 'error',
    TELEMETRY: 'false',
    CACHE_ENABLED: 'false',
    WEBSOCKETS_ENABLED: 'false',
  }
  const made = spawnSync(process.execPath, [cli, 'bootstrap'], { cwd: folder, env, encoding: 'utf8' })
  if (made.status !== 0) throw new Error(`Directus was not set up: ${made.stderr || made.stdout}`)
  await copyTasks(ours, url)
  const program = spawn(process.execPath, [cli, 'start'], { cwd: folder, env, stdio: 'ignore' })
  const base = `http://127.0.0.1:${port}`
  for (let tried = 0; !(await isThere(base)); tried += 1) {
    if (tried > 600 || program.exitCode !== null) throw new Error('Directus did not start')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  return {
    asking: (load, asked) => ({
      ...load,
      base,
      asked: [typeof asked === 'string' ? { path: asked, headers } : { ...asked, headers }],
    }),
    processor: () => processorOfFamily(program.pid ?? 0),
    async close() {
      program.kill('SIGTERM')
      await once(program, 'exit')
    },
  }
}

const isThere = (base: string): Promise<boolean> =>
  fetch(`${base}/server/ping`).then(
    ({ ok }) => ok,
    () => false,
  )

/** Tables it finds are collections to its administrator. */
async function copyTasks(ours: Pool, url: URL): Promise<void> {
  const its = new URL(url)
  its.pathname = `/${database}`
  const { pool } = connect(its.href, 1)
  const { rows } = await ours.query<{ id: string; task: unknown }>(
    `select id, jsonb_build_object('id', t.id, 'position', t.position, 'number', t.number, 'title', t.title, 'text', t.text,
        'agencies', (select json_agg(a) from programmes.task_agency a where a.task_id = t.id),
        'targets', (select json_agg(g) from programmes.target g where g.task_id = t.id),
        'target_count', (select count(*) from programmes.target g where g.task_id = t.id)) as task
      from programmes.task t where t.dropped_in is null`,
  )
  await pool.query(
    `create table bench_task (id uuid primary key, position integer, number text, title text, text text, agencies json, targets json, target_count integer)`,
  )
  await pool.query('create table bench_statement (id serial primary key, text text)')
  await pool.query(
    'insert into bench_task select t.* from json_array_elements($1::json) e, json_populate_record(null::bench_task, e) t',
    [JSON.stringify(rows.map(({ task }) => task))],
  )
  await pool.end()
}
