import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchesText } from './search.ts'

const record = { words: ['壮大高新技术企业队伍', '县科技局', '5G基站'], initials: 'zdgxjsqydw xkjj' }

test.each([
  ['', true],
  ['高新技术', true],
  ['gxjs', true],
  ['GXJS', true],
  ['ｇｘｊｓ', true],
  ['5g', true],
  ['xkjj 壮大', true],
  ['科技局 财政', false],
  ['zdgxjsqydwxkjj', false],
  ['cz', false],
])('“%s” finds the record: %s', (text, found) => expect(matchesText(text, record)).toBe(found))

test('another word can only narrow what is found', () =>
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      if (matchesText(`${a} ${b}`, record)) expect(matchesText(a, record) && matchesText(b, record)).toBe(true)
    }),
  ))
