import { expect, test } from 'vitest'
import { dayInWords, daysBetween, daysLeftInWords } from './days.ts'

test('days are counted over the ends of months and years', () => {
  expect(daysBetween('2026-11-22', '2026-12-31')).toBe(39)
  expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2)
  expect(daysBetween('2027-01-01', '2026-12-31')).toBe(-1)
})

test('a sentence names the year only when it is another', () => {
  expect(dayInWords('2026-12-31', '2026-11-22')).toBe('12月31日')
  expect(dayInWords('2027-06-05', '2026-11-22')).toBe('2027年6月5日')
})

test.each([
  ['2026-12-31', '还有 39 天'],
  ['2026-11-22', '今天到期'],
  ['2026-09-30', '已过 53 天'],
])('%s is told as %s', (on, words) => expect(daysLeftInWords(on, '2026-11-22')).toBe(words))
