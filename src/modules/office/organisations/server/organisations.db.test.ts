import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { entries } from '#platform/audit/tables.ts'
import { writeWorkbook } from '#platform/spreadsheet/write-workbook.ts'
import { openCounty } from '../../../../../test/county.ts'
import { organisationContract } from '../contract.ts'
import { nameOnly } from '../domain/agency.ts'
import { agencyRegistry } from '../registry.ts'

const { db, system, people, agencyIds } = await openCounty()
const { office, leader } = people

const columns = ['单位名称', '简称', '别名', '类别', '成员单位'].map((title) => ({ title, width: 20 }))
const sheet = async (...rows: string[][]) => ({
  name: '名录.xlsx',
  bytes: await writeWorkbook([{ name: '名录', columns, rows }]),
})
const { importRecords, getImport, writeImport, listRecords, getRecord, addRecord, saveRecord, changeRecords } =
  agencyRegistry.operations
const tryRows = async (...rows: string[][]) => {
  const { importId } = await system.call(importRecords, office, {}, await sheet(...rows))
  await system.jobs.drain()
  return system.call(getImport, office, { importId })
}
const writeRows = async (...rows: string[][]) => {
  const { id: importId } = await tryRows(...rows)
  await system.call(writeImport, office, { importId })
  await system.jobs.drain()
  return system.call(getImport, office, { importId })
}
const names = async (input = {}) =>
  (await system.call(listRecords, leader, { size: 200, ...input })).records.map(({ values }) => values['name'])

const find = (text: string) => system.call(organisationContract.listDivisions, leader, { text })

const good = [
  ['澄禾县林业局', '县林业局', '林业口', '政府部门', ''],
  ['各产业园区', '', '', '单位组合', '澄禾县林业局'],
]

describe('importing a register', () => {
  test('a dry run says what would happen and writes nothing', async () => {
    const before = await names()
    expect(await tryRows(...good)).toMatchObject({ state: 'tried', added: [{ row: 2 }, { row: 3 }], bad: [] })
    expect(await names()).toEqual(before)
  })

  test('one bad row keeps all rows out, with its reason', async () => {
    const before = await names()
    await expect(writeRows(...good, ['澄禾县水利局', '', '', '', ''])).rejects.toThrow('有 1 行不能导入')
    expect(await names()).toEqual(before)
  })

  test('the same sheet again changes nothing', async () => {
    expect(await writeRows(...good)).toMatchObject({ state: 'written', counts: { added: 2 } })
    expect(await names()).toContain('澄禾县林业局')
    expect(await tryRows(...good)).toMatchObject({ counts: { added: 0, changed: 0, unchanged: 2, bad: 0 } })
  })

  test('the trail has that it was asked for, and when it was written', async () => {
    const traces = await db
      .select({ role: entries.role, detail: entries.detail })
      .from(entries)
      .where(eq(entries.operation, 'organisations.writeImport'))
      .orderBy(entries.sequence)
    expect(traces.slice(-2)).toMatchObject([{ role: 'office' }, { role: 'system', detail: '{"写入":2}' }])
  })

  test('a name taken between the trial and the writing keeps all rows out', async () => {
    const { id: importId } = await tryRows(['澄禾县水利局', '', '水利口', '政府部门', ''])
    const alias = { agencyId: agencyIds.finance, name: '水利口', from: null, to: null }
    await system.call(organisationContract.addAlias, office, alias)
    await system.call(writeImport, office, { importId })
    await system.jobs.drain()
    expect(await system.call(getImport, office, { importId })).toMatchObject({
      state: 'refused',
      refusal: expect.stringContaining('“水利口”已经是“澄禾县财政局”的'),
    })
    expect(await names()).not.toContain('澄禾县水利局')
  })

  test('a file that is no spreadsheet is refused with what to do', async () => {
    const file = { name: '名录.xlsx', bytes: new TextEncoder().encode('PK\u0003\u0004 断掉的文件') }
    const { importId } = await system.call(importRecords, office, {}, file)
    await system.jobs.drain()
    const { state, refusal } = await system.call(getImport, office, { importId })
    expect([state, refusal]).toEqual(['refused', expect.stringMatching(/请/)])
  })
})

describe('the register', () => {
  test('is searched by name, alias and pinyin initials', async () => {
    await writeRows(...good)
    expect(await names({ text: '林业口' })).toEqual(['澄禾县林业局'])
    expect(await names({ text: 'lyj' })).toEqual(['澄禾县林业局'])
  })

  test('a name two agencies would bear is refused', async () => {
    const clash = { agencyId: agencyIds.finance, name: '县科技局', from: null, to: null }
    await expect(system.call(organisationContract.addAlias, office, clash)).rejects.toThrow('已经是“澄禾县科学技术局”')
  })

  test('an agency that was dissolved, by its form or by an act, leaves the list and can be taken up again', async () => {
    const form = {
      name: '澄禾县竹器研究所',
      ...nameOnly,
      kind: 'institution' as const,
      foundedOn: '2010-05-01',
    }
    const { id } = await system.call(addRecord, office, form)
    const gone = {
      ...form,
      recordId: id,
      dissolvedOn: '2024-03-20',
      successorId: agencyIds.science,
      basis: '机构改革方案',
    }
    await expect(system.call(saveRecord, office, { ...gone, dissolvedOn: '2009-01-01' })).rejects.toThrow(
      '早于设立日期',
    )
    await system.call(saveRecord, office, gone)
    expect(await names()).not.toContain(form.name)
    expect(await names({ ended: 'only' })).toEqual([form.name])
    const { values, endedOn, history } = await system.call(getRecord, leader, { recordId: id })
    expect([values['dissolvedOn'], endedOn]).toEqual(['2024-03-20', '2024-03-20'])
    expect(history[0]).toMatchObject({
      basis: '机构改革方案',
      changes: [
        { label: '并入单位', before: '', after: '澄禾县科学技术局' },
        { label: '撤销日期', before: '', after: '2024-03-20' },
      ],
    })
    await expect(
      system.call(changeRecords, office, { ids: [id], act: 'end', effectiveOn: '2009-01-01' }),
    ).rejects.toThrow('撤销日期早于设立日期')
    await system.call(changeRecords, office, { ids: [id], act: 'resume' })
    expect((await system.call(getRecord, leader, { recordId: id })).values['dissolvedOn']).toBeNull()
    await system.call(changeRecords, office, { ids: [id], act: 'end' })
    expect((await system.call(getRecord, leader, { recordId: id })).values['dissolvedOn']).toBe('2026-11-22')
  })

  test('what holds over the whole register holds for bulk changes too', async () => {
    const kind = { ids: [agencyIds.finance], act: 'set' as const, field: 'shortName', value: '县科技局' }
    await expect(system.call(changeRecords, office, kind)).rejects.toThrow('已经是“澄禾县科学技术局”')
    const members = { ids: [agencyIds.finance], act: 'set' as const, field: 'memberIds', value: [agencyIds.science] }
    await expect(system.call(changeRecords, office, members)).rejects.toThrow('只有“单位组合”')
  })

  test('an agency of another county cannot be changed', async () => {
    const stranger = { ...office, divisionCode: '470327' }
    const alias = { agencyId: agencyIds.science, name: '科技口', from: null, to: null }
    await expect(system.call(organisationContract.addAlias, stranger, alias)).rejects.toThrow('名录中没有这个单位')
  })

  test('plan names are matched to it', async () => {
    const matched = await system.call(organisationContract.matchNames, leader, { names: ['县科技局', '县不存在局'] })
    expect(matched.map(({ match }) => match.agencyId)).toEqual([agencyIds.science, null])
  })

  test('divisions are found by code, alias code and name', async () => {
    expect((await find('139002'))[0]?.name).toBe('辛集市')
    expect((await find('澄禾县'))[0]?.code).toBe('470326')
  })
})
