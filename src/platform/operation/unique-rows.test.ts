import { expect, test } from 'vitest'
import { faultErrors } from './fault-sentences.ts'
import { refusalOfIndex } from './unique-rows.ts'

const told = { 'county.note_day': () => faultErrors.already({}) }
const refused = (code: string, constraint: string, schema = 'county') =>
  new Error('Failed query', { cause: Object.assign(new Error('secret'), { code, constraint, schema }) })

test('the index that refused a row is told by its sentence, however deep the error lies', () => {
  expect(refusalOfIndex(new Error('outer', { cause: refused('23505', 'note_day') }), told)).toMatchObject({
    code: 'system.already',
  })
})

test.each([
  ['another constraint', refused('23505', 'note_pkey')],
  ['the same name in another schema', refused('23505', 'note_day', 'elsewhere')],
  ['another fault', refused('23503', 'note_day')],
  ['no error', 'note_day'],
])('%s has none', (_name, error) => {
  expect(refusalOfIndex(error, told)).toBeUndefined()
})
