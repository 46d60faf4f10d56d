import { beforeEach, describe, expect, test } from 'vitest'
import { type Actor, forAgency } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { readRows } from '#platform/spreadsheet/read-rows.ts'
import { openCounty } from '../../../../../test/county.ts'
import { runInventedPlan } from '../../supervision/server/supervision.fixture.ts'
import { ledgerContract as ops } from '../contract.ts'
import { policyEntries, projectEntries } from './tables.ts'

const county = await openCounty()
const { system, people, agencyIds, clock, db } = county
const { office, reporter, leader, observer } = people
const { programmeId, tasks } = await runInventedPlan(county)
const elsewhere: Actor = { ...office, divisionCode: '470327' }
const [today, taskId] = ['2026-11-22', tasks[0]!.id]

beforeEach(() => {
  clock.now = new Date(`${today}T02:00:00Z`)
})

describe('lists of projects and policies', () => {
  const project = (name: string, task: string | null = null) => ({
    taskId: task, name, content: '', totalFen: null, yearFen: 5, progress: '', agency: '', person: '', start: '', finish: '',
  }) // biome-ignore format: one line
  const policy = (title: string, task: string | null = null) => ({
    taskId: task, title, number: '', clause: '', audience: '', delivery: '', agency: '', deadline: '',
  }) // biome-ignore format: one line
  const shown = () => system.call(ops.getLedgers, leader, { programmeId })

  test('keep the order in which they were entered, name their task, and lose what is removed', async () => {
    await system.call(ops.addProject, office, { programmeId, ...project('科技孵化园', taskId) })
    await system.call(ops.addProject, office, { programmeId, ...project('改建车间') })
    await system.call(ops.addPolicy, office, { programmeId, ...policy('创新券细则') })
    const before = await shown()
    expect(before).toMatchObject({
      today,
      year: 2026,
      counts: { tasks: tasks.length, projects: 2, policies: 1 },
      can: { importLedger: { allowed: false } },
    })
    expect(before.projects.map(({ name, position, taskTitle, savedBy }) => [name, position, taskTitle, savedBy])).toEqual([
      ['科技孵化园', 0, '1 建设科技服务站', office.name], ['改建车间', 1, null, office.name],
    ]) // biome-ignore format: a list
    const [first] = before.projects
    const [{ id: policyId } = { id: '' }] = before.policies
    await system.call(ops.saveProject, office, { entryId: first!.id, ...project('科技孵化园二期') })
    await system.call(ops.savePolicy, office, { entryId: policyId, ...policy('创新券实施细则', taskId) })
    expect(await shown()).toMatchObject({
      projects: [{ name: '科技孵化园二期', taskId: null, position: 0 }, {}],
      policies: [{ title: '创新券实施细则', taskTitle: '1 建设科技服务站' }],
    })
    for (const ask of [
      () => system.call(ops.saveProject, elsewhere, { entryId: first!.id, ...project('别处改写') }),
      () => system.call(ops.removeProject, elsewhere, { entryId: first!.id }),
      () => system.call(ops.savePolicy, elsewhere, { entryId: policyId, ...policy('别处改写') }),
      () => system.call(ops.removePolicy, office, { entryId: newId() }),
    ])
      await expect(ask()).rejects.toThrow('清单里没有这一行')
    await expect(system.call(ops.addProject, office, { programmeId, ...project('挂错任务', newId()) })).rejects.toThrow(
      '没有',
    )
    await system.call(ops.removeProject, office, { entryId: first!.id })
    await system.call(ops.removePolicy, office, { entryId: policyId })
    expect(await shown()).toMatchObject({ projects: [{ name: '改建车间' }], policies: [] })
    await db.delete(projectEntries)
  })

  test('a sheet changes the rows it names and adds the others behind; a trial writes nothing', async () => {
    await system.call(ops.addPolicy, office, { programmeId, ...policy('创新券细则') })
    const sheet = new TextEncoder().encode(
      '政策,对象,对应任务\n创新券细则,科技型中小企业,建设科技服务站\n人才细则,青年人才,\n',
    )
    const bring = (dryRun: string) =>
      system.call(
        ops.importLedger,
        office,
        { programmeId, ledger: 'policies', dryRun },
        { name: '政策.csv', bytes: sheet },
      )
    expect(await bring('true')).toMatchObject({
      dryRun: true,
      changed: [{ name: '创新券细则' }],
      added: [{ name: '人才细则' }],
    })
    expect((await shown()).policies).toHaveLength(1)
    await bring('false')
    expect((await shown()).policies.map(({ title, audience, position, taskId: of, savedBy }) => [title, audience, position, of, savedBy])).toEqual([
      ['创新券细则', '科技型中小企业', 0, taskId, office.name], ['人才细则', '青年人才', 2, null, office.name],
    ]) // biome-ignore format: a list
    await db.delete(policyEntries)
  })

  test('telephones are for those who work with them, the rest of the workbook for whom the task names', async () => {
    const title = `${tasks[0]!.number} ${tasks[0]!.title}`
    const sheet = new TextEncoder().encode(`任务,责任人,联系人电话\n${title},苏砚秋,13800001234\n`)
    const brought = await system.call(
      ops.importLedger,
      office,
      { programmeId, ledger: 'workbook', dryRun: 'false' },
      { name: '台账.csv', bytes: sheet },
    )
    expect(brought).toMatchObject({ refused: [], changed: [{ cells: expect.anything() }] })
    const cellsFor = async (who: Actor) => {
      const file = (await system.call(ops.exportLedger, who, { programmeId, ledger: 'workbook' })) as {
        bytes: Uint8Array
      }
      return (await readRows(file.bytes)).rows.map(({ cells }) => cells.join('|')).find((row) => row.includes('苏砚秋'))
    }
    for (const who of [office, leader, reporter]) expect(await cellsFor(who)).toContain('13800001234')
    expect(await cellsFor(observer)).toContain('138****34')
    expect(await cellsFor({ ...reporter, ...forAgency(newId()) })).toBeUndefined()
  })
})

describe('ledgers over the wire', () => {
  const importing = (ledger: 'workbook' | 'projects', bytes: Uint8Array, dryRun: boolean) =>
    system.call(ops.importLedger, office, { programmeId, ledger, dryRun: String(dryRun) }, { name: '台账.xlsx', bytes })
  const exported = async (ledger: 'tasks' | 'projects' | 'policies' | 'workbook', by = office) =>
    ((await system.call(ops.exportLedger, by, { programmeId, ledger })) as { bytes: Uint8Array }).bytes

  test.each(['tasks', 'projects', 'policies', 'workbook'] as const)(
    '%s goes out and comes back as it was',
    async (ledger) => {
      if (ledger !== 'tasks' && ledger !== 'workbook') {
        const bytes = await exported(ledger)
        expect(Buffer.from(bytes).toString('latin1', 0, 2)).toBe('PK')
        return
      }
      const view = await system.call(
        ops.importLedger,
        office,
        { programmeId, ledger, dryRun: 'false' },
        { name: '台账.xlsx', bytes: await exported(ledger) },
      )
      expect(view).toMatchObject({ changed: [], added: [], refused: [], ignored: [], unchanged: tasks.length })
    },
  )

  test('a new project by .csv is tried, taken, and taken again without a change', async () => {
    const csv = new TextEncoder().encode(
      '序号,项目名称,总投资（万元）,对应任务\n1,科技孵化园二期,12000.5,建设科技服务站\n',
    )
    expect(await importing('projects', csv, true)).toMatchObject({
      added: [{ row: 2, name: '科技孵化园二期' }],
      refused: [],
    })
    expect((await system.call(ops.getLedgers, leader, { programmeId })).projects).toEqual([])
    await importing('projects', csv, false)
    const [project] = (await system.call(ops.getLedgers, leader, { programmeId })).projects
    expect(project).toMatchObject({ totalFen: 12_000_500_000, taskId: tasks[0]!.id })
    expect(await importing('projects', csv, false)).toMatchObject({ added: [], changed: [], unchanged: 1 })
    expect(await importing('projects', await exported('projects'), false)).toMatchObject({
      added: [],
      changed: [],
      unchanged: 1,
    })
  })

  test('one bad row keeps the whole sheet out', async () => {
    const csv = new TextEncoder().encode('项目名称,总投资（万元）\n新建实验室,300\n改建车间,约两百\n')
    await expect(importing('projects', csv, false)).rejects.toThrow('整份没有写入')
    expect((await system.call(ops.getLedgers, leader, { programmeId })).projects).toHaveLength(1)
  })

  test('an agency takes out the rows of its own tasks only', async () => {
    const stranger = { ...reporter, ...forAgency(agencyIds.finance), role: 'reporter' as const }
    const { rows } = await readRows(
      await exported('workbook', { ...stranger, ...forAgency('01890000-0000-7000-8000-0000000000ff') }),
    )
    expect(rows).toHaveLength(3)
  })
})
