import { expect, test } from 'vitest'
import { formatAgencies, formatDue, formatPeriod, yearOfTarget } from './labels.data.ts'

test.each([
  ['2026-01-01', '2026-12-31', '2026年'],
  ['2026-01-01', '2028-12-31', '2026—2028年'],
  ['2026-07-01', '2026-09-30', '2026年第三季度'],
  ['2026-07-01', '2026-12-31', '2026年下半年'],
  ['2028-02-01', '2028-02-29', '2028年2月'],
  ['2026-04-16', '2028-04-15', '2026-04-16 至 2028-04-15'],
])('a period from %s to %s reads %s', (start, end, text) => expect(formatPeriod({ start, end })).toBe(text))

test.each([
  [{ start: '2026-01-01', end: '2026-12-31' }, '2026年'],
  [{ start: '2026-01-01', end: '2028-12-31' }, ''],
  [{ start: '2026-01-01', end: '2027-12-31' }, '到2027年'],
  [{ start: '2027-01-01', end: '2028-12-31' }, ''],
  [{ start: '2026-01-01', end: '2026-09-30' }, ''],
  [null, ''],
])('of a plan for three years a target for %j tells its year: %s', (period, text) =>
  expect(yearOfTarget({ period }, { start: '2026-01-01', end: '2028-12-31' })).toBe(text),
)

test.each([
  ['2026-12-31', 'year', '2026年底前'],
  ['2026-06-30', 'half', '2026年6月底前'],
  ['2026-03-15', 'day', '2026年3月15日前'],
  [null, 'ongoing', '持续推进'],
] as const)('a deadline on %s (%s) reads %s', (on, kind, text) => {
  expect(formatDue({ text: '持续推进', span: [0, 4], on, kind })).toBe(text)
})

test('an agency named twice is printed once', () => {
  expect(formatAgencies([{ name: '县科技局' }, { name: '县财政局' }, { name: '县科技局' }])).toBe('县科技局、县财政局')
})
