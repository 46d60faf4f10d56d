import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { Refusal } from '#kernel/errors.ts'
import { parseInput } from './parse-input.ts'

const schema = z.object({
  name: z.string().min(2).max(3),
  count: z.int().min(1).max(9).default(1),
  ratio: z.number().gt(0).default(1),
  on: z.iso.date().optional(),
  id: z.uuid().optional(),
  kind: z.enum(['a', 'b']).optional(),
  items: z.array(z.string()).min(1).max(2).optional(),
  values: z.record(z.string(), z.number()).optional(),
  said: z.string().min(5, '请写明理由。').optional(),
  strict: z.strictObject({ a: z.string() }).optional(),
  either: z.union([z.string(), z.object({ a: z.string() })]).optional(),
})

function refusalOf(input: Record<string, unknown>): Refusal {
  try {
    parseInput(schema, input)
  } catch (error) {
    if (error instanceof Refusal) return error
  }
  throw new Error('it was taken')
}

describe('what does not fit is said in the words of the office', () => {
  const name = '名字'
  test.each([
    [{}, '缺少这一项（name）'],
    [{ name: 5 }, '应为文字（name）'],
    [{ name: '一' }, '不能少于 2 个字（name）'],
    [{ name: '一二三四' }, '不能超过 3 个字（name）'],
    [{ name, count: 1.5 }, '应为整数（count）'],
    [{ name, count: 10 }, '不能大于 9（count）'],
    [{ name, count: 'x' }, '应为数字（count）'],
    [{ name, ratio: 0 }, '不能小于 0（ratio）'],
    [{ name, on: '2026-02-30' }, '写法不对（on）'],
    [{ name, id: 'zhege' }, '写法不对（id）'],
    [{ name, kind: 'c' }, '不在可选的范围内（kind）'],
    [{ name, items: [] }, '不能少于 1 项（items）'],
    [{ name, items: ['a', 5] }, '应为文字（items.1）'],
    [{ name, items: 'a' }, '应为一列内容（items）'],
    [{ name, values: { 甲: '多' } }, '应为数字（values.甲）'],
    [{ name, said: '短' }, '请写明理由。（said）'],
    [{ name, strict: { a: '', b: '' } }, '有不认得的填写项（strict）'],
    [{ name, either: 5 }, '写法不对（either）'],
  ])('%o', (input, expected) => {
    expect(refusalOf(input).message).toBe(`提交的内容不符合要求：${expected}`)
  })

  test('of very many faults the first are told, of a very long name its beginning', () => {
    const many = refusalOf({ name, values: Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`k${i}`, 'x'])) })
    expect(many.details).toHaveLength(20)
    expect(refusalOf({ name, values: { ['长'.repeat(9000)]: 'x' } }).message.length).toBeLessThan(100)
  })
})
