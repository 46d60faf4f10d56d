import { expect, test } from 'vitest'
import { readOnlyFolder, sentenceOf } from './fault-sentences.ts'

const fault = (code: string) => new Error('Failed query', { cause: Object.assign(new Error('secret'), { code }) })

test.each([
  ['22003', 'system.outOfRange'],
  ['22008', 'system.outOfRange'],
  ['23505', 'system.already'],
  ['23503', 'system.inUse'],
  ['40P01', 'system.crossed'],
  ['53100', 'system.diskFull'],
  ['ENOSPC', 'system.diskFull'],
  ['EDQUOT', 'system.diskFull'],
  ['EROFS', 'system.readOnly'],
  ['25006', 'system.readOnly'],
  ['EIO', 'system.diskBroken'],
  ['58030', 'system.diskBroken'],
  ['XX001', 'system.diskBroken'],
  ['XX002', 'system.diskBroken'],
  ['53200', 'system.busy'],
  ['53300', 'system.busy'],
  ['53400', 'system.busy'],
  ['57014', 'system.busy'],
  ['EMFILE', 'system.busy'],
  ['ENFILE', 'system.busy'],
  ['ENOMEM', 'system.busy'],
  ['25P03', 'system.databaseLost'],
  ['57P01', 'system.databaseLost'],
  ['57P05', 'system.databaseLost'],
  ['08006', 'system.databaseLost'],
  ['EPIPE', 'system.databaseLost'],
])('%s, wrapped in another, is %s', (code, expected) => {
  expect(sentenceOf(fault(code))).toMatchObject({ code: expected, message: expect.stringMatching(/请/) })
})

test.each(['Connection terminated unexpectedly', 'Client has encountered a connection error and is not queryable'])(
  'the driver says without a code: %s',
  (said) => {
    expect(sentenceOf(new Error('Failed query', { cause: new Error(said) }))?.code).toBe('system.databaseLost')
  },
)

test('a permission is told of the folders of the data alone', () => {
  const refused = (code: string) => Object.assign(new Error('secret'), { code })
  for (const code of ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'])
    expect(readOnlyFolder(refused(code))).toMatchObject({ code: 'system.readOnly' })
  expect(readOnlyFolder(refused('ENOSPC'))).toMatchObject({ code: 'ENOSPC' })
})

test.each(['22012', '42601', '23514', 'EACCES', 'EPERM', 'ENOENT', ''])(
  '%s is a fault of the program and has no sentence',
  (code) => {
    expect(sentenceOf(fault(code))).toBeUndefined()
  },
)
