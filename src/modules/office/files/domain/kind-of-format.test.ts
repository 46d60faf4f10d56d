import { expect, test } from 'vitest'
import { kindOfFormat } from './kind-of-format.ts'

test.each([
  ['jpeg', 'a.txt', 'jpeg'],
  ['txt', 'a.csv', 'txt'],
  ['json', 'a.json', 'txt'],
  ['doc', 'a.doc', 'doc'],
  ['doc', 'a.WPS', 'wps'],
  ['xls', 'a.et', 'et'],
  ['xlsx', 'a.et', 'xlsx'],
  ['ofd', 'a.ofd', 'ofd'],
  ['html', 'a.txt', 'otherKind'],
  ['xml', 'a.txt', 'otherKind'],
  ['program', 'a.txt', 'otherKind'],
  ['zip', 'a.docx', 'otherKind'],
  ['constructor', 'a.docx', 'otherKind'],
] as const)('%s named %s is %s', (format, name, kind) => expect(kindOfFormat({ format }, name)).toBe(kind))

test('a file with macros is a program', () => {
  expect(kindOfFormat({ format: 'docx', hasMacros: true }, 'a.docx')).toBe('otherKind')
})
