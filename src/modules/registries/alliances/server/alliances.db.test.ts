import { expect, test } from 'vitest'
import { fileContract } from '#modules/office/files/contract.ts'
import { searchContract } from '#modules/office/search/contract.ts'
import { readRows } from '#platform/spreadsheet/read-rows.ts'
import { openCounty } from '../../../../../test/county.ts'
import { allianceRegistry } from '../contract.ts'

const { system, people, agencyIds, clock } = await openCounty()
const { office, leader } = people
const {
  listRecords, getRecord, addRecord, saveRecord, changeRecords, mergeRecords, importRecords, getImport, writeImport, exportRecords,
  downloadTemplate,
} = allianceRegistry.operations // biome-ignore format: names
const tea = {
  name: '澄禾县茶产业技术创新联盟',
  aliases: [],
  field: '茶叶',
  state: 'active' as const,
  leader: '县茶业公司',
  agencyId: agencyIds.science,
  members: 6,
  foundedOn: '2021-03-18',
  contact: '沈小满',
  phone: '13800000000',
  note: null,
  fileIds: [],
}
const sheet = (text: string, name = '联盟.csv') => ({ name, bytes: new TextEncoder().encode(text) })

async function tryRows(text: string) {
  const { importId } = await system.call(importRecords, office, {}, sheet(text))
  await system.jobs.drain()
  return system.call(getImport, office, { importId })
}

const names = async (asked: Parameters<typeof listRecords.input.parse>[0] = {}, actor = office) =>
  (await system.call(listRecords, actor, asked as never)).records.map(({ values }) => values['name'])

test('a record is registered once, found by its words, and seen by a leader without the person behind it', async () => {
  const { id } = await system.call(addRecord, office, tea)
  await expect(system.call(addRecord, office, { ...tea, name: '澄禾县 茶产业技术创新联盟' })).rejects.toMatchObject({
    code: 'registry.keyTaken',
    message: expect.stringContaining('联盟名称'),
  })
  for (const text of ['茶产业', 'chancye', 'ccyjs', '联盟 茶', '叶', 'chaye'.slice(0, 3)])
    expect([text, await names({ text })]).toEqual([text, text === 'chancye' ? [] : [tea.name]])
  expect([await names({ text: '沈小满' }), await names({ text: 'sxm' })]).toEqual([[tea.name], [tea.name]])
  expect(await names({ text: '沈小满' }, leader)).toEqual([])
  const { groups } = await system.call(searchContract.find, leader, { text: '茶产业' })
  expect(groups).toContainEqual({
    title: '产业联盟',
    total: 1,
    finds: [{ title: tea.name, note: '茶叶', to: `/alliances/${id}` }],
  })
  const { records, names: called, can } = await system.call(listRecords, leader, {})
  expect(records[0]?.values).toMatchObject({ contact: '沈＊＊', phone: '138****0000' })
  expect(called[agencyIds.science]).toBe('澄禾县科学技术局')
  expect(can).toEqual({ keep: false })
  expect((await system.call(getRecord, leader, { recordId: id })).values).toMatchObject({
    contact: '沈＊＊',
    note: null,
    fileIds: [],
  })
  await expect(system.call(addRecord, leader, tea)).rejects.toMatchObject({ kind: 'forbidden' })
})

test('what it was on a day, and what was known of it on another, are both there', async () => {
  const { id } = await system.call(addRecord, office, {
    ...tea,
    name: '澄禾县竹木联盟',
    members: 5,
    effectiveOn: '2024-01-01',
  })
  const save = (members: number, effectiveOn: string, basis: string) =>
    system.call(saveRecord, office, { ...tea, name: '澄禾县竹木联盟', recordId: id, members, effectiveOn, basis })
  expect(await save(8, '2025-06-01', '年报')).toMatchObject({ isCurrent: true })
  clock.now = new Date('2026-11-24T02:00:00Z')
  // Found out later: it had been seven already in 2024.
  expect(await save(7, '2024-09-01', '补报')).toMatchObject({ isCurrent: false })
  const members = async (asked: { on?: string; knownOn?: string }) =>
    (await system.call(getRecord, office, { recordId: id, ...asked })).values['members']
  expect(await members({})).toBe(8)
  expect(await members({ on: '2024-06-30' })).toBe(5)
  expect(await members({ on: '2024-12-31' })).toBe(7)
  expect(await members({ on: '2024-12-31', knownOn: '2026-11-23' })).toBe(5)
  await expect(members({ on: '2023-12-31' })).rejects.toMatchObject({ code: 'registry.recordNotFound' })
  const listed = await system.call(listRecords, office, { text: '竹木', on: '2024-06-30' })
  expect(listed.records.map(({ values }) => values['members'])).toEqual([5])
  const { history } = await system.call(getRecord, office, { recordId: id })
  expect(
    history.map(({ validFrom, basis, changes }) => [validFrom, basis, changes.length > 3 ? 'all' : changes]),
  ).toEqual([
    ['2024-09-01', '补报', [{ label: '成员单位数', before: '5', after: '7' }]],
    ['2025-06-01', '年报', [{ label: '成员单位数', before: '5', after: '8' }]],
    ['2024-01-01', '', 'all'],
  ])
  await expect(save(9, '2026-12-01', '')).rejects.toMatchObject({ code: 'registry.inFuture' })
  // Of an act for a day of the past the rest is as it was then.
  const said = { field: 'field', value: '装备', effectiveOn: '2024-03-01' }
  expect(await system.call(changeRecords, office, { ids: [id], act: 'set', ...said })).toEqual({
    before: [{ id, value: '茶叶', endedOn: null }],
    unchanged: 0,
    past: 1,
  })
  expect(await members({ on: '2024-03-01' })).toBe(5)
  expect((await system.call(getRecord, office, { recordId: id })).values['field']).toBe('茶叶')
})

test('a sheet is tried whole and then written whole; the same again changes nothing; a bad row keeps all out', async () => {
  const head = '名称,成员数,状态,成立时间,主管部门,电话\n'
  const good = `${head}澄禾县装备联盟,12家,筹建,2024.3.18,县科技局,0717-1234567\n澄禾县数字联盟,3,运行,2025年1月2日,县财政局,\n`
  const before = await names()
  const bad = await tryRows(`${good}澄禾县装备 联盟,1,停了,,水利厅,\n合计,16,,,,\n`)
  expect(bad).toMatchObject({ state: 'tried', counts: { added: 1, bad: 2 } })
  expect(bad.bad.map(({ row, reason }) => [row, reason.slice(0, 7)])).toEqual([
    [2, '这一名称在表中'], [4, '状态“停了”不'], [4, '单位“水利厅”'], [4, '这一名称在表中'],
  ]) // biome-ignore format: pairs
  expect(bad.skipped).toHaveLength(1)
  await expect(system.call(writeImport, office, { importId: bad.id })).rejects.toMatchObject({
    code: 'registry.badRows',
  })
  const tried = await tryRows(good)
  expect(await names()).toEqual(before)
  await system.call(writeImport, office, { importId: tried.id, basis: '2026年底数' })
  await system.jobs.drain()
  expect(await system.call(getImport, office, { importId: tried.id })).toMatchObject({ state: 'written', done: 2 })
  await expect(system.call(writeImport, office, { importId: tried.id })).rejects.toMatchObject({
    code: 'registry.importNotTried',
  })
  const { records } = await system.call(listRecords, office, { text: '装备' })
  expect(records[0]?.values).toMatchObject({
    members: 12,
    state: 'preparing',
    foundedOn: '2024-03-18',
    agencyId: agencyIds.science,
  })
  expect((await tryRows(good)).counts).toMatchObject({ unchanged: 2, added: 0, changed: 0 })
})

test('what was changed between the trial and the writing is not written over', async () => {
  const tried = await tryRows('名称,状态,成员数\n澄禾县装备联盟,运行,20\n澄禾县新联盟,运行,1\n')
  const [record] = (await system.call(listRecords, office, { text: '装备' })).records
  await system.call(changeRecords, office, { ids: [record?.id ?? ''], act: 'set', field: 'members', value: 13 })
  await system.call(writeImport, office, { importId: tried.id })
  await system.jobs.drain()
  expect(await system.call(getImport, office, { importId: tried.id })).toMatchObject({
    state: 'refused',
    refusal: expect.stringContaining('1 条记录'),
  })
  expect(await names({ text: '县新联盟' })).toEqual([])
})

test('many are changed at once, ended and taken up again; filters and pages are the server’s', async () => {
  const rows = Array.from(
    { length: 120 },
    (_, i) => `联盟${String(i).padStart(3, '0')},${i},${i % 3 === 0 ? '筹建' : '运行'},20${10 + (i % 15)}-05-01`,
  )
  const tried = await tryRows(`名称,成员数,状态,成立日期\n${rows.join('\n')}\n`)
  await system.call(writeImport, office, { importId: tried.id })
  await system.jobs.drain()
  const first = await system.call(listRecords, office, { text: '联盟0', sort: '-members', size: 10, state: 'active' })
  expect(first.total).toBe(66)
  expect(first.records.map(({ values }) => values['members'])).toEqual([98, 97, 95, 94, 92, 91, 89, 88, 86, 85])
  expect((await system.call(listRecords, office, { text: '联盟0', foundedOn: '2011-01-01..2012-12-31' })).total).toBe(
    14,
  )
  const ids = first.records.map(({ id }) => id)
  const set = await system.call(changeRecords, office, { ids, act: 'set', field: 'state', value: 'dissolved' })
  expect(set).toMatchObject({ unchanged: 0, past: 0 })
  expect(set.before.map(({ value }) => value)).toEqual(ids.map(() => 'active'))
  const earlier = { ids, act: 'set', field: 'state', value: 'active', effectiveOn: '2026-01-01' } as const
  expect(await system.call(changeRecords, office, earlier)).toMatchObject({ unchanged: 0, past: 10 })
  expect((await system.call(listRecords, office, { state: 'dissolved' })).total).toBe(10)
  await expect(
    system.call(changeRecords, office, { ids, act: 'set', field: 'members', value: '多' }),
  ).rejects.toMatchObject({ kind: 'invalid' })
  await system.call(changeRecords, office, { ids, act: 'end', basis: '民政局公告' })
  expect((await system.call(listRecords, office, { state: 'dissolved' })).total).toBe(0)
  expect((await system.call(listRecords, office, { state: 'dissolved', ended: 'only' })).total).toBe(10)
  await system.call(changeRecords, office, { ids, act: 'resume' })
  const { history } = await system.call(getRecord, office, { recordId: ids[0] ?? '' })
  expect(history.slice(0, 2).map(({ changes }) => changes)).toMatchObject([
    [{ label: '注销日期', after: '' }],
    [{ label: '注销日期', before: '' }],
  ])
  expect((await system.call(listRecords, office, { state: 'dissolved' })).total).toBe(10)
})

test('two that are one become one, which bears the name of the other; the other leads to it and is not changed any more', async () => {
  const [one, other] = [
    await system.call(addRecord, office, { ...tea, name: '甲联盟', field: null, members: 3 }),
    await system.call(addRecord, office, { ...tea, name: '甲产业联盟', field: '装备', members: null }),
  ]
  await system.call(mergeRecords, office, { recordId: other.id, intoId: one.id })
  const merged = await system.call(getRecord, office, { recordId: one.id })
  expect(merged.values).toMatchObject({ field: '装备', members: 3, aliases: ['甲产业联盟'] })
  expect(merged.history[0]?.basis).toBe('甲产业联盟并入')
  expect((await system.call(getRecord, office, { recordId: other.id })).mergedInto).toEqual({
    id: one.id,
    name: '甲联盟',
  })
  await expect(system.call(saveRecord, office, { ...tea, recordId: other.id })).rejects.toMatchObject({
    code: 'registry.isMerged',
  })
  expect(await names({ text: '甲产业' })).toEqual(['甲联盟'])
})

test('what is exported comes back through the import without a change; the template has every column', async () => {
  const file = (await system.call(exportRecords, office, { text: '联盟' })) as { bytes: Uint8Array }
  const { importId } = await system.call(importRecords, office, {}, { name: '名录.xlsx', bytes: file.bytes })
  await system.jobs.drain()
  const tried = await system.call(getImport, office, { importId })
  expect(tried).toMatchObject({ state: 'tried', counts: { added: 0, changed: 0, bad: 0 } })
  expect(tried.counts.unchanged).toBeGreaterThan(120)
  const template = (await system.call(downloadTemplate, office, {})) as { bytes: Uint8Array }
  const { rows } = await readRows(template.bytes)
  expect(rows[0]?.cells).toEqual([
    '联盟名称',
    '别名',
    '技术领域',
    '状态',
    '牵头单位',
    '主管单位',
    '成员单位数',
    '成立日期',
    '联系人',
    '联系电话',
    '备注',
  ])
})

test('a file that is no sheet is refused in words, and nothing stays behind', async () => {
  const tried = await tryRows('甲,乙\n1,2\n')
  expect(tried).toMatchObject({ state: 'refused', refusal: expect.stringContaining('联盟名称') })
})

test('after a month a sheet is forgotten; what it wrote stands', async () => {
  const tried = await tryRows('名称,状态\n澄禾县久远联盟,运行\n')
  await system.call(writeImport, office, { importId: tried.id })
  await system.jobs.drain()
  clock.now = new Date(clock.now.getTime() + 32 * 86_400_000)
  await system.jobs.drain()
  await expect(system.call(getImport, office, { importId: tried.id })).rejects.toMatchObject({
    code: 'registry.importNotFound',
  })
  expect(await names({ text: '久远' })).toEqual(['澄禾县久远联盟'])
})

test('what ended before it was last changed has ended now, and on every day since', async () => {
  const { id } = await system.call(addRecord, office, { ...tea, name: '已散的联盟', effectiveOn: '2024-01-01' })
  await system.call(saveRecord, office, {
    ...tea,
    name: '已散的联盟',
    recordId: id,
    members: 2,
    effectiveOn: '2025-06-01',
  })
  const listed = async (asked: { on?: string; ended?: 'only' }) =>
    (await system.call(listRecords, office, { text: '已散', ...asked })).records.map(({ values }) => values['members'])
  expect(await system.call(changeRecords, office, { ids: [id], act: 'end', effectiveOn: '2025-01-31' })).toMatchObject({
    past: 0,
  })
  expect([await listed({}), await listed({ on: '2024-12-31' }), await listed({ on: '2025-03-01' })]).toEqual([
    [],
    [6],
    [],
  ])
  expect(await listed({ ended: 'only' })).toEqual([2])
  await system.call(changeRecords, office, { ids: [id], act: 'resume' })
  expect(await listed({})).toEqual([2])
})

test('the papers of a record are opened by whoever reads it, and stay when it is saved again', async () => {
  const bytes = new TextEncoder().encode('联盟章程')
  const { id: fileId } = await system.call(fileContract.uploadFile, office, {}, { name: '章程.txt', bytes })
  await expect(system.call(fileContract.getFile, leader, { fileId })).rejects.toMatchObject({ kind: 'notFound' })
  const { id: recordId } = await system.call(addRecord, office, { ...tea, name: '竹产业联盟', fileIds: [fileId] })
  expect(await system.call(fileContract.getFile, leader, { fileId })).toMatchObject({ name: '章程.txt' })
  const { values } = await system.call(getRecord, leader, { recordId })
  expect(values['fileIds']).toEqual([fileId])
  await system.call(saveRecord, office, {
    ...tea,
    name: '竹产业联盟',
    fileIds: [fileId],
    recordId,
    members: 7,
  })
  expect((await system.call(getRecord, leader, { recordId })).values['fileIds']).toEqual([fileId])
})
