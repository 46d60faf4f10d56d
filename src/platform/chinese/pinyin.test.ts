import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { pinyinInitials } from './pinyin.ts'

test.each([
  ['县科技局', 'xkjj'],
  ['中国人民银行', 'zgrmyh'],
  ['行政审批局', 'xzspj'],
  ['重点办', 'zdb'],
  ['重庆', 'cq'],
  ['推进“5G+工业互联网”', 'tj5ggyhlw'],
  ['ＡＢ１２（三）', 'ab12s'],
  ['', ''],
])('%s → %s', (text, initials) => expect(pinyinInitials(text)).toBe(initials))

test('names of persons are read with the surname reading', () => {
  expect(pinyinInitials('单明', 'person')).toBe('sm')
  expect(pinyinInitials('查文斌', 'person')).toBe('zwb')
})

test('only letters and digits come out, whatever goes in', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(pinyinInitials(text)).toMatch(/^[a-z0-9]*$/)
    }),
  ))
