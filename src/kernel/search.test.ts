import fc from 'fast-check'
import { expect, test } from 'vitest'
import { matchesText, partsOf, rankOf, type Sounds } from './search.ts'

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

/** 科技局 */
const read: Sounds = { initials: 'kjj', spelled: 'kejiju', starts: [0, 2, 4] }

test.each([
  ['科技局', 0],
  ['科技', 1],
  ['技', 2],
  ['kjj', 3],
  ['jj', 3],
  ['keji', 3],
  ['jiju', 3],
  ['ＫＪ', 3],
  ['eji', undefined],
  ['k', undefined],
  ['kjj 科技局', 3],
  ['kjj 财政', undefined],
])('“%s” is this near to 科技局: %s', (text, rank) => expect(rankOf(['科技局'], partsOf(text), () => read)).toBe(rank))

test('the nearest of several names counts', () =>
  expect(rankOf(['县科学技术局', '科技局'], partsOf('科技局'), () => read)).toBe(0))
