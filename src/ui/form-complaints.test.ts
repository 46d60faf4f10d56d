import { expect, test } from 'vitest'
import { z } from 'zod'
import { defineErrors } from '#kernel/errors.ts'
import { fieldsOf, filledIn } from '#kernel/fields.ts'
import { complaintsOf, refusedFields } from './form-complaints.ts'

const Road = z.object({
  name: z.string().trim().min(2).max(6).meta({ label: '路名' }),
  builtOn: z.iso.date().nullable().meta({ label: '建成日期' }),
  lanes: z.int().min(1).max(8).optional().meta({ label: '车道' }),
  grade: z.enum(['first', 'second']).meta({ label: '等级', titles: { first: '一级' } }),
  open: z.boolean().meta({ label: '通车' }),
  note: z.string().max(500).meta({ label: '说明' }),
  cost: z.int().nullable().meta({ label: '造价', kind: 'money' }),
  uses: z
    .array(z.enum(['客', '货']))
    .min(1)
    .meta({ label: '用途' }),
  bridges: z
    .array(z.object({ name: z.string().min(2).meta({ label: '桥名' }) }))
    .max(3)
    .meta({ label: '桥' }),
})
const fields = fieldsOf(Road)
const good = {
  name: '人民路',
  builtOn: null,
  grade: 'first',
  open: true,
  note: '',
  cost: null,
  uses: ['客'],
  bridges: [],
}
const said = (values: object) => complaintsOf(Road, filledIn(Road, values)).map(({ sentence }) => sentence)

test('labels, kinds and duties of the fields are read off the schema', () => {
  expect(fields.map((f) => [f.label, f.kind, f.required])).toEqual([
    ['路名', 'text', true],
    ['建成日期', 'day', false],
    ['车道', 'number', false],
    ['等级', 'choice', true],
    ['通车', 'yesno', false],
    ['说明', 'long', false],
    ['造价', 'money', false],
    ['用途', 'choices', true],
    ['桥', 'rows', false],
  ])
  const field = (name: string) => fields.find((f) => f.name === name)
  expect(field('grade')).toMatchObject({ options: ['first', 'second'], titles: { first: '一级' } })
  expect(field('name')?.maxLength).toBe(6)
  expect(field('bridges')).toMatchObject({ maxLength: 3, fields: [{ label: '桥名', required: true }] })
})

test('a complaint says what to do, and where', () => {
  expect(said(good)).toEqual([])
  expect(said({ ...good, name: '' })).toEqual(['请填写路名。'])
  expect(said({ ...good, name: ' 中 ' })).toEqual(['路名至少 2 个字，请补充。'])
  expect(said({ ...good, name: '很长很长的路名' })).toEqual(['路名不能超过 6 个字，请缩短。'])
  expect(said({ ...good, lanes: 9 })).toEqual(['车道不能大于 8，请核对。'])
  expect(said({ ...good, lanes: 1.5 })).toEqual(['车道应为整数，请核对。'])
  expect(said({ ...good, builtOn: '去年' })).toEqual(['建成日期“去年”看不懂，请写成 2026-03-05 这样。'])
  expect(said({ ...good, grade: undefined })).toEqual(['请填写等级。'])
  expect(said({ ...good, uses: [] })).toEqual(['请选择用途。'])
  expect(complaintsOf(Road, filledIn(Road, { ...good, bridges: [{ name: '一' }] }))).toEqual([
    { path: ['bridges', 0, 'name'], sentence: '桥名至少 2 个字，请补充。' },
  ])
})

test('what is left empty is what the type says nothing is', () => {
  expect(filledIn(Road, { name: ' ', builtOn: '', lanes: null, note: '  ', bridges: [{}] })).toEqual({
    name: '',
    builtOn: null,
    lanes: undefined,
    grade: undefined,
    open: false,
    note: '',
    cost: null,
    uses: [],
    bridges: [{ name: '' }],
  })
})

test('what the server refuses stands at its field, under the name people know', () => {
  const refuse = defineErrors('roads', { no: { kind: 'invalid', text: () => '不行。' } })
  const details = [
    { path: ['lanes'], message: '不能大于 4' },
    { path: ['bridges', '0', 'name'], message: '这座桥已经登记。' },
  ]
  expect(refusedFields(Road, refuse.no({}, details))).toEqual([
    { path: ['lanes'], sentence: '车道：不能大于 4。' },
    { path: ['bridges', 0, 'name'], sentence: '这座桥已经登记。' },
  ])
  expect(refusedFields(Road, refuse.no({}))).toEqual([])
})
