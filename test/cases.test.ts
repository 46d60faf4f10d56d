import { describe, expect, test } from 'vitest'
import { lineOf, sets } from './cases/sets.ts'

/** A calendar of its own: facts of no year that was published. */
const calendar = {
  holidays: [{ from: '2031-01-29', to: '2031-02-04' }],
  working_weekend_days: ['2031-02-08'],
}

const ask = (from: string, periods: readonly object[]) => {
  const solve = sets['working-days']
  if (!solve) throw new Error('no such set')
  const one = { id: 'x', from, periods, expected: { steps: [] } }
  return lineOf(solve, one, { calendar, cases: [one] })
}

describe('cases of the set working-days', () => {
  test('are counted by the calendar of their file, one period from the last day of the other', () => {
    const periods = [
      { unit: 'working_day', n: 2 },
      { unit: 'day', n: 1 },
      { unit: 'month', n: 1 },
      { unit: 'working_day', n: 1, start_day_counts: true },
    ]
    expect(ask('2031-01-27', periods)).toEqual({
      id: 'x',
      got: {
        steps: [
          { nominal_last_day: '2031-02-05', last_day: '2031-02-05' },
          { nominal_last_day: '2031-02-06', last_day: '2031-02-06' },
          { nominal_last_day: '2031-03-06', last_day: '2031-03-06' },
          { nominal_last_day: '2031-03-06', last_day: '2031-03-06' },
        ],
      },
    })
  })

  test('a worked Saturday takes a last day', () => {
    expect(ask('2031-02-07', [{ unit: 'day', n: 1 }])).toMatchObject({ got: { steps: [{ last_day: '2031-02-08' }] } })
    expect(ask('2031-02-08', [{ unit: 'day', n: 1 }])).toMatchObject({ got: { steps: [{ last_day: '2031-02-10' }] } })
  })

  test('one that can not be read says so', () => {
    expect(ask('soon', [])).toMatchObject({ id: 'x', got: null, error: expect.any(String) })
  })
})
