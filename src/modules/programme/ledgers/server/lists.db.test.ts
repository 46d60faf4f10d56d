import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { projectFolder } from '#platform/project-folder.ts'
import { readRows } from '#platform/spreadsheet/read-rows.ts'
import { openCounty } from '../../../../../test/county.ts'
import { runInventedPlan } from '../../supervision/server/supervision.fixture.ts'
import { policyRegistry, projectRegistry } from '../registries.ts'

const county = await openCounty()
const { system, people, clock, db } = county
const { office, leader } = people
const { programmeId, tasks } = await runInventedPlan(county)
const [station] = tasks

beforeEach(() => {
  clock.now = new Date('2026-11-22T02:00:00Z')
})

const project = (name: string, taskId: string | null = null) => ({
  programmeId,
  taskId,
  name,
  content: null,
  totalFen: null,
  yearFen: null,
  progress: null,
  agency: null,
  person: null,
  start: null,
  finish: null,
})
const policy = (title: string, clause: string | null = null) => ({
  programmeId,
  taskId: null,
  title,
  number: null,
  clause,
  audience: null,
  delivery: null,
  agency: null,
  deadline: null,
})

const listed = async ({ operations }: typeof projectRegistry | typeof policyRegistry, asked: object = {}) =>
  (await system.call(operations.listRecords, leader, { programmeId, ...asked })).records

/** What became of a sheet, written where nothing is wrong with it. */
async function bring({ operations }: typeof projectRegistry | typeof policyRegistry, sheet: string | Uint8Array) {
  const bytes = typeof sheet === 'string' ? new TextEncoder().encode(sheet) : sheet
  const file = { name: typeof sheet === 'string' ? '清单.csv' : '清单.xlsx', bytes }
  const { importId } = await system.call(operations.importRecords, office, { programmeId }, file)
  await system.jobs.drain()
  const tried = await system.call(operations.getImport, office, { programmeId, importId })
  if (tried.state === 'tried' && tried.counts.bad === 0) {
    await system.call(operations.writeImport, office, { programmeId, importId })
    await system.jobs.drain()
  }
  return tried
}

test('lines stand in the order in which they came, by hand and by sheet, and go out and in without a change', async () => {
  await system.call(projectRegistry.operations.addRecord, office, project('科技孵化园', station!.id))
  const sheet =
    '序号,项目名称,总投资（万元）,对应任务\n1,科技孵化园,120,\n2,改建车间,1.001,\n3,新建实验室,,推广新品种\n'
  expect(await bring(projectRegistry, sheet)).toMatchObject({ counts: { added: 2, changed: 1, bad: 0 } })
  const records = await listed(projectRegistry)
  expect(records.map(({ values }) => [values['name'], values['totalFen'], values['taskId']])).toEqual([
    ['科技孵化园', 120_000_000, station!.id],
    ['改建车间', 1_001_000, null],
    ['新建实验室', null, tasks[2]!.id],
  ])
  const byName = await listed(projectRegistry, { sort: '-name' })
  expect(byName.map(({ values }) => values['name'])).not.toEqual(records.map(({ values }) => values['name']))
  const file = (await system.call(projectRegistry.operations.exportRecords, leader, { programmeId })) as {
    name: string
    bytes: Uint8Array
  }
  expect(file.name).toMatch(/行动方案.*项目清单（2026-11-22）\.xlsx$/)
  const { rows } = await readRows(file.bytes)
  expect(rows[2]?.cells).toEqual([
    '序号',
    '项目名称',
    '建设内容',
    '总投资（万元）',
    '年度投资（万元）',
    '进度',
    '责任单位',
    '责任人',
    '开工',
    '竣工',
    '对应任务',
  ])
  expect(rows.slice(3).map(({ cells }) => [cells[0], cells[1], cells[10] ?? ''])).toEqual([
    ['1', '科技孵化园', '1 建设科技服务站'],
    ['2', '改建车间', ''],
    ['3', '新建实验室', '3 推广新品种'],
  ])
  expect(await bring(projectRegistry, file.bytes)).toMatchObject({
    counts: { added: 0, changed: 0, unchanged: 3, bad: 0 },
  })
})

test('a policy has a line for each of its clauses; a sheet knows them by both', async () => {
  const { addRecord } = policyRegistry.operations
  await system.call(addRecord, office, policy('创新券细则'))
  await system.call(addRecord, office, policy('创新券细则', '第五条'))
  await expect(system.call(addRecord, office, policy('创新券 细则', '第五条 '))).rejects.toMatchObject({
    code: 'registry.keyTaken',
    message: expect.stringContaining('政策和条款'),
  })
  const long = '凡在本县注册的科技型中小企业均可申领。'.repeat(50)
  await system.call(addRecord, office, policy('创新券细则', long))
  const sheet = `政策,条款,对象\n创新券细则,第五条,科技型中小企业\n创新券细则,,青年人才\n创新券细则,${long},规上企业\n创新券细则,第六条,高校\n`
  expect(await bring(policyRegistry, sheet)).toMatchObject({ counts: { added: 1, changed: 3, bad: 0 } })
  expect((await listed(policyRegistry)).map(({ values }) => [values['clause'], values['audience']])).toEqual([
    [null, '青年人才'],
    ['第五条', '科技型中小企业'],
    [long, '规上企业'],
    ['第六条', '高校'],
  ])
  expect(await bring(policyRegistry, sheet)).toMatchObject({ counts: { unchanged: 4 } })
  const twice = await bring(policyRegistry, '政策,条款,对象\n用地细则,第一条,甲\n用地细则,第一条,乙\n')
  expect(twice.bad).toHaveLength(2)
  // Without the column that tells them apart nobody knows which line is meant.
  expect(await bring(policyRegistry, '政策,对象\n创新券细则,甲\n')).toMatchObject({
    state: 'refused',
    refusal: expect.stringContaining('条款'),
  })
})

test('lines serve tasks of their own plan alone, when entered, changed and set together', async () => {
  const { addRecord, saveRecord, changeRecords } = projectRegistry.operations
  const { id } = await system.call(addRecord, office, project('另一项目'))
  for (const ask of [
    () => system.call(addRecord, office, project('又一项目', newId())),
    () => system.call(saveRecord, office, { ...project('另一项目', newId()), recordId: id }),
    () => system.call(changeRecords, office, { programmeId, ids: [id], act: 'set', field: 'taskId', value: newId() }),
  ])
    await expect(ask()).rejects.toMatchObject({ code: 'registry.unknownReference' })
  const bad = await bring(projectRegistry, '项目名称,对应任务\n另一项目,别的任务\n')
  expect(bad.bad[0]?.reason).toContain('没有名为“别的任务”的任务')
  const elsewhere = { ...project('别处'), programmeId: newId() }
  await expect(system.call(addRecord, office, elsewhere)).rejects.toMatchObject({ kind: 'notFound' })
  await expect(
    system.call(addRecord, { ...office, divisionCode: '470327' }, project('邻县改写')),
  ).rejects.toMatchObject({ kind: 'notFound' })
})

describe('an upgrade', () => {
  test('keeps every line, one that is there twice marked as a second one, each with its first version', async () => {
    const file = readFileSync(join(projectFolder(), 'migrations/0016_lists_as_registries.sql'), 'utf8')
    await db.execute(
      sql`drop table ledgers.project_entry, ledgers.project_entry_version, ledgers.policy_entry, ledgers.policy_entry_version`,
    )
    const texts = (names: string[]) => names.map((name) => `"${name}" text not null default ''`).join(', ')
    const kept = `division_code char(6) not null default '470326', id uuid not null default gen_random_uuid(), programme_id uuid not null,
      task_id uuid, position integer not null, saved_by text not null default '林若溪', saved_at timestamptz not null, primary key (division_code, id)`
    for (const statement of [
      `create table ledgers.project_entry (${kept}, name text not null, total_fen bigint, year_fen bigint, ${texts(['content', 'progress', 'agency', 'person', 'start', 'finish'])})`,
      `create table ledgers.policy_entry (${kept}, title text not null, ${texts(['number', 'clause', 'audience', 'delivery', 'agency', 'deadline'])})`,
      `create index project_entry_programme on ledgers.project_entry (position)`,
      `create index policy_entry_programme on ledgers.policy_entry (position)`,
    ])
      await db.execute(sql.raw(statement))
    // Late in the evening in London it is the next day here.
    const late = '2026-05-01T20:00:00Z'
    const ids = [1, 2, 3, 4].map((nth) => `01900000-0000-7000-8000-00000000000${nth}`)
    for (const [position, name] of ['科技孵化园', '科技 孵化园', '科技孵化园', '科技孵化园（重名2）'].entries())
      await db.execute(sql`insert into ledgers.project_entry (id, programme_id, position, saved_at, name, person)
        values (${ids[position]}, ${programmeId}, ${position}, ${late}, ${name}, ' 苏砚秋 ')`)
    for (const [position, clause] of ['第五条', '第六条', '第五条'].entries())
      await db.execute(sql`insert into ledgers.policy_entry (id, programme_id, position, saved_at, title, clause)
        values (${ids[position]}, ${programmeId}, ${position}, ${late}, '创新券细则', ${clause})`)
    await db.execute(sql.raw(file))
    for (const { registry } of system.modules) await db.transaction(async (tx) => registry?.makeFindable(tx))

    const projects = await listed(projectRegistry)
    expect(projects.map(({ id, values }) => [id, values['name']])).toEqual([
      [ids[0], '科技孵化园'],
      [ids[1], '科技 孵化园（重名2）'],
      [ids[2], '科技孵化园（重名3）'],
      [ids[3], '科技孵化园（重名2）（重名2）'],
    ])
    expect((await listed(policyRegistry)).map(({ values }) => [values['title'], values['clause']])).toEqual([
      ['创新券细则', '第五条'],
      ['创新券细则', '第六条'],
      ['创新券细则（重名2）', '第五条'],
    ])
    expect((await listed(policyRegistry, { text: 'cxq' })).length).toBe(3)
    const { history, values } = await system.call(projectRegistry.operations.getRecord, office, {
      programmeId,
      recordId: ids[1]!,
    })
    expect(values).toMatchObject({ person: '苏砚秋', content: null, totalFen: null })
    expect(history).toMatchObject([{ validFrom: '2026-05-02', savedBy: '林若溪', recordedAt: new Date(late) }])
    expect(await bring(policyRegistry, '政策,条款\n创新券细则,第六条\n')).toMatchObject({ counts: { unchanged: 1 } })
    expect(await bring(projectRegistry, '项目名称\n科技孵化园\n')).toMatchObject({ counts: { unchanged: 1 } })
  })
})
