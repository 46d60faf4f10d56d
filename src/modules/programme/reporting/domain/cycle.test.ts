import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cycleOf, type DatedRhythm, formatCycle, listCycles, type Rhythm } from './cycle.ts'

const monthly: Rhythm = { every: 'month', dueDay: 25, dueIn: 'same' }
const always = (rhythm: Rhythm): DatedRhythm[] => [{ holdsFrom: '', rhythm }]

describe('a cycle', () => {
  test('of a month reported by the 25th', () => {
    expect(cycleOf('2026-03-09', monthly)).toEqual({
      key: '2026-03',
      startOn: '2026-03-01',
      endOn: '2026-03-31',
      opensOn: '2026-03-01',
      dueOn: '2026-03-25',
    })
  })

  test('of a quarter opens in its last month', () => {
    expect(cycleOf('2026-08-01', { ...monthly, every: 'quarter' })).toMatchObject({
      key: '2026-Q3',
      opensOn: '2026-09-01',
      dueOn: '2026-09-25',
    })
  })

  test('reported by the fifth of the next month', () => {
    expect(cycleOf('2026-12-31', { ...monthly, dueDay: 5, dueIn: 'next' })).toMatchObject({
      key: '2026-12',
      opensOn: '2027-01-01',
      dueOn: '2027-01-05',
    })
  })

  test('is named as people say it', () => {
    expect([formatCycle('2026-03'), formatCycle('2026-Q4')]).toEqual(['2026年3月', '2026年第四季度'])
  })
})

describe('the cycles of a programme', () => {
  test('begin with the one due after its first day and end with the one that is open', () => {
    expect(listCycles(always(monthly), '2026-02-26', '2026-05-01').map(({ key }) => key)).toEqual([
      '2026-03',
      '2026-04',
      '2026-05',
    ])
  })

  test('a change holds from the next cycle on', () => {
    const rhythms = [...always(monthly), { holdsFrom: '2026-04-10', rhythm: { ...monthly, every: 'quarter' as const } }]
    expect(listCycles(rhythms, '2026-02-01', '2026-12-31').map(({ key }) => key)).toEqual([
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
    every: fc.constantFrom('month' as const, 'quarter' as const),
    dueDay: fc.integer({ min: 1, max: 28 }),
    dueIn: fc.constantFrom('same' as const, 'next' as const),
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
          '2026-01-15',
          '2027-06-30',
        )
        expect(new Set(cycles.map(({ key }) => key)).size).toBe(cycles.length)
        for (const [i, cycle] of cycles.entries()) {
          const before = cycles[i - 1]
          if (before) expect(Date.parse(cycle.startOn) - Date.parse(before.endOn)).toBe(86_400_000)
          expect(cycle.opensOn <= cycle.dueOn && cycle.startOn < cycle.endOn).toBe(true)
        }
      }),
    ))
})
