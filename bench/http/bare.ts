import { createHash } from 'node:crypto'
import fastify, { type FastifyInstance } from 'fastify'
import { Pool } from 'pg'

/** Fastify with one prepared statement a request: no rights, no rules, no trace. The least such a server can cost. */
export function openBare(url: string): FastifyInstance {
  const pool = new Pool({ connectionString: url, max: 20 })
  pool.on('error', () => undefined)
  const app = fastify({ logger: false })
  app.addHook('onClose', () => pool.end())
  const rows = async (name: string, text: string, values: unknown[]) =>
    (await pool.query({ name, text, values })).rows as Record<string, unknown>[]
  app.get('/session', ({ headers }) => rows('session', sessionSql, [hashOf(headers.cookie ?? '')]))
  app.get<{ Params: { id: string } }>('/tasks/:id', ({ params }) => rows('task', taskSql, [params.id]))
  app.get<{ Params: { id: string }; Querystring: { limit: string } }>('/programmes/:id/tasks', ({ params, query }) =>
    rows('tasks', tasksSql, [params.id, query.limit]),
  )
  app.post<{ Body: { from: string } }>('/statements', ({ body }) => rows('write', writeSql, [body.from]))
  return app
}

const hashOf = (cookie: string): string =>
  createHash('sha256')
    .update(/guatu_session=([\w-]{43})/.exec(cookie)?.[1] ?? '')
    .digest('hex')

const sessionSql = `select u.id, u.username, u.name, m.role, m.division_code, m.party_id, s.began_at, s.seen_at
  from accounts.session s join accounts.user u on u.id = s.user_id
  join accounts.mandate m on m.user_id = u.id and m.id = s.mandate_id where s.token_hash = $1`
const taskSql = `select t.*, (select json_agg(a) from programmes.task_agency a where a.task_id = t.id) as agencies,
  (select json_agg(g) from programmes.target g where g.task_id = t.id) as targets from programmes.task t where t.id = $1`
/** The rows a list shows, without the words of each. */
const tasksSql = `select t.id, t.kind, t.number, t.title, t.due_on::text, t.due_text, t.ongoing, t.path ->> -1 as action, a.leads, a.participants, g.targets
  from programmes.task t
  left join (select task_id, count(*)::int as targets from programmes.target where programme_id = $1 and dropped_in is null group by 1) g on g.task_id = t.id
  left join (select a.task_id, json_agg(a.name order by a.position) filter (where a.role = 'lead') as leads,
      json_agg(a.name order by a.position) filter (where a.role = 'participant') as participants
    from programmes.task_agency a join programmes.task t on t.division_code = a.division_code and t.id = a.task_id
    where t.programme_id = $1 and t.dropped_in is null group by 1) a on a.task_id = t.id
  where t.programme_id = $1 and t.dropped_in is null order by t.position limit $2`
const writeSql = `insert into reports.report (id, division_code, programme_id, task_id, agency_id, cycle, due_on, end_on, attempt,
    submission_id, progress, text, needs_coordination, "values", evidence, submitted_by_id, submitted_by, submitted_at, submitted_on, status)
  select gen_random_uuid(), division_code, programme_id, task_id, agency_id, cycle, due_on, end_on,
    attempt + 1000 + (random() * 1000000)::int, submission_id, progress, text, needs_coordination, "values", evidence, submitted_by_id,
    submitted_by, now(), submitted_on, 'withdrawn' from reports.report where id = $1 returning id`
