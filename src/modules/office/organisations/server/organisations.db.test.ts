import { describe, expect, test } from 'vitest'
import { writeWorkbook } from '#platform/spreadsheet/write-workbook.ts'
import { openCounty } from '../../../../../test/county.ts'
import { organisationContract } from '../contract.ts'

const { system, people, agencyIds } = await openCounty()
const { office, leader } = people

const columns = ['单位名称', '简称', '别名', '类别', '成员单位'].map((title) => ({ title, width: 20 }))
const sheet = async (...rows: string[][]) => ({
  name: '名录.xlsx',
  bytes: await writeWorkbook([{ name: '名录', columns, rows }]),
})
const importSheet = async (dryRun: 'true' | 'false', ...rows: string[][]) =>
  system.call(organisationContract.importAgencies, office, { dryRun }, await sheet(...rows))
const list = (input = {}) => system.call(organisationContract.listAgencies, leader, input)
const names = async (input = {}) => (await list(input)).agencies.map((agency) => agency.name)

const find = (text: string) => system.call(organisationContract.listDivisions, leader, { text })

const good = [
  ['澄禾县林业局', '县林业局', '林业口', '政府部门', ''],
  ['各产业园区', '', '', '单位组合', '澄禾县林业局'],
]

describe('importing a register', () => {
  test('a dry run says what would happen and writes nothing', async () => {
    const before = await names()
    expect(await importSheet('true', ...good)).toMatchObject({ dryRun: true, added: [{ row: 2 }, { row: 3 }], bad: [] })
    expect(await names()).toEqual(before)
  })

  test('one bad row keeps all rows out, with its reason', async () => {
    const before = await names()
    await expect(importSheet('false', ...good, ['澄禾县水利局', '', '', '', ''])).rejects.toThrow('有 1 行不能导入')
    expect(await names()).toEqual(before)
  })

  test('the same sheet again changes nothing', async () => {
    expect((await importSheet('false', ...good)).added).toHaveLength(2)
    expect(await names()).toContain('澄禾县林业局')
    expect(await importSheet('false', ...good)).toMatchObject({ added: [], changed: [], unchanged: 2 })
  })

  test('a file that is no spreadsheet is refused with what to do', async () => {
    const file = { name: '名录.xlsx', bytes: new TextEncoder().encode('PK\u0003\u0004 断掉的文件') }
    await expect(system.call(organisationContract.importAgencies, office, { dryRun: 'true' }, file)).rejects.toThrow(
      /请/,
    )
  })
})

describe('the register', () => {
  test('is searched by name, alias and pinyin initials', async () => {
    await importSheet('false', ...good)
    expect(await names({ text: '林业口' })).toEqual(['澄禾县林业局'])
    expect(await names({ text: 'lyj' })).toEqual(['澄禾县林业局'])
  })

  test('a name two agencies would bear is refused', async () => {
    const clash = { agencyId: agencyIds.finance, name: '县科技局', from: null, to: null }
    await expect(system.call(organisationContract.addAlias, office, clash)).rejects.toThrow('已经是“澄禾县科学技术局”')
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
