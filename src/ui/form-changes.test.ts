import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { changesOf } from './form-changes.ts'

const uuid = (last: number) => `01a22653-292f-7883-94cf-b1d26d883d${last}`
const [first, second, third] = [uuid(10), uuid(11), uuid(12)]

const operation = {
  route: '/things/:thingId',
  input: z.object({
    thingId: z.uuid(),
    title: z.string().meta({ label: '标题' }),
    every: z.enum(['month', 'quarter']).meta({ label: '周期' }),
    agencyIds: z.array(z.uuid()).meta({ label: '单位' }),
    totalFen: z.int().nullable().meta({ label: '总投资' }),
    rules: z
      .object({ late: z.boolean().meta({ label: '可迟报' }) })
      .meta({ label: '发送时间' })
      .nullable(),
    limits: z.object({ order: z.object({ days: z.int().meta({ label: '时限' }) }).meta({ label: '督办单' }) }),
    reason: z.string(),
  }),
}
const titles = { every: { month: '每月', quarter: '每季度' } }
const stored = {
  title: '甲',
  every: 'month',
  agencyIds: [first, second],
  totalFen: 100_000_000,
  limits: { order: { days: 5 } },
}
const shown = { thingId: first, ...stored }
const told = (now: Record<string, unknown>) => changesOf({ operation, titles }, shown, { ...stored, ...now })

describe('what another changed in a form', () => {
  test('is nothing where the values are equal, whatever the order of names and however nothing is written', () => {
    expect(told({})).toEqual([])
    expect(
      changesOf({ operation }, { title: '', limits: { a: 1, b: null } }, { title: null, limits: { a: 1 } }),
    ).toEqual([])
  })

  test('is never what names the record, nor what the form does not know', () => {
    expect(changesOf({ operation }, { thingId: first, title: null }, {})).toEqual([])
    expect(told({ thingId: second, savedBy: '某人' })).toEqual([])
  })

  test('is told by label, in words', () => {
    expect(told({ title: '乙', every: 'quarter', totalFen: null })).toEqual([
      { label: '标题', said: '您打开时 甲 → 现在 乙' },
      { label: '周期', said: '您打开时 每月 → 现在 每季度' },
      { label: '总投资', said: '您打开时 100 万元 → 现在 （空）' },
    ])
  })

  test('within a part goes by the label of the part', () =>
    expect(told({ limits: { order: { days: 7 } } })).toEqual([{ label: '督办单时限', said: '您打开时 5 → 现在 7' }]))

  test.each([
    [[second, first], '别人已调整次序'],
    [[first, second, third], '别人已增加 1 项'],
    [[third], '别人已增加 1 项、减少 2 项'],
    [[], '别人已减少 2 项'],
  ])('in a list of records %# is told by number', (agencyIds, said) =>
    expect(told({ agencyIds })).toEqual([{ label: '单位', said }]),
  )

  test('that has no words is told as changed', () =>
    expect(changesOf({ operation }, { rules: null }, { rules: { late: true } })).toEqual([
      { label: '发送时间', said: '别人已改动' },
    ]))

  test('of a record stored for the first time is every field that is not empty', () =>
    expect(changesOf({ operation }, { title: null, every: null }, stored).map(({ label }) => label)).toEqual([
      '标题',
      '周期',
    ]))
})
