import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { workingCalendar } from '#kernel/calendar.ts'
import { type Cadence, meetingsOfSeries, seriesOf } from './series.ts'
import {
  firstHabit,
  nameOfMeeting,
  nextPeriod,
  periodAt,
  periodsToChoose,
  proposeDay,
  standingOf,
} from './series-dates.ts'
import { SeriesEvery } from './series-every.ts'

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
  const settings = { beginsOn: null, habit: firstHabit('quarter'), calendar: workingCalendar() }

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

  const wanted = (every: SeriesEvery, periodDays: string[], today: string, beginsOn: string | null = null) => {
    const { next, missed } = standingOf({ every, times: 1 }, periodDays, {
      today,
      beginsOn,
      habit: firstHabit(every),
      calendar: workingCalendar(),
    })
    return [next.on, next.period.title, missed]
  }

  test.each([
    ['month', ['2026-10-23', '2026-11-25'], '2026-11-27', '2026-12-25', '2026年12月'],
    ['month', ['2026-10-23', '2026-11-25'], '2026-12-03', '2026-12-25', '2026年12月'],
    ['quarter', ['2026-09-25', '2026-12-25'], '2026-12-10', '2027-03-25', '2027年第一季度'],
    ['quarter', ['2026-09-25', '2026-12-25'], '2027-01-07', '2027-03-25', '2027年第一季度'],
    ['year', ['2026-12-25'], '2027-01-15', '2027-12-24', '2027年'],
    ['quarter', ['2026-12-25', '2026-12-30'], '2027-01-07', '2027-03-25', '2027年第一季度'],
  ] as const)('%s, meetings of the periods of %j: on %s wants %s', (every, days, today, on, title) =>
    expect(wanted(every, [...days], today)).toEqual([on, title, false]),
  )

  test('a programme that begins after the habitual day wants nothing of that period, and nothing before it begins', () => {
    expect(wanted('month', [], '2026-11-28', '2026-11-27')).toEqual(['2026-12-25', '2026年12月', false])
    expect(wanted('quarter', [], '2026-11-02', '2026-11-01')).toEqual(['2026-12-25', '2026年第四季度', false])
    expect(wanted('month', [], '2026-08-03', '2026-11-01')).toEqual(['2026-11-25', '2026年11月', false])
  })

  test('whatever the day of the meeting, what stands for a period covers that one and no other', () =>
    fc.assert(
      fc.property(fc.constantFrom(...SeriesEvery.options), fc.integer({ min: 0, max: 1000 }), (every, days) => {
        const today = new Date(Date.parse('2024-01-01') + days * 86_400_000).toISOString().slice(0, 10)
        const asked = { today, beginsOn: null, habit: firstHabit(every), calendar: workingCalendar() }
        const first = standingOf({ every, times: 1 }, [], asked).next
        const second = standingOf({ every, times: 1 }, [first.periodOn], asked).next
        expect(second.period).toEqual(nextPeriod(every, first.period))
        expect(periodAt(every, second.periodOn)).toEqual(second.period)
      }),
    ))
})

describe('which period a meeting counts for', () => {
  const titles = (wantedOn: string, heldOn: string) =>
    periodsToChoose('quarter', wantedOn, heldOn).map(({ title }) => title)

  test('its day in the wanted period leaves nothing to choose', () =>
    expect(titles('2026-12-25', '2026-12-28')).toEqual(['2026年第四季度']))
  test('a later day is the wanted period put off, an earlier one a further meeting of its own', () => {
    expect(titles('2026-12-25', '2027-01-06')).toEqual(['2026年第四季度', '2027年第一季度'])
    expect(titles('2027-03-25', '2026-12-30')).toEqual(['2026年第四季度', '2027年第一季度'])
  })

  test('a meeting of a rhythm the plan no longer orders counts for the rhythm it orders now', () => {
    const quarterly = { key: 'coordination.quarter', kind: 'coordination' } as const
    const monthly = { key: 'coordination.month', kind: 'coordination' } as const
    const dispatch = { key: 'dispatch.month', kind: 'dispatch' } as const
    const meetings = [{ seriesKey: 'coordination.quarter' }, { seriesKey: 'dispatch.month' }, { seriesKey: null }]
    const count = (series: typeof quarterly | typeof monthly, all: Parameters<typeof meetingsOfSeries>[1]) =>
      meetingsOfSeries(series, all, meetings).map(({ seriesKey }) => seriesKey)
    expect(count(monthly, [monthly, dispatch])).toEqual(['coordination.quarter'])
    expect(count(monthly, [monthly, quarterly, dispatch])).toEqual([])
    expect(count(quarterly, [monthly, quarterly])).toEqual(['coordination.quarter'])
  })
})

test('a meeting is called after the period it stands for, whichever of them it is', () => {
  const names = periodsToChoose('quarter', '2026-09-25', '2026-10-09').map(({ title }) =>
    nameOfMeeting('季度工作例会', title),
  )
  expect(names).toEqual(['2026年第三季度工作例会', '2026年第四季度工作例会'])
})
