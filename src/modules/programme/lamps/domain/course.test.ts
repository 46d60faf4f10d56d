import { describe, expect, test } from 'vitest'
import { approachOf, complaintOfCourse, expectedOn } from './course.ts'
import { courseInWords } from './course-text.ts'

const start = { on: '2026-01-01', value: 0 }
const end = { on: '2026-12-31', value: 100 }
const stretch = { startOn: start.on, endOn: end.on }
const points = (...days: (readonly [string, number])[]) => ({
  shape: 'points' as const,
  points: days.map(([on, value]) => ({ on, value })),
})

test('a course is said in words', () => {
  expect(courseInWords({ shape: 'linear' })).toBe('均匀推进')
  expect(courseInWords({ shape: 'quarters', shares: [0.1, 0.295, 0.6, 1] })).toBe('按季度，累计 10%、29.5%、60%、100%')
  expect(courseInWords(points(['2026-06-30', 10]))).toBe('逐点设定 1 个：2026-06-30 为 10')
})

describe('a way through points', () => {
  test('goes through them in the order of days, and leaves out what lies at its ends or beyond', () => {
    const way = approachOf(
      [start, end],
      points(['2026-09-30', 40], ['2026-06-30', 10], ['2026-01-01', 5], ['2026-12-31', 7], ['2027-01-01', 9]),
    )
    expect(way.knots.map(({ value }) => value)).toEqual([0, 10, 40, 100])
    expect([expectedOn(way, '2026-06-30'), expectedOn(way, '2026-08-15'), expectedOn(way, '2027-06-30')]).toEqual([
      10, 25, 100,
    ])
  })

  test('by quarters holds the first day, steps on the last day of each quarter and ends whole', () => {
    const way = approachOf([start, end], { shape: 'quarters', shares: [0.1, 0.3, 0.6, 1] })
    const due = ['2026-01-01', '2026-03-30', '2026-03-31', '2026-09-30', '2026-12-30', '2026-12-31']
    expect(due.map((on) => expectedOn(way, on))).toEqual([0, 0, 10, 60, 60, 100])
  })

  test('by quarters over two years shares out each year’s gain by itself', () => {
    const way = approachOf([start, { on: '2027-12-31', value: 200 }], { shape: 'quarters', shares: [0, 0.5, 0.5, 1] })
    expect(expectedOn(way, '2026-12-31')).toBeCloseTo(100, 0)
    expect(expectedOn(way, '2027-06-30')).toBeCloseTo(150, 0)
  })
})

describe('a course is refused', () => {
  test('when its quarters fall or do not end whole', () => {
    const complaint = (...shares: number[]) => complaintOfCourse({ shape: 'quarters', shares }, stretch)
    expect(complaint(0.2, 0.2, 0.6, 1)).toBeUndefined()
    expect(complaint(0.3, 0.2, 0.6, 1)).toContain('逐季不减')
    expect(complaint(0.1, 0.2, 0.6, 0.9)).toContain('第四季度为 100%')
  })

  test('when a point lies outside, or a day stands twice', () => {
    const complaint = (...days: string[]) => complaintOfCourse(points(...days.map((on) => [on, 1] as const)), stretch)
    expect(complaint('2026-01-01', '2026-12-31')).toBeUndefined()
    expect(complaint('2026-06-30', '2025-12-31')).toContain('2025-12-31 不在目标期限')
    expect(complaint('2027-01-01')).toContain('2027-01-01')
    expect(complaint('2026-06-30', '2026-06-30')).toBe('同一天写了两个数。')
  })
})
