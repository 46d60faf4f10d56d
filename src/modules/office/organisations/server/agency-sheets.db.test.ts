import { beforeAll, expect, test } from 'vitest'
import { aSheetFile } from '#platform/spreadsheet/sheet-file.fixture.ts'
import { openCounty } from '../../../../../test/county.ts'
import { agencyRegistry } from '../registry.ts'

const { system, people } = await openCounty()
const letters = 'ABCDEFGH'

/** A register of rows of texts; what begins with < stands as it is. */
const file = async (rows: readonly (readonly string[])[], behind = '') => {
  const cell = (text: string, place: string) =>
    text.startsWith('<')
      ? text.replace('<c', `<c r="${place}"`)
      : `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`
  const lines = rows.map((cells, r) => {
    const filled = cells.map((text, c) => (text === '' ? '' : cell(text, `${letters[c]}${r + 1}`)))
    return `<row r="${r + 1}">${filled.join('')}</row>`
  })
  return {
    name: '名录.xlsx',
    bytes: await aSheetFile({ rows: lines.join(''), behind, formats: ['General', 'yyyy-mm-dd'] }),
  }
}
const { importRecords, getImport, writeImport } = agencyRegistry.operations
const tried = async (rows: readonly (readonly string[])[], behind = '') => {
  const { importId } = await system.call(importRecords, people.office, {}, await file(rows, behind))
  await system.jobs.drain()
  return system.call(getImport, people.office, { importId })
}

beforeAll(async () => {
  const rows = [
    ['单位名称', '类别'],
    ['澄禾县审计局', '政府部门'],
  ]
  await system.call(writeImport, people.office, { importId: (await tried(rows)).id })
  await system.jobs.drain()
})

test('a register under its title, above its notes, with days in every way they are written', async () => {
  const result = await tried([
    ['澄禾县单位名录'],
    ['填报单位：县委编办', '', '', '2026年3月'],
    ['序号', '单位名称', '单位类别', '成立日期'],
    ['一、政府部门'],
    ['1', '澄禾县水利局', '政府部门', '２０２４－０３－１８'],
    ['2', '澄禾县林业局', '政府部门', '2024.3.18.'],
    ['3', '澄禾县商务局', '政府部门', '20240318'],
    ['4', '澄禾县教育局', '政府部门', '<c s="1"><v>45369</v></c>'],
    ['5', '澄禾县民政局', '政府部门', '2024年3月'],
    ['6'],
    ['合计', '5 个'],
    ['注：以三定方案为准'],
  ])
  expect(result.added.map(({ row }) => row)).toEqual([5, 6, 7, 8])
  expect(result.bad).toEqual([{ row: 9, reason: '日期“2024年3月”没有写到日，请补全，写成 2024-03-18 这样。' }])
  expect(result.skipped.map(({ row }) => row)).toEqual([4, 11, 12])
})

test.each([
  ['a blank of no width', '澄禾县审计局\u200b'],
  ['a blank within', '澄禾县 审计局'],
  ['a soft hyphen', '澄禾县\u00ad审计局'],
  ['a blank of full width', '澄禾县审计局\u3000'],
])('a stored agency is known again by its name with %s', async (_, name) => {
  expect(await tried([['单位名称'], [name]])).toMatchObject({
    counts: { added: 0, changed: 0, unchanged: 1, bad: 0 },
  })
})

test('a name that is a fault of a formula is no name', async () => {
  const fault = (text: string) => `<c t="e"><v>${text}</v></c>`
  const result = await tried([
    ['单位名称', '类别'],
    [fault('#N/A'), '政府部门'],
    [fault('#REF!'), '政府部门'],
  ])
  expect(result.added).toEqual([])
  expect(result.bad).toEqual([
    { row: 2, reason: expect.stringContaining('公式出错（#N/A）') },
    { row: 3, reason: expect.stringContaining('公式出错（#REF!）') },
  ])
})

test('a kind merged over several agencies is the kind of each', async () => {
  const rows = [
    ['类别', '单位名称'],
    ['政府部门', '澄禾县水利局'],
    ['', '澄禾县林业局'],
    ['', '澄禾县商务局'],
    ['', '澄禾县教育局'],
  ]
  const result = await tried(rows, '<mergeCells><mergeCell ref="A2:A4"/></mergeCells>')
  expect(result.added.map(({ row }) => row)).toEqual([2, 3, 4])
  expect(result.bad).toEqual([{ row: 5, reason: expect.stringContaining('新单位要写类别') }])
})

test('a credit code that lost its last figures is told', async () => {
  const rows = [
    ['单位名称', '类别', '统一社会信用代码'],
    ['澄禾县水利局', '政府部门', '<c><v>114212007000000000</v></c>'],
  ]
  expect((await tried(rows)).bad[0]?.reason).toContain('超过 15 位')
})

test('a sheet without the head says what is missing', async () => {
  const rows = [
    ['编号', '电话'],
    ['1', '2'],
  ]
  expect(await tried(rows)).toMatchObject({ state: 'refused', refusal: expect.stringContaining('缺少“单位名称”') })
})
