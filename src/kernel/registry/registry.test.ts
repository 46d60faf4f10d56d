import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { fieldsOf } from '../fields.ts'
import { inWords, readCell } from './cell.ts'
import { type ComparedRow, compareRow, plainKey } from './compare-rows.ts'
import * as kinds from './kinds.ts'
import { maskValues } from './mask.ts'
import { defineRegistry } from './registry.ts'

const House = z.object({
  name: kinds.text('名称', { most: 40 }),
  kind: kinds.choice('类别', { mill: '磨坊', barn: '谷仓' }),
  builtOn: kinds.day('建成日期').nullable(),
  rooms: kinds.count('间数', { unit: '间', most: 999 }).nullable(),
  cost: kinds.money('造价').nullable(),
  share: kinds.percent('占比').nullable(),
  area: kinds.quantity('面积', ['平方米', '亩']).nullable(),
  isOpen: z.boolean().meta({ label: '开放' }),
  aliases: kinds.names('别名'),
  doors: kinds.rows('门', z.object({ side: kinds.text('方位'), width: kinds.count('宽').nullable() })),
  keeper: kinds.person('看守').nullable(),
  phone: kinds.phone('电话').nullable(),
  idNumber: kinds.identityNumber().nullable(),
  agencyId: kinds.reference('单位', 'agency').nullable(),
  creditCode: kinds.creditCode().nullable(),
  height: kinds.number('高度', { unit: '米' }).nullable(),
  fileIds: kinds.files('佐证材料'),
})
const fields = fieldsOf(House)
const fieldOf = (name: string) => fields.find((one) => one.name === name) ?? fields[0]
const agency = '019b0000-0000-7000-8000-000000000001'
const find = () => (name: string) => (name === '科技局' ? { id: agency } : { problem: `没有“${name}”` })
const comparing = { entity: House, fields, key: 'name', find, nameOf: (id: string) => (id === agency ? '科技局' : id) }
const compare = (cells: Record<string, string>, old?: ComparedRow) =>
  compareRow(
    { row: 2, cells, problems: [] },
    {
      ...comparing,
      stored: new Map(old?.values ? [[plainKey(old.name), { id: agency, version: 3, values: old.values }]] : []),
    },
  )

const row = {
  name: '东磨坊',
  kind: '磨坊',
  builtOn: '2024.3.18',
  rooms: '12间',
  cost: '1,250.5',
  share: '12.5%',
  area: '3亩',
  isOpen: '是',
  aliases: '老磨坊、水磨',
  doors: '东｜2；西',
  keeper: '沈小满',
  phone: '13800000000',
  idNumber: '11010519491231002x',
  agencyId: '科技局',
  creditCode: '91421200ma00dem14y',
  height: '7.5米',
}

test('a row as offices write it becomes a record; the same row again changes nothing', () => {
  const added = compare(row)
  expect(added).toMatchObject({ outcome: 'added', reasons: [] })
  expect(added.values).toEqual({
    name: '东磨坊',
    kind: 'mill',
    builtOn: '2024-03-18',
    rooms: 12,
    cost: 1_250_500_000,
    share: 0.125,
    area: { value: 3, unit: '亩' },
    isOpen: true,
    aliases: ['老磨坊', '水磨'],
    doors: [
      { side: '东', width: 2 },
      { side: '西', width: null },
    ],
    keeper: '沈小满',
    phone: '13800000000',
    idNumber: '11010519491231002X',
    agencyId: agency,
    creditCode: '91421200MA00DEM14Y',
    height: 7.5,
    fileIds: [],
  })
  expect(compare(row, added)).toMatchObject({ outcome: 'unchanged', id: agency, version: 3 })
  expect(compare({ name: ' 东磨坊' }, added)).toMatchObject({ outcome: 'unchanged' })
})

test('a change says before and after in words; blank cells keep what is stored, names are added to', () => {
  const old = compare(row)
  const changed = compare({ name: '东磨坊', cost: '1300', kind: '', aliases: '磨房', agencyId: '' }, old)
  expect(changed.changes).toEqual([
    { label: '造价（万元）', before: '1250.5', after: '1300' },
    { label: '别名', before: '老磨坊、水磨', after: '老磨坊、水磨、磨房' },
  ])
  expect(changed.values).toMatchObject({ kind: 'mill', agencyId: agency })
})

test('what is wrong is said of each cell, in the words of its column', () => {
  const { outcome, reasons } = compare({
    name: '西仓',
    kind: '水库',
    builtOn: '2024年',
    rooms: '十来间',
    cost: '若干',
    isOpen: '也许',
    phone: '12',
    idNumber: '110105194912310021',
    agencyId: '水利局',
    doors: '东｜宽',
  })
  expect(outcome).toBe('bad')
  expect(reasons.map((sentence) => sentence.slice(0, 8))).toEqual([
    '类别“水库”不认',
    '建成日期“202',
    '间数“十来间”看',
    '造价“若干”不是',
    '开放“也许”看不',
    '宽“宽”看不懂，',
    '电话“12”：电',
    '身份证号“110',
    '没有“水利局”',
  ])
  expect(compare({ name: '西仓' }).reasons).toEqual(['缺少类别，请补上。'])
})

test('what does not hold between fields is said of the row, once its cells are right', () => {
  const entity = House.superRefine(({ rooms, doors }, context) => {
    if (rooms !== null && rooms < doors.length)
      context.addIssue({ code: 'custom', path: ['rooms'], message: '间数少于门数。' })
  })
  const judged = (rooms: string) =>
    compareRow({ row: 2, cells: { ...row, rooms }, problems: [] }, { ...comparing, entity, stored: new Map() }).reasons
  expect([judged('1'), judged('2')]).toEqual([['间数少于门数。'], []])
})

test('every value comes back from its own words', () => {
  const values = {
    kind: fc.constantFrom('mill', 'barn'),
    rooms: fc.integer({ min: 0, max: 999 }),
    cost: fc.integer({ min: 0, max: 900_000_000_000_000 }),
    share: fc.integer({ min: -1000, max: 1000 }).map((n) => Number((n / 1000).toPrecision(15))),
    isOpen: fc.boolean(),
    builtOn: fc.date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }).map((d) => d.toISOString().slice(0, 10)),
    area: fc.record({ value: fc.integer({ min: 0, max: 1e9 }), unit: fc.constantFrom('平方米', '亩') }),
    aliases: fc.uniqueArray(fc.stringMatching(/^[一-龥]{2,6}$/), { maxLength: 4, minLength: 1 }),
  } // biome-ignore format: one line each
  fc.assert(
    fc.property(fc.record(values), (record) => {
      for (const [name, value] of Object.entries(record)) {
        const field = fieldOf(name)
        const type = House.shape[name as keyof typeof House.shape]
        expect(field && readCell({ field, type }, inWords(field, value))).toEqual({ value })
      }
    }),
  )
})

test('who does not keep the registry reads neither names nor numbers of people', () => {
  expect(maskValues(fields, compare(row).values ?? {})).toMatchObject({
    name: '东磨坊',
    keeper: '沈＊＊',
    phone: '138****0000',
    idNumber: '110105********002X',
    agencyId: agency,
  })
})

const guards = kinds.rows('守夜人', z.object({ name: kinds.person('姓名'), phone: kinds.phone('电话').nullable() }))

test('nor those of people in its rows', () => {
  const inRows = fieldsOf(z.object({ guards }))
  expect(maskValues(inRows, { guards: [{ name: '沈小满', phone: null }] })).toEqual({
    guards: [{ name: '沈＊＊', phone: null }],
  })
})

test('a declaration gives its operations, and refuses names that are the kit’s own', () => {
  const line = {
    entity: House,
    noun: '房屋',
    measure: '处',
    path: '/houses',
    key: 'name',
    readers: ['leader'],
    keepers: ['office'],
    list: ['name', 'kind'],
    filters: ['kind'],
  } as const
  const registry = defineRegistry('houses', line)
  expect(registry.operations.saveRecord).toMatchObject({ name: 'houses.saveRecord', by: ['office'], form: true })
  expect(registry.operations.listRecords.input.parse({ kind: 'mill' })).toMatchObject({
    kind: 'mill',
    page: 1,
    size: 50,
  })
  const saying = (more: z.ZodRawShape) => () => defineRegistry('houses', { ...line, entity: House.extend(more) })
  expect(saying({ basis: kinds.text('依据') })).toThrow('basis')
  expect(saying({ guards })).not.toThrow()
  for (const one of [kinds.reference('单位', 'agency'), kinds.files('文件'), kinds.identityNumber()])
    expect(saying({ guards: kinds.rows('守夜人', z.object({ one })) })).toThrow('one cannot stand in rows')
  expect(() => defineRegistry('houses', { ...line, filters: ['keeper'] })).toThrow('keeper')
  for (const filter of ['area', 'doors', 'fileIds'] as const)
    expect(() => defineRegistry('houses', { ...line, filters: [filter] })).toThrow(`nothing filters by ${filter}`)
})
