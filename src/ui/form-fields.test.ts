import { expect, test } from 'vitest'
import { z } from 'zod'
import { complaintOf, fieldsOf } from './form-fields.ts'

const Road = z.object({
  name: z.string().min(2).max(6).meta({ label: '路名' }),
  builtOn: z.iso.date().nullable().meta({ label: '建成日期' }),
  lanes: z.int().min(1).max(8).optional().meta({ label: '车道' }),
  grade: z.enum(['一级', '二级']).meta({ label: '等级' }),
  open: z.boolean().meta({ label: '通车' }),
  note: z.string().meta({ label: '说明', long: true }),
})
const fields = fieldsOf(Road)
const field = (name: string) => fields.find((f) => f.name === name)!

test('labels, kinds and duties of the fields are read off the schema', () => {
  expect(fields.map((f) => [f.label, f.kind, f.required])).toEqual([
    ['路名', 'text', true],
    ['建成日期', 'day', false],
    ['车道', 'number', false],
    ['等级', 'choice', true],
    ['通车', 'yesno', true],
    ['说明', 'long', true],
  ])
  expect(field('grade').options).toEqual(['一级', '二级'])
  expect(field('name').maxLength).toBe(6)
})

test('a complaint says what to do', () => {
  expect(complaintOf(Road, field('name'), '')).toBe('请填写路名。')
  expect(complaintOf(Road, field('name'), '中')).toBe('路名至少 2 个字，请补充。')
  expect(complaintOf(Road, field('name'), '很长很长的路名')).toBe('路名不能超过 6 个字，请缩短。')
  expect(complaintOf(Road, field('lanes'), 9)).toBe('车道不能大于 8，请核对。')
  expect(complaintOf(Road, field('builtOn'), '去年')).toBe('建成日期的写法不对，请核对。')
  expect(complaintOf(Road, field('name'), '人民路')).toBeNull()
})
