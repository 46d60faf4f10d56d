import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { workingCalendar } from '#kernel/calendar.ts'
import { cycleOf, type DatedRhythm, formatCycle, listCycles, type Rhythm, rhythmInWords } from './cycle.ts'

/** An invented year to come: an ordinary week, but for one Friday off. */
const calendar = workingCalendar([{ year: 2027, holidays: ['2027-04-30'], workdays: [] }])
const monthly: Rhythm = { every: 'month', dueDay: 25, dueIn: 'same', restDay: 'after' }
const always = (rhythm: Rhythm): DatedRhythm[] => [{ holdsFrom: '', rhythm }]

describe('a cycle', () => {
  test('of a month reported by the 25th', () => {
    expect(cycleOf('2026-03-09', monthly, calendar)).toEqual({
      key: '2026-03',
      startOn: '2026-03-01',
      endOn: '2026-03-31',
      opensOn: '2026-03-01',
      dueOn: '2026-03-25',
      dueNote: '',
    })
  })

  test('of a quarter opens in its last month', () => {
    expect(cycleOf('2027-08-01', { ...monthly, every: 'quarter' }, calendar)).toMatchObject({
      key: '2027-Q3',
      opensOn: '2027-09-01',
      dueOn: '2027-09-27',
      dueNote: '因9月25日为休息日，顺延至9月27日',
    })
  })

  test('reported by the fifth of the next month', () => {
    expect(cycleOf('2026-12-31', { ...monthly, dueDay: 5, dueIn: 'next' }, calendar)).toMatchObject({
      key: '2026-12',
      opensOn: '2027-01-01',
      dueOn: '2027-01-05',
    })
  })

  test.each([
    [{ dueDay: 30 }, '2026-02-10', '2026-02-28', ''],
    [{ dueDay: 30 }, '2027-05-10', '2027-05-31', '因5月30日为休息日，顺延至5月31日'],
    [{ dueDay: 31 }, '2026-06-10', '2026-06-30', ''],
    [{ dueDay: 31, restDay: 'before' }, '2027-02-10', '2027-02-26', '因2月28日为休息日，提前至2月26日'],
    [{ every: 'week', dueDay: 5 }, '2026-11-25', '2026-11-27', ''],
    [{ every: 'week', dueDay: 5 }, '2027-04-28', '2027-05-03', '因4月30日为休息日，顺延至5月3日'],
    [{ every: 'ten_days', dueDay: 31 }, '2026-02-25', '2026-02-28', ''],
    [{ every: 'ten_days', dueDay: 31 }, '2026-11-05', '2026-11-10', ''],
    [{ every: 'quarter', dueDay: 31 }, '2026-08-05', '2026-09-30', ''],
  ] as const)('%o of %s is due on %s', (more, day, dueOn, dueNote) => {
    expect(cycleOf(day, { ...monthly, ...more }, calendar)).toMatchObject({ dueOn, dueNote })
  })

  test('of before days gave way to a rest stands where it was shown; the first that moves is of 2026-11-30', () => {
    expect(cycleOf('2026-04-10', monthly, calendar)).toMatchObject({ dueOn: '2026-04-25', dueNote: '' })
    expect(cycleOf('2026-11-10', { ...monthly, dueDay: 29 }, calendar).dueOn).toBe('2026-11-29')
    expect(cycleOf('2026-12-10', { ...monthly, dueDay: 5 }, calendar).dueOn).toBe('2026-12-07')
  })

  test('of a year nobody published says so', () => {
    expect(cycleOf('2028-02-09', monthly, calendar).dueNote).toBe('2028年放假安排尚未公布，暂按周一至周五推算')
  })

  test('a rhythm is said as people say it', () => {
    expect([
      rhythmInWords(monthly),
      rhythmInWords({ ...monthly, dueDay: 31, restDay: 'before' }),
      rhythmInWords({ ...monthly, every: 'week', dueDay: 5 }),
      rhythmInWords({ ...monthly, every: 'quarter', dueDay: 5, dueIn: 'next' }),
    ]).toEqual([
      '每月，当月25日前，遇休息日顺延',
      '每月，当月月底前，遇休息日提前',
      '每周，当周周五前，遇休息日顺延',
      '每季度，季后首月5日前，遇休息日顺延',
    ])
  })

  test('is named as people say it', () => {
    expect([formatCycle('2026-03'), formatCycle('2026-Q4')]).toEqual(['2026年3月', '2026年第四季度'])
  })
})

describe('the cycles of a programme', () => {
  test('begin with the one due after its first day and end with the one that is open', () => {
    expect(
      listCycles(always(monthly), { from: '2026-02-26', to: '2026-05-01', calendar }).map(({ key }) => key),
    ).toEqual(['2026-03', '2026-04', '2026-05'])
  })

  test('a change holds from the next cycle on', () => {
    const rhythms = [...always(monthly), { holdsFrom: '2026-04-10', rhythm: { ...monthly, every: 'quarter' as const } }]
    expect(listCycles(rhythms, { from: '2026-02-01', to: '2026-12-31', calendar }).map(({ key }) => key)).toEqual([
      '2026-02',
      '2026-03',
      '2026-04',
      '2026-05',
      '2026-06',
      '2026-Q3',
      '2026-Q4',
    ])
  })

  const rhythm = fc.record({
    every: fc.constantFrom(
      'week' as const,
      'ten_days' as const,
      'half_month' as const,
      'month' as const,
      'quarter' as const,
    ),
    dueDay: fc.integer({ min: 1, max: 31 }),
    dueIn: fc.constantFrom('same' as const, 'next' as const),
    restDay: fc.constantFrom('after' as const, 'before' as const),
  })
  const month = fc.integer({ min: 1, max: 12 }).map((m) => `2026-${String(m).padStart(2, '0')}-10`)

  test('whatever is changed when, no day is reported twice and none is left out', () =>
    fc.assert(
      fc.property(rhythm, rhythm, month, (first, second, from) => {
        const cycles = listCycles(
          [
            { holdsFrom: '', rhythm: first },
            { holdsFrom: from, rhythm: second },
          ],
          { from: '2025-07-15', to: '2027-06-30', calendar },
        )
        expect(new Set(cycles.map(({ key }) => key)).size).toBe(cycles.length)
        for (const [i, cycle] of cycles.entries()) {
          const before = cycles[i - 1]
          if (before) expect(Date.parse(cycle.startOn) - Date.parse(before.endOn)).toBe(86_400_000)
          expect(cycle.opensOn <= cycle.dueOn && cycle.startOn <= cycle.endOn).toBe(true)
          if (cycle.dueOn > '2026-12-05') expect(calendar.isWorkingDay(cycle.dueOn)).toBe(true)
        }
      }),
    ))
})
