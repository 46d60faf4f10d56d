import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { workingCalendar } from '#kernel/calendar.ts'
import { type Cadence, SeriesEvery, seriesOf } from './series.ts'
import { firstHabit, nextPeriod, periodAt, proposeDay, standingOf } from './series-dates.ts'

const source =
  '建立健全机制。县科技局每季度召开一次协调会。专班实行一月一会商、一季一督办；每月调度一次。每季度检查一次。'
const at = (words: string): [number, number] => [source.indexOf(words), source.indexOf(words) + words.length]
const cadence = (what: string, every: string, words: string, times = 1): Cadence => ({
  what,
  every,
  times,
  span: at(words),
})

describe('series from the rhythms of a plan', () => {
  const series = seriesOf(
    [
      cadence('召开协调会', 'quarter', '每季度召开一次协调会'),
      cadence('会商', 'month', '一月一会商'),
      cadence('督办', 'quarter', '一季一督办'),
      cadence('调度', 'month', '每月调度一次'),
      cadence('检查', 'quarter', '每季度检查一次'),
    ],
    source,
  )

  test('meetings become series, checks and supervision do not', () =>
    expect(series.map(({ title }) => title)).toEqual(['季度协调会', '月度会商', '月度调度会']))

  test('the sentence that orders it stands beside it', () =>
    expect(series[1]?.words[0]?.text).toBe('专班实行一月一会商、一季一督办'))

  test('the same meeting ordered twice is one series with both sentences', () => {
    const twice = seriesOf([cadence('会商', 'month', '一月一会商'), cadence('会商', 'month', '每月调度一次')], source)
    expect(twice).toHaveLength(1)
    expect(twice[0]?.words).toHaveLength(2)
  })
})

describe('days proposed', () => {
  const calendar = workingCalendar()
  const on = (every: SeriesEvery, day: string) =>
    proposeDay(every, periodAt(every, day), { habit: firstHabit(every), calendar })

  test('the 25th of the last month of the quarter', () => expect(on('quarter', '2026-05-02').on).toBe('2026-06-25'))
  test('the working day before where the 25th is none', () => {
    const proposed = on('month', '2026-07-02')
    expect(proposed.on).toBe('2026-07-24')
    expect(proposed.reason).toContain('不是工作日')
  })
  test('a year without a published calendar is said', () => expect(on('month', '2031-05-02').tentative).toBe(true))

  test('whatever the rhythm, the day is a working day, and within its period when that has one', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...SeriesEvery.options),
        fc.date({ min: new Date('2024-01-01'), max: new Date('2027-12-31'), noInvalidDate: true }),
        fc.integer({ min: 1, max: 31 }),
        (every, date, day) => {
          const period = periodAt(every, date.toISOString().slice(0, 10))
          const proposed = proposeDay(every, period, { habit: { day }, calendar })
          expect(calendar.isWorkingDay(proposed.on)).toBe(true)
          expect(proposed.on >= period.start).toBe(true)
        },
      ),
    ))

  test('periods follow each other without gap', () =>
    fc.assert(
      fc.property(fc.constantFrom(...SeriesEvery.options), fc.integer({ min: 0, max: 1500 }), (every, days) => {
        const start = new Date(Date.parse('2024-01-01') + days * 86_400_000).toISOString().slice(0, 10)
        const period = periodAt(every, start)
        expect(period.start <= start && start <= period.end).toBe(true)
        expect(Date.parse(nextPeriod(every, period).start) - Date.parse(period.end)).toBe(86_400_000)
      }),
    ))
})

describe('what a series wants next', () => {
  const quarterly = { every: 'quarter', times: 1 } as const
  const settings = { habit: firstHabit('quarter'), calendar: workingCalendar() }

  test('a quarter with its meeting is done, the next one is wanted', () =>
    expect(standingOf(quarterly, ['2026-09-22'], { today: '2026-09-23', ...settings })).toMatchObject({
      missed: false,
      next: { on: '2026-12-25', period: { title: '2026年第四季度' } },
    }))

  test('a quarter whose day went by without a meeting is said to be missed', () => {
    const standing = standingOf(quarterly, [], { today: '2026-09-28', ...settings })
    expect(standing.missed).toBe(true)
    expect(standing.next.on).toBe('2026-09-28')
  })
})
