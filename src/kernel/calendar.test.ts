import * as chineseDays from 'chinese-days'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { publishedYears, workingCalendar } from './calendar.ts'

const calendar = workingCalendar()
const dayMs = 86_400_000
const dayFrom = (from: string, count: number) => new Date(Date.parse(from) + count * dayMs).toISOString().slice(0, 10)
const anyDay = fc.integer({ min: 0, max: 365 * 22 }).map((n) => dayFrom('2004-01-01', n))

describe('the published years', () => {
  test('agree day by day with the package they were taken from', () => {
    const differing: string[] = []
    for (let day = '2004-01-01'; day <= '2026-12-31'; day = dayFrom(day, 1))
      if (calendar.isWorkingDay(day) !== chineseDays.isWorkday(day)) differing.push(day)
    expect(differing).toEqual([])
  })

  test('each name their notice', () => {
    expect(publishedYears.map(({ year }) => year)).toEqual(Array.from({ length: 23 }, (_, i) => 2004 + i))
    expect(publishedYears.every(({ year, source }) => source.includes(`${year}年部分节假日安排`))).toBe(true)
  })
})

describe('working days', () => {
  test('step over holidays and count make-up days', () => {
    expect(calendar.isWorkingDay('2026-02-14')).toBe(true)
    expect(calendar.add('2026-02-14', 1)).toBe('2026-02-24')
    expect(calendar.add('2026-10-08', -1)).toBe('2026-09-30')
    expect(calendar.add('2026-10-04', -1)).toBe('2026-09-30')
    expect(calendar.between('2026-09-30', '2026-10-10')).toBe(3)
  })

  test('adding what lies between leads there', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        fc.pre(calendar.isWorkingDay(a) && calendar.isWorkingDay(b))
        expect(calendar.add(a, calendar.between(a, b))).toBe(b)
      }),
    )
  })

  test('adding and taking away cancel on working days', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -300, max: 300 }), (day, n) => {
        fc.pre(calendar.isWorkingDay(day))
        expect(calendar.add(calendar.add(day, n), -n)).toBe(day)
      }),
    )
  })

  test('an ordinal names its day', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        fc.pre(calendar.isWorkingDay(day))
        expect(calendar.dayAt(calendar.ordinalOf(day))).toBe(day)
      }),
    )
  })
})

describe('a year nobody has published', () => {
  test('is said, and counts Monday to Friday', () => {
    expect(calendar.unpublishedIn('2026-11-01', '2028-02-01')).toEqual([2027, 2028])
    expect(calendar.isWorkingDay('2027-01-01')).toBe(true)
    expect(calendar.isWorkingDay('2027-01-02')).toBe(false)
  })

  test('counts as its calendar says once that is entered', () => {
    const entered = workingCalendar([{ year: 2027, holidays: ['2027-01-01'], workdays: ['2027-01-02'] }])
    expect(entered.unpublishedIn('2026-11-01', '2028-02-01')).toEqual([2028])
    expect(entered.isWorkingDay('2027-01-01')).toBe(false)
    expect(entered.isWorkingDay('2027-01-02')).toBe(true)
  })

  test('a day no calendar reaches is refused', () => {
    expect(() => calendar.isWorkingDay('1999-12-31')).toThrow('2000 年至 2099 年')
    expect(() => calendar.isWorkingDay('昨天')).toThrow('不能推算工作日')
  })
})
