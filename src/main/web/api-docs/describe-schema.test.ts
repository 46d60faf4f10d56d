import { expect, test } from 'vitest'
import { z } from 'zod'
import { JsonSchema, listFields, typeInWords } from './describe-schema.ts'

const of = (schema: z.ZodType) => JsonSchema.parse(z.toJSONSchema(schema))

test.each([
  [z.string().max(60), '文字 ≤ 60'],
  [z.iso.date().nullable(), '日期 或 空'],
  [z.array(z.uuid()), '编号 的列表'],
  [z.enum(['a', 'b']), '"a" | "b"'],
  [z.literal('x'), '"x"'],
  [z.tuple([z.number(), z.boolean()]), '数、是否 的列表'],
  [z.unknown(), '任意'],
])('a type is told in words (%#)', (schema, words) => expect(typeInWords(of(schema))).toBe(words))

test('fields inside objects and lists stand below their owner', () => {
  const plan = z.object({
    title: z.string().meta({ label: '标题' }),
    tasks: z.array(z.object({ due: z.iso.date().optional() })),
    issue: z.object({ number: z.string() }).nullable(),
  })
  expect(listFields(of(plan)).map(({ name, required, label }) => [name, required, label])).toEqual([
    ['title', true, '标题'],
    ['tasks', true, ''],
    ['tasks[].due', false, ''],
    ['issue', true, ''],
    ['issue.number', true, ''],
  ])
})

test('a list of objects on its own is told as its items', () =>
  expect(listFields(of(z.array(z.object({ id: z.string() })))).map(({ name }) => name)).toEqual(['[].id']))
