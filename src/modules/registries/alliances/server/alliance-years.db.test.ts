import { expect, test } from 'vitest'
import { openCounty } from '../../../../../test/county.ts'
import { allianceRegistry } from '../contract.ts'

const { system, people, clock } = await openCounty()
const { office, leader } = people
const { operations, years } = allianceRegistry
const { addRecord, getRecord, mergeRecords } = operations
const { saveYear, importYears, getYearImport, writeYearImport } = years!.operations

const blank = {
  aliases: [],
  field: null,
  leader: null,
  agencyId: null,
  members: null,
  foundedOn: null,
  contact: null,
  phone: null,
  note: null,
  fileIds: [],
}
const register = async (name: string) =>
  (await system.call(addRecord, office, { ...blank, name, state: 'active', effectiveOn: '2020-01-01' })).id
const none = { members: null, meetings: null, projects: null, contractFen: null }

async function yearsOf(recordId: string, asked: { on?: string; knownOn?: string } = {}) {
  const view = await system.call(getRecord, leader, { recordId, ...asked })
  return view.years.map(({ year, sources }) => [
    year,
    ...sources.map(({ vintage, values }) => [vintage, values['members']]),
  ])
}

async function tryRows(text: string) {
  const { importId } = await system.call(
    importYears,
    office,
    {},
    { name: '年报.csv', bytes: new TextEncoder().encode(text) },
  )
  await system.jobs.drain()
  return system.call(getYearImport, office, { importId })
}

test('a year is told early and told again when it is closed; every number stays with where it came from', async () => {
  const recordId = await register('茶联盟')
  const save = (vintage: 'flash' | 'annual', members: number, basis: string) =>
    system.call(saveYear, office, { recordId, year: 2025, vintage, ...none, members, basis })
  await save('flash', 12, '快报')
  clock.now = new Date('2026-11-25T02:00:00Z')
  await save('annual', 14, '年度报告')
  clock.now = new Date('2026-11-26T02:00:00Z')
  await save('annual', 15, '更正函')
  expect(await yearsOf(recordId)).toEqual([[2025, ['annual', 15], ['flash', 12]]])
  expect(await yearsOf(recordId, { knownOn: '2026-11-25' })).toEqual([[2025, ['annual', 14], ['flash', 12]]])
  expect(await yearsOf(recordId, { knownOn: '2026-11-22' })).toEqual([[2025, ['flash', 12]]])
  expect(await yearsOf(recordId, { on: '2024-12-31' })).toEqual([])
  const { years: told } = await system.call(getRecord, office, { recordId })
  expect(told[0]?.sources[0]).toMatchObject({ source: '更正函', savedBy: office.name })
  // All taken out, it says nothing any more; what was known stays known.
  await system.call(saveYear, office, { recordId, year: 2025, vintage: 'annual', ...none })
  expect(await yearsOf(recordId)).toEqual([[2025, ['flash', 12]]])
  expect(await yearsOf(recordId, { knownOn: '2026-11-25' })).toEqual([[2025, ['annual', 14], ['flash', 12]]])
})

test('nobody tells a year that has not begun, nor one of a record that is not theirs', async () => {
  const recordId = await register('竹联盟')
  const year = { recordId, vintage: 'annual' as const, ...none, members: 1 }
  await expect(system.call(saveYear, office, { ...year, year: 2027 })).rejects.toThrow('2027 年还没有到')
  await expect(system.call(saveYear, leader, { ...year, year: 2025 })).rejects.toMatchObject({ kind: 'forbidden' })
  const elsewhere = { ...office, divisionCode: '470327' }
  await expect(system.call(saveYear, elsewhere, { ...year, year: 2025 })).rejects.toMatchObject({
    code: 'registry.recordNotFound',
  })
})

test('a sheet of years is compared row by row and written whole; the same again changes nothing', async () => {
  const recordId = await register('装备联盟')
  const head = '联盟名称,年度,口径,成员数,年度活动次数,技术合同成交额（万元）\n'
  const good = `产业联盟年度情况\n${head}装备 联盟,2024年,,8,3,1200.5\n装备联盟,2025年度,快报,9,,\n合计,,,17,3,1200.5\n`
  const bad = await tryRows(
    `${head}装备联盟,2024,,8,3,\n装备联盟,2024年,年报,9,,\n没有的联盟,2024,,1,,\n装备联盟,2099,,1,,\n装备联盟,去年,,1,,\n装备联盟,2023,半年报,1,,\n装备联盟,2022,,,,\n`,
  )
  expect(bad.bad.map(({ row, reason }) => [row, reason.slice(0, 8)])).toEqual([
    [2, '这一名称在表中出'], [3, '这一名称在表中出'], [4, '没有登记过“没有'], [5, '2099 年还没'], [6, '年度“去年”看不'], [7, '数据口径“半年报'], [8, '这一行没有填数，'],
  ]) // biome-ignore format: pairs
  const tried = await tryRows(good)
  expect(tried).toMatchObject({ state: 'tried', counts: { added: 2, bad: 0 } })
  expect(tried.added.map(({ name }) => name)).toEqual(['装备 联盟 2024 年报', '装备联盟 2025 快报'])
  await system.call(writeYearImport, office, { importId: tried.id, basis: '联盟年报汇总' })
  await system.jobs.drain()
  expect(await yearsOf(recordId)).toEqual([[2025, ['flash', 9]], [2024, ['annual', 8]]]) // biome-ignore format: a pair
  const view = await system.call(getRecord, office, { recordId })
  expect(view.years[1]?.sources[0]).toMatchObject({
    source: '联盟年报汇总',
    values: { contractFen: 1_200_500_000, meetings: 3 },
  })
  expect((await tryRows(good)).counts).toMatchObject({ unchanged: 2, added: 0, changed: 0 })

  const late = await tryRows(`${head}装备联盟,2024,,10,,\n`)
  expect(late.changed[0]?.changes).toEqual([{ label: '年末成员数', before: '8', after: '10' }])
  await system.call(saveYear, office, { recordId, year: 2024, vintage: 'annual', ...none, members: 11 })
  await system.call(writeYearImport, office, { importId: late.id })
  await system.jobs.drain()
  expect(await system.call(getYearImport, office, { importId: late.id })).toMatchObject({ state: 'refused' })
})

test('one that is merged brings the years the other lacks', async () => {
  const [one, other] = [await register('甲联盟'), await register('乙联盟')]
  const save = (recordId: string, year: number, members: number) =>
    system.call(saveYear, office, { recordId, year, vintage: 'annual', ...none, members })
  await save(one, 2024, 1)
  await save(other, 2024, 2)
  await save(other, 2023, 3)
  await system.call(mergeRecords, office, { recordId: other, intoId: one })
  expect(await yearsOf(one)).toEqual([[2024, ['annual', 1]], [2023, ['annual', 3]]]) // biome-ignore format: a pair
})
