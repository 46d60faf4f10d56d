import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#kernel/day.ts'
import { forecastOf } from './forecast.ts'

const aim = { wanted: 100, wantedOn: '2026-10-27', falling: false, running: true, whole: false, highest: Infinity }
const every30 = (values: readonly number[]) => values.map((value, i) => ({ on: addDays('2026-01-31', i * 30), value }))

describe('a forecast', () => {
  test('of an even pace goes on evenly, with the day it is reached', () => {
    expect(forecastOf(every30([10, 20, 30, 40]), aim)).toMatchObject({
      value: 99.6667,
      low: 96.6833,
      high: 102.65,
      reachesOn: '2026-10-28',
    })
  })

  test('is not given from fewer than four days, nor for a day that has passed or is far', () => {
    expect(forecastOf(every30([10, 20, 30]), aim)).toBeNull()
    expect(forecastOf(every30([10, 20, 30, 40]), { ...aim, wantedOn: '2027-12-31' })).toBeNull()
    expect(
      forecastOf(
        every30([10, 20, 30, 40]).map((p) => ({ ...p, on: p.on.replace('2026', '2027') })),
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
    const { value } = forecastOf(every30([10, 20, 31, 40, 300, 61, 70, 80]), { ...aim, running: false })!
    expect(value).toBeGreaterThan(95)
    expect(value).toBeLessThan(110)
  })

  test('of what is reached names the day it was', () => {
    expect(forecastOf(every30([30, 62, 101, 130]), aim)?.reachesOn).toBe('2026-04-01')
  })

  test('is not given of what stands still, bends or comes at once; what goes the wrong way is not in sight', () => {
    expect(forecastOf(every30([10, 10, 10, 10]), aim)).toBeNull()
    expect(forecastOf(every30([1, 4, 9, 16, 25, 36]), aim)).toBeNull()
    expect(forecastOf(every30([0, 0, 0, 0, 40, 40]), aim)).toBeNull()
    expect(
      forecastOf(every30([10, 12, 14, 16]), { ...aim, falling: true, wanted: 5, running: false })?.reachesOn,
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
          expect(found.high).toBeGreaterThan(found.low)
          if (running) expect(found.low).toBeGreaterThanOrEqual(values.at(-1)!)
        },
      ),
    ))
})

/** The minimal standard generator (Park and Miller 1988): the same series on every machine. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
}

/** Twelve figures of a year by month, the share of the whole by then; what is called a lump comes in three pieces at no time in particular. */
const shapes: Record<string, (month: number, random: () => number) => number> = {
  'even, exact': (month) => month / 12,
  'even, straying by a tenth': (month, random) => (month + (random() - 0.5) * 1.2) / 12,
  'faster and faster': (month) => (month / 12) ** 2.2,
  'slower and slower': (month) => 1 - (1 - month / 13) ** 2.4,
  'nothing until the last months': (month, random) => (month < 10 ? 0.02 * random() : (month - 9) / 3),
  'in three lumps': (month, random) => (month < 3 + random() ? 0 : month < 7 ? 0.3 : month < 11 ? 0.6 : 1),
}

test('forty invented series of six shapes whose end is known', () => {
  const rows = Object.entries(shapes).map(([shape, shareAt], i) => {
    const found = Array.from({ length: i < 4 ? 7 : 6 }, (_, n) => {
      const random = chance(100 * i + n + 1)
      const whole = 50 + 400 * random()
      const year = Array.from({ length: 12 }, (__, m) => ({
        on: addDays('2026-01-31', m * 30),
        value: Number((whole * shareAt(m + 1, random)).toFixed(2)),
      }))
      const end = year.at(-1)!
      const forecast = forecastOf(year.slice(0, 8), { ...aim, wanted: whole, wantedOn: end.on, running: false })
      return { forecast, end: end.value, error: forecast && Math.abs(forecast.value - end.value) / end.value }
    })
    const given = found.filter(({ forecast }) => forecast !== null)
    const hit = given.filter(({ forecast, end }) => forecast!.low <= end && end <= forecast!.high)
    const worst = Math.max(0, ...given.map(({ error }) => error!))
    return [shape, found.length, given.length, hit.length, `${Math.round(worst * 100)} %`]
  })
  // Shape, series, forecasts given, with the end in their band, the worst miss of the end.
  expect(rows).toEqual([
    ['even, exact', 7, 7, 7, '0 %'],
    ['even, straying by a tenth', 7, 7, 6, '13 %'],
    ['faster and faster', 7, 0, 0, '0 %'],
    ['slower and slower', 7, 0, 0, '0 %'],
    ['nothing until the last months', 6, 0, 0, '0 %'],
    ['in three lumps', 6, 0, 0, '0 %'],
  ])
})
