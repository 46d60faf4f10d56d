import { expect, test } from 'vitest'
import { sentenceOf } from './fault-sentences.ts'

const fault = (code: string) => new Error('Failed query', { cause: Object.assign(new Error('secret'), { code }) })

test.each([
  ['22003', 'system.outOfRange'],
  ['22008', 'system.outOfRange'],
  ['23505', 'system.already'],
  ['23503', 'system.inUse'],
  ['40P01', 'system.crossed'],
  ['53100', 'system.diskFull'],
  ['ENOSPC', 'system.diskFull'],
  ['EROFS', 'system.readOnly'],
  ['53300', 'system.busy'],
  ['57P01', 'system.databaseLost'],
  ['08006', 'system.databaseLost'],
])('%s, wrapped in another, is %s', (code, expected) => {
  expect(sentenceOf(fault(code))).toMatchObject({ code: expected, message: expect.stringMatching(/请/) })
})

test.each(['22012', '42601', '23514', ''])('%s is a fault of the program and has no sentence', (code) => {
  expect(sentenceOf(fault(code))).toBeUndefined()
})
