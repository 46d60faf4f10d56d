import { expect, test } from 'vitest'
import { z } from 'zod'
import { fieldsOf } from '#kernel/fields.ts'
import * as kinds from '#kernel/registry/kinds.ts'
import { searchWords } from './search-words.ts'

const fields = fieldsOf(
  z.object({
    name: kinds.text('名称'),
    keeper: kinds.person('看守').nullable(),
    idNumber: kinds.identityNumber().nullable(),
    guards: kinds.rows('守夜人', z.object({ name: kinds.person('姓名'), gate: kinds.text('门') })),
  }),
)

test('people are found under a mark of their own, in rows as well; numbers for life lie in no word', () => {
  const values = { keeper: '李四', idNumber: '11010519491231002X', guards: [{ name: '张三', gate: '东门' }] }
  const words = searchWords(fields, { name: '磨坊', ...values }, '470326')
  expect(words).toEqual(expect.arrayContaining(['@470326', '磨坊', 'mf', '~李四', '~张三', '~zs', '东门']))
  expect(words.filter((word) => /^(?:张三|李四|zs|ls)$|1101/.test(word))).toEqual([])
})
