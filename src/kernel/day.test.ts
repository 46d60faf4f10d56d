import { expect, test } from 'vitest'
import {
  dayInWords,
  dayOn,
  daysBetween,
  daysInMonth,
  daysLeftInWords,
  endOfDay,
  lastOfMonth,
  momentAt,
  mondayOf,
  weekdayInWords,
  weekdayOf,
} from './day.ts'

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

test.each([
  ['2026-11-23', 0, '周一', '2026-11-23'],
  ['2026-11-29', 6, '周日', '2026-11-23'],
  ['2027-01-01', 4, '周五', '2026-12-28'],
])('%s is day %i of its week, %s, which begins on %s', (on, weekday, words, monday) => {
  expect([weekdayOf(on), weekdayInWords(on), mondayOf(on)]).toEqual([weekday, words, monday])
})

test('months run on over the year, and February knows its leap years', () => {
  expect([lastOfMonth(2026, 12), lastOfMonth(2028, 2), lastOfMonth(2026, 2)]).toEqual([
    '2026-12-31',
    '2028-02-29',
    '2026-02-28',
  ])
  expect([dayOn(2026, 13, 1), dayOn(2026, 3, 0), daysInMonth(2026, 2)]).toEqual(['2027-01-01', '2026-02-28', 28])
})

test('a day ends where the county keeps its clock', () => {
  expect(endOfDay('2026-12-31').toISOString()).toBe('2026-12-31T15:59:59.999Z')
  expect(momentAt('2026-07-03', '09:30').toISOString()).toBe('2026-07-03T01:30:00.000Z')
})
