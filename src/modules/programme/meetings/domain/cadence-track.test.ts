import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#kernel/day.ts'
import { cadenceKindOf, periodToPropose, type TrackedCadence, trackCadence, trackInWords } from './cadence-track.ts'

const record = (on: string) => ({ on, title: `会议${on}`, link: `/meetings/${on}` })
const monthly: TrackedCadence = { every: 'month', times: 1, done: [], coming: [], graceDays: 0 }
const track = (more: Partial<TrackedCadence>, today = '2026-05-20', beginsOn = '2026-02-09') =>
  trackCadence({ ...monthly, ...more }, { beginsOn, today })
const states = (more: Partial<TrackedCadence>, today?: string, beginsOn?: string) =>
  track(more, today, beginsOn).map(({ title, state }) => [title, state])

describe('a rhythm of the plan', () => {
  test.each([
    ['调度', 'month', 'meeting'],
    ['召开协调会', 'quarter', 'meeting'],
    ['督办', 'quarter', 'order'],
    ['通报', 'half_year', 'circular'],
    ['报送进展', 'month', 'report'],
    ['培训', 'year', 'unrecorded'],
    ['调度', 'day', 'unrecorded'],
  ])('%s each %s is answered by a %s', (what, every, kind) => expect(cadenceKindOf(what, every)).toBe(kind))

  test('is held, missed or due in each period since the programme is run here', () => {
    expect(states({ done: [record('2026-02-25'), record('2026-04-24')] })).toEqual([
      ['2026年2月', 'held'],
      ['2026年3月', 'missed'],
      ['2026年4月', 'held'],
      ['2026年5月', 'due'],
    ])
  })

  test('a period of which less than half was left when the programme began wants nothing', () => {
    expect(states({}, '2026-03-10', '2026-02-20')).toEqual([['2026年3月', 'due']])
  })

  test('a circular in the first weeks after a period is that of the period, a second one its own', () => {
    const circulars = { every: 'quarter' as const, graceDays: 20, done: [record('2026-07-10'), record('2026-09-25')] }
    expect(states(circulars, '2026-10-05', '2026-04-01')).toEqual([
      ['2026年第二季度', 'held'],
      ['2026年第三季度', 'held'],
      ['2026年第四季度', 'due'],
    ])
    expect(states({ ...circulars, done: [] }, '2026-07-20', '2026-04-01')[0]).toEqual(['2026年第二季度', 'due'])
    expect(states({ ...circulars, done: [] }, '2026-07-21', '2026-04-01')[0]).toEqual(['2026年第二季度', 'missed'])
  })

  test('so many times a year are wanted so many times', () => {
    const twice = { every: 'year' as const, times: 2 }
    expect(states({ ...twice, done: [record('2026-03-01')] })).toEqual([['2026年', 'due']])
    expect(states({ ...twice, done: [record('2026-03-01'), record('2026-05-01')] })).toEqual([['2026年', 'held']])
  })

  test('what was never done is said, and what is proposed is the period that runs', () => {
    const never = track({})
    expect(trackInWords(never, '2026-05-20')).toBe('应有 3 期，一期记录也没有；2026年5月应在5月31日前')
    expect(periodToPropose(never)?.title).toBe('2026年5月')
    const fixed = track({ coming: [record('2026-05-25')], done: [record('2026-02-25'), record('2026-03-25')] })
    expect(trackInWords(fixed, '2026-05-20')).toBe('2026年4月没有记录')
    expect(periodToPropose(fixed)).toBeUndefined()
  })

  const day = fc.integer({ min: 0, max: 700 }).map((n) => addDays('2026-01-01', n))
  test('every record counts once, none twice', () =>
    fc.assert(
      fc.property(
        fc.array(day, { maxLength: 30 }),
        fc.constantFrom('week' as const, 'month' as const, 'quarter' as const, 'half_year' as const),
        fc.constantFrom(0, 20),
        (days, every, graceDays) => {
          const periods = track({ every, graceDays, done: days.map(record) }, '2027-12-31', '2026-01-01')
          const counted = periods.flatMap(({ records }) => records)
          expect(counted.length).toBe(days.length)
          for (const { state, records } of periods) expect(state === 'held').toBe(records.length > 0)
        },
      ),
    ))
})
