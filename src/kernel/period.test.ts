import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { workingCalendar } from './calendar.ts'
import { addDays, shortDay } from './day.ts'
import { lastDayOf, movedInWords } from './period.ts'

const calendar = workingCalendar()
const day = fc.integer({ min: 0, max: 5000 }).map((n) => addDays('2015-01-01', n))

describe('the last day of a period', () => {
  test.each([
    ['2026-09-30', { unit: 'working_day', n: 3 }, '2026-10-10', '2026-10-10'],
    ['2026-09-30', { unit: 'working_day', n: 1, startDayCounts: true }, '2026-09-30', '2026-09-30'],
    ['2026-10-03', { unit: 'working_day', n: 1, startDayCounts: true }, '2026-10-08', '2026-10-08'],
    ['2026-04-24', { unit: 'day', n: 7 }, '2026-05-01', '2026-05-06'],
    ['2026-04-24', { unit: 'day', n: 7, startDayCounts: true }, '2026-04-30', '2026-04-30'],
    ['2026-01-31', { unit: 'month', n: 1 }, '2026-02-28', '2026-02-28'],
    ['2026-08-20', { unit: 'month', n: 1 }, '2026-09-20', '2026-09-20'],
    ['2024-02-29', { unit: 'year', n: 1 }, '2025-02-28', '2025-02-28'],
    ['2025-05-30', { unit: 'year', n: 1 }, '2026-05-30', '2026-06-01'],
  ] as const)('from %s %o is %s, moved to %s', (from, period, nominalOn, lastOn) => {
    expect(lastDayOf(from, period, calendar)).toEqual({ nominalOn, lastOn })
  })

  test('is a working day, not before the nominal one, with none between them', () =>
    fc.assert(
      fc.property(
        day,
        fc.constantFrom('working_day' as const, 'day' as const, 'month' as const, 'year' as const),
        fc.integer({ min: 1, max: 40 }),
        (from, unit, n) => {
          const { nominalOn, lastOn } = lastDayOf(from, { unit, n }, calendar)
          expect(calendar.isWorkingDay(lastOn) && lastOn >= nominalOn).toBe(true)
          expect(calendar.between(addDays(nominalOn, -1), lastOn)).toBe(1)
        },
      ),
    ))

  test('says why it moved', () => {
    const say = (nominalOn: string, lastOn: string) => movedInWords({ nominalOn, lastOn }, shortDay)
    expect(say('2026-05-01', '2026-05-06')).toBe('因5月1日为休息日，顺延至5月6日')
    expect(say('2026-05-06', '2026-05-06')).toBe('')
  })
})
