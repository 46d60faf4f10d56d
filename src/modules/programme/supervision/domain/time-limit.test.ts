import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { workingCalendar } from '#kernel/calendar.ts'
import { addDays, daysBetween } from '#kernel/day.ts'
import { findRound, findTimeLimit } from './plan-words.ts'
import { daysLeftInWords, dueAfter, TimeLimit } from './time-limit.ts'

const calendar = workingCalendar()

describe('a limit', () => {
  test.each<[string, TimeLimit, string, string]>([
    ['2026-11-20', { days: 1, unit: 'workingDay' }, '2026-11-23', 'over a weekend'],
    [
      '2026-09-29',
      { days: 5, unit: 'workingDay' },
      '2026-10-12',
      'over the holiday of October and its worked Saturday',
    ],
    ['2026-11-22', { days: 15, unit: 'day' }, '2026-12-07', 'in days of the calendar'],
    [
      '2026-11-20',
      { days: 15, unit: 'day' },
      '2026-12-07',
      'in days of the calendar, from a Saturday to the Monday after',
    ],
    [
      '2025-12-31',
      { days: 1, unit: 'day' },
      '2026-01-04',
      'over the holiday of New Year to the worked Sunday after it',
    ],
  ])('from %s %o ends on %s: %s', (on, limit, due) => {
    expect(dueAfter(on, limit, calendar)).toBe(due)
  })

  test('in working days it ends on a working day and holds exactly so many', () => {
    const day = fc.integer({ min: 0, max: 700 }).map((n) => addDays('2025-01-01', n))
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (on, days) => {
        const due = dueAfter(on, TimeLimit.parse({ days, unit: 'workingDay' }), calendar)
        expect(calendar.isWorkingDay(due)).toBe(true)
        expect(calendar.between(on, due)).toBe(days)
        const inDays = dueAfter(on, { days, unit: 'day' }, calendar)
        expect(inDays <= due && calendar.isWorkingDay(inDays)).toBe(true)
      }),
    )
  })

  test('is told in days', () => {
    expect(daysLeftInWords('2026-11-25', '2026-11-22')).toBe('还有 3 天')
    expect(daysLeftInWords('2026-11-22', '2026-11-22')).toBe('今天到期')
    expect(daysLeftInWords('2026-11-10', '2026-11-22')).toBe('已逾期 12 天')
    expect(daysBetween('2026-02-28', '2026-03-01')).toBe(1)
  })
})

describe('the plan’s own words', () => {
  test.each([
    ['对进度滞后的任务发督办单，整改时限一般不超过15天。', 15, 'day', '整改时限一般不超过15天'],
    ['承办单位应在办理期限内办结，反馈时限不得超过十个工作日。', 10, 'workingDay', '反馈时限不得超过十个工作日'],
    ['限期整改，整改期限为 20 日。', 20, 'day', '整改期限为 20 日'],
  ] as const)('%s', (text, days, unit, quote) => {
    expect(findTimeLimit(text)).toEqual({ value: { days, unit }, quote })
  })

  test.each(['督办30天后通报。', '审批时限压缩至5天。', '建设期限为15天以外的项目。', '加强督办，办好15件实事。'])(
    'no limit of supervision: %s',
    (text) => expect(findTimeLimit(text)).toBeUndefined(),
  )

  test('the round of supervision and of circulars', () => {
    const cadences = [
      { what: '调度', every: 'month', quote: '一月一调度' },
      { what: '督办', every: 'quarter', quote: '一季一督办' },
      { what: '通报进展', every: 'quarter', quote: '每季度通报进展' },
      { what: '通报', every: 'half_year', quote: '半年一通报' },
    ]
    expect(findRound(cadences, '督办')).toEqual({ value: 'quarter', quote: '一季一督办' })
    expect(findRound(cadences, '通报')).toEqual({ value: 'halfYear', quote: '半年一通报' })
    expect(findRound(cadences.slice(0, 1), '督办')).toBeUndefined()
  })
})
