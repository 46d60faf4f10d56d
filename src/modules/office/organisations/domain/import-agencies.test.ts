import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { linesOf } from '#kernel/registry/compare-rows.ts'
import { readTable, sheetOf } from '#platform/spreadsheet/read-table.ts'
import { anAgency } from './agency.fixture.ts'
import { Agency } from './agency.ts'
import { agencyColumns } from './agency-sheet.ts'
import { type ImportedRow, importAgencies } from './import-agencies.ts'

let made = 0
const setting = {
  home: '470326',
  findDivisionCode: (text: string) => ({ 泽宁市: '470300', 澄禾县: '470326', '470326': '470326' })[text],
  newId: () => {
    made += 1
    return `00000000-0000-7000-9000-${String(made).padStart(12, '0')}`
  },
}
const head = [
  '单位名称',
  '简称',
  '别名',
  '曾用名',
  '类别',
  '行政区划',
  '统一社会信用代码',
  '成员单位',
  '并入单位',
  '设立日期',
  '撤销日期',
]
const read = (rows: string[][]) => linesOf(readTable(sheetOf([head, ...rows]), agencyColumns, 'name').rows)

/** Every row by what became of it. */
function run(rows: string[][], register: readonly Agency[] = []) {
  const all = importAgencies(read(rows), register, setting)
  const of = (outcome: ImportedRow['outcome']) => all.filter((row) => row.outcome === outcome)
  return {
    added: of('added'),
    changed: of('changed'),
    unchanged: of('unchanged').length,
    bad: of('bad').flatMap(({ row, reasons }) => reasons.map((reason) => ({ row, reason }))),
    warnings: all.flatMap(({ row, warnings }) => warnings.map((reason) => ({ row, reason }))),
  }
}

/** The register as it stands after the import. */
const applied = (register: readonly Agency[], { added, changed }: ReturnType<typeof run>): Agency[] => [
  ...new Map(
    [...register, ...[...added, ...changed].map(({ agency }) => agency)].map((agency) => [agency.id, agency]),
  ).values(),
]

test('a first import makes agencies as the sheet says', () => {
  const outcome = run([
    [
      '澄禾县农业农村局',
      '县农业农村局',
      '县农业局；农牧局',
      '澄禾县农业局（至2019年1月15日）',
      '政府部门',
      '澄禾县',
      '91421200MA00DEM14Y',
    ],
    ['各乡镇', '', '', '', '单位组合', '', '', '东坪镇人民政府'],
    ['东坪镇人民政府', '东坪镇', '', '', '乡镇街道'],
    ['澄禾县乡村振兴局', '', '', '', '政府部门', '', '', '', '县农业农村局', '2021-06-01', '2024.3.20'],
  ])
  expect(outcome.bad).toEqual([])
  const [agri, towns, east, rural] = outcome.added.map(({ agency }) => Agency.parse(agency))
  expect(agri).toMatchObject({ shortName: '县农业农村局', kind: 'government', divisionCode: '470326' })
  expect(agri?.aliases.map(({ name }) => name)).toEqual(['县农业局', '农牧局'])
  expect(agri?.formerNames).toEqual([{ name: '澄禾县农业局', until: '2019-01-15' }])
  expect(towns?.memberIds).toEqual([east?.id])
  expect(rural).toMatchObject({ successorId: agri?.id, foundedOn: '2021-06-01', dissolvedOn: '2024-03-20' })
})

test('changes are listed field by field, blank cells keep what is stored, lists grow', () => {
  const stored = anAgency({
    name: '澄禾县财政局',
    shortName: '县财政局',
    aliases: [{ name: '财政', from: null, to: null }],
  })
  const outcome = run([['澄禾县财政局', '', '县财局', '', '']], [stored])
  expect(outcome.changed[0]?.changes).toEqual([{ label: '别名', before: '财政', after: '财政；县财局' }])
  expect(outcome.changed[0]?.agency.shortName).toBe('县财政局')
})

test('a new name with the stored one as former name renames, once', () => {
  const stored = anAgency({ name: '澄禾县林业局' })
  const rows = [['澄禾县林业和草原局', '', '', '澄禾县林业局（至2025-12-31）', '政府部门']]
  const outcome = run(rows, [stored])
  expect(outcome.changed[0]?.agency).toMatchObject({ id: stored.id, name: '澄禾县林业和草原局' })
  expect(run(rows, applied([stored], outcome))).toMatchObject({ added: [], changed: [], unchanged: 1 })
})

test.each([
  [['', '县财政局'], '没有单位名称'],
  [['澄禾县财政局', '', '', '', '部门'], '类别“部门”不认识'],
  [['澄禾县财政局'], '新单位要写类别'],
  [['澄禾县财政局', '', '', '', '政府部门', '天上市'], '没有“天上市”'],
  [['澄禾县财政局', '', '', '', '政府部门', '泽宁市'], '“泽宁市”不是本级'],
  [['澄禾县财政局', '', '', '', '政府部门', '', '91421200MA00DEM14X'], '校验位'],
  [['澄禾县财政局', '', '', '澄禾县税务科（至2019-13-01）', '政府部门'], '2019-13-01'],
  [['各乡镇', '', '', '', '单位组合', '', '', '西天镇'], '西天镇'],
  [['澄禾县财政局', '', '', '', '政府部门', '', '', '澄禾县审计局'], '只有类别为“单位组合”'],
  [['澄禾县财政局', '县审计局', '', '', '政府部门'], '也是“澄禾县审计局”的'],
  [['澄禾县财政局', '', '', '', '政府部门', '', '', '', '澄禾县财政局'], '自己'],
])('the row %j is bad: %s', (row, reason) => {
  const outcome = run([row], [anAgency({ name: '澄禾县审计局', shortName: '县审计局' })])
  expect(outcome.bad.map((bad) => bad.reason).join()).toContain(reason)
  expect(outcome.bad[0]?.row).toBe(2)
  expect(outcome.added).toEqual([])
})

test('what a sheet taken out says of days comes back', () => {
  const first = run([['澄禾县财政局', '', '县财局｜2020-01-01｜2021-12-31', '县财政科｜2019-01-15', '政府部门']])
  expect(first.added[0]?.agency).toMatchObject({
    aliases: [{ name: '县财局', from: '2020-01-01', to: '2021-12-31' }],
    formerNames: [{ name: '县财政科', until: '2019-01-15' }],
  })
})

test('the same name twice in a sheet is bad on both rows', () => {
  const twice = ['澄禾县财政局', '', '', '', '政府部门']
  expect(run([twice, twice]).bad.map(({ row }) => row)).toEqual(expect.arrayContaining([2, 3]))
})

test('a wrong inner organisation code and an empty group warn', () => {
  const outcome = run([['各乡镇', '', '', '', '单位组合']])
  expect(outcome).toMatchObject({ bad: [], warnings: [{ row: 2 }] })
})

const office = fc.constantFrom('农业农村局', '财政局', '审计局', '林业局', '水利局', '商务局', '教育局')
const day = fc
  .date({ min: new Date('2010-01-01'), max: new Date('2026-01-01'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10))
const row = fc
  .record({
    office,
    alias: fc.option(office),
    former: fc.option(fc.tuple(office, fc.option(day))),
    short: fc.boolean(),
    kind: fc.constantFrom('政府部门', '事业单位', ''),
  })
  .map(({ office, alias, former, short, kind }) => [
    `澄禾县${office}`,
    short ? `县${office}` : '',
    alias === null ? '' : `${alias}（筹）`,
    former === null ? '' : `老${former[0]}${former[1] === null ? '' : `（至${former[1]}）`}`,
    kind,
  ])

test('whatever a good sheet says, importing it again changes nothing', () =>
  fc.assert(
    fc.property(fc.array(row, { maxLength: 6 }), fc.array(row, { maxLength: 6 }), (first, second) => {
      const before = run(first)
      const register = before.bad.length === 0 ? applied([], before) : []
      const outcome = run(second, register)
      expect(outcome.added.length + outcome.changed.length + outcome.unchanged).toBe(
        second.length - new Set(outcome.bad.map((bad) => bad.row)).size,
      )
      fc.pre(outcome.bad.length === 0)
      const again = run(second, applied(register, outcome))
      expect(again).toMatchObject({ added: [], changed: [], unchanged: second.length, bad: [] })
    }),
  ))

test('an agency dissolved before it was founded is a bad row, whether the sheet says both days or one', () => {
  const row = (founded: string, dissolved: string) => [
    '澄禾县农机局',
    '',
    '',
    '',
    '政府部门',
    '',
    '',
    '',
    '',
    founded,
    dissolved,
  ]
  const first = run([row('2010-05-01', '')])
  const sentence = '撤销日期早于设立日期，请核对。'
  expect(run([row('2010-05-01', '2009-01-01')]).bad).toEqual([{ row: 2, reason: sentence }])
  expect(run([row('', '2009-01-01')], applied([], first)).bad).toEqual([{ row: 2, reason: sentence }])
  expect(run([row('', '2010-05-01')], applied([], first)).bad).toEqual([])
})
