import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { accountContract } from '#modules/office/accounts/contract.ts'
import { meetingContract } from '#modules/programme/meetings/contract.ts'
import { reportingContract } from '#modules/programme/reporting/contract.ts'
import { supervisionContract } from '#modules/programme/supervision/contract.ts'
import { runInventedPlan } from '#modules/programme/supervision/server/supervision.fixture.ts'
import { implement } from '#platform/operation/implement.ts'
import { runOperation } from '#platform/operation/run-operation.ts'
import { projectFolder } from '#platform/project-folder.ts'
import { openCounty } from './county.ts'
import { asCalledToday } from './former-names.ts'

const county = await openCounty()
const { system, db, people, agencyIds } = county
const { office, administrator } = people
const { programmeId, tasks } = await runInventedPlan(county)
const [task] = tasks

/** Primary keys aside: they are ids, or rows that are written over; and the queue's own tables. */
const listIndexes = async () =>
  (
    await db.execute<{ name: string }>(`
      select n.nspname || '.' || c.relname as name from pg_index i
      join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
      where i.indisunique and not i.indisprimary and n.nspname not in ('pg_toast', 'pg_catalog', 'graphile_worker')`)
  ).rows.map(({ name }) => name)

test('every unique index has its sentence, and every sentence its index', async () => {
  const told = Object.entries(system.runtime.unique)
  expect(told.map(([name]) => name).sort()).toEqual((await listIndexes()).sort())
  for (const [, refusal] of told)
    expect(refusal()).toMatchObject({ kind: 'conflict', message: expect.stringMatching(/请/) })
})

const order = {
  programmeId,
  taskId: task!.id,
  agencyId: agencyIds.science,
  assistIds: [],
  level: 'order' as const,
  matter: '进度滞后',
  source: '专班会议',
  requirement: '请整改。',
  dueOn: '2027-03-01',
  words: '',
}

const copyOf = (table: string, more: Record<string, unknown>, where = 'true') =>
  sql.raw(`insert into ${table} select (jsonb_populate_record(null::${table}, to_jsonb(t) || '${JSON.stringify(more)}')).*
    from (select * from ${table} where ${where} limit 1) as t`)

test('who passes by the judge is stopped by the index, and told the same', async () => {
  await system.call(supervisionContract.registerOrder, office, order)
  const careless = implement(supervisionContract.registerOrder, async ({ tx }) => {
    await tx.execute(copyOf('supervision."order"', { id: '00000000-0000-4000-8000-000000000001' }))
    throw new Error('the index let it pass')
  })
  const asked = runOperation(careless, { input: order, actor: office }, system.runtime)
  await expect(asked).rejects.toMatchObject({
    code: 'supervision.alreadyOpen',
    message: expect.stringContaining('在办'),
  })
})

/** One row of each table that has got an index. */
async function makeRows(): Promise<void> {
  const input = { username: 'xinren', name: '新人', role: 'observer' as const, agencyId: null, reason: '新到岗' }
  await system.call(accountContract.createUser, administrator, input)
  const { id: meetingId } = await system.call(meetingContract.planMeeting, office, {
    programmeId,
    seriesKey: null,
    kind: 'other',
    title: '专题会',
    heldOn: '2026-12-25',
    startsAt: null,
    place: null,
    chair: null,
  })
  await system.call(meetingContract.addAgendaItem, office, { meetingId, taskId: null, title: '自拟议题', asked: '' })
  await db.execute(sql`update meetings.agenda_item set key = 'task:1'`)
  await db.execute(copyOf('programmes.task', { id: '00000000-0000-4000-8000-000000000002', position: 1_000_001 }))
  const led = tasks.find(
    ({ leads, participants }) =>
      leads.some(({ agencyId }) => agencyId) && participants.some(({ agencyId }) => agencyId),
  )!
  await system.call(reportingContract.delegateTask, office, {
    taskId: led.id,
    fromAgencyId: led.leads[0]!.agencyId!,
    toAgencyId: led.participants[0]!.agencyId!,
    fromOn: '2026-12-01',
    toOn: null,
    reason: '请代为填报',
  })
  await system.call(reportingContract.askQuestion, office, {
    programmeId,
    cycle: '2026-11',
    kind: 'sentence',
    text: '春节前有哪些困难',
  })
  await db.execute(sql`insert into supervision.request (division_code, id, order_id, kind, state, reason, agency_id, asked_by, asked_at)
    select division_code, gen_random_uuid(), id, 'objection', 'asked', '不属我局', agency_id, '张三', now() from supervision."order" limit 1`)
  await db.execute(sql`insert into supervision.proposal (division_code, id, programme_id, key, rule, level, assist_ids, matter, grounds, since_on, proposed_on, state)
    select division_code, gen_random_uuid(), programme_id, 'red:1', 'red', 'order', '[]', '亮红灯', '[]', '2026-11-01', '2026-11-01', 'open' from supervision."order" limit 1`)
}

const doubled = [
  'accounts."grant"', 'meetings.meeting', 'meetings.agenda_item', 'reporting.delegation', 'reporting.question',
  'supervision."order"', 'supervision.request', 'supervision.proposal', 'plans.plan',
] // biome-ignore format: a list

test('an upgrade keeps every row that is there twice, marked as a second one', async () => {
  await makeRows()
  const file = readFileSync(join(projectFolder(), 'migrations/0008_unique_rows.sql'), 'utf8')
  for (const [, then = ''] of file.matchAll(/CREATE UNIQUE INDEX "(\w+)"/g)) {
    const name = then.replace('plea_', 'request_')
    const schema = (await listIndexes()).find((one) => one.endsWith(`.${name}`))?.split('.')[0]
    await db.execute(sql.raw(`drop index ${schema}.${name}`))
  }
  await db.execute(sql`create index plan_text on plans.plan (text_sha256)`)
  await db.execute(sql`create index plan_series on plans.plan (series_id)`)
  for (const table of doubled) {
    for (const nth of [1, 2]) {
      const id = `00000000-0000-4000-9000-00000000000${nth}`
      await db.execute(copyOf(table, { id }))
    }
  }
  for (const nth of [3, 4])
    await db.execute(
      copyOf('programmes.task', { id: `00000000-0000-4000-9000-00000000000${nth}` }, 'position = 1000001'),
    )
  await db.execute(sql.raw(asCalledToday(file)))
  const count = async (query: string) => (await db.execute(query)).rows
  for (const table of doubled)
    expect(await count(`select id from ${table} where id::text like '%-9000-%'`)).toHaveLength(2)
  expect(await count(`select position - 1000000 as nth, number from programmes.task where position > 1000000 order by 1 offset 1`)).toEqual([
    { nth: 2, number: '议2' },
    { nth: 3, number: '议3' },
  ]) // biome-ignore format: a table
  expect(await count(`select state, count(*)::int as n from supervision."order" group by 1 order by 1`)).toEqual([
    { state: 'registered', n: 1 },
    { state: 'withdrawn', n: 2 },
  ])
  expect(await count(`select distinct before from meetings.meeting_change`)).toEqual([{ before: '专题会' }])
  for (const { id } of z.array(z.object({ id: z.string() })).parse(await count('select id from supervision."order"')))
    await system.call(supervisionContract.getOrder, office, { orderId: id })
  const { meetings } = await system.call(meetingContract.listMeetings, office, { programmeId })
  expect(meetings.map(({ title }) => title.slice(0, 6)).sort()).toEqual(['专题会', '专题会（重名', '专题会（重名'])
})
