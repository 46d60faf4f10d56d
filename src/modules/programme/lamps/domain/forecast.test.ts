import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#kernel/day.ts'
import { forecastOf } from './forecast.ts'

const aim = { wanted: 100, wantedOn: '2026-12-31', falling: false, running: true, whole: false, highest: Infinity }
const every30 = (values: readonly number[]) => values.map((value, i) => ({ on: addDays('2026-01-31', i * 30), value }))

describe('a forecast', () => {
  test('of an even pace goes on evenly, with the day it is reached', () => {
    expect(forecastOf(every30([10, 20, 30, 40]), aim)).toMatchObject({
      value: 121.3333,
      low: 121.3333,
      high: 121.3333,
      reachesOn: '2026-10-28',
    })
  })

  test('is not given from fewer than three days, nor for a day that has passed', () => {
    expect(forecastOf(every30([10, 20]), aim)).toBeNull()
    expect(
      forecastOf(
        every30([10, 20, 30]).map((p) => ({ ...p, on: p.on.replace('2026', '2027') })),
        aim,
      ),
    ).toBeNull()
    expect(
      forecastOf(
        [
          { on: '2026-03-01', value: 1 },
          { on: '2026-03-01', value: 2 },
          { on: '2026-04-01', value: 3 },
        ],
        aim,
      ),
    ).toBeNull()
  })

  test('is not thrown off by one wrong figure', () => {
    const { value } = forecastOf(every30([10, 20, 900, 40, 50, 60]), { ...aim, running: false })!
    expect(value).toBeGreaterThan(105)
    expect(value).toBeLessThan(135)
  })

  test('of what is reached names the day it was', () => {
    expect(forecastOf(every30([40, 80, 101, 110]), aim)?.reachesOn).toBe('2026-04-01')
  })

  test('of what stands still or goes the wrong way is not in sight', () => {
    expect(forecastOf(every30([10, 10, 10]), aim)?.reachesOn).toBeNull()
    expect(
      forecastOf(every30([10, 12, 14]), { ...aim, falling: true, wanted: 5, running: false })?.reachesOn,
    ).toBeNull()
  })

  test('lies in its band; what adds up does not go back', () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 3, maxLength: 11 }),
        fc.boolean(),
        (values, running) => {
          const found = forecastOf(every30(values), { ...aim, running })
          if (!found) return
          expect(found.low).toBeLessThanOrEqual(found.value)
          expect(found.high).toBeGreaterThanOrEqual(found.value)
          if (running) expect(found.low).toBeGreaterThanOrEqual(values.at(-1)!)
        },
      ),
    ))
})
