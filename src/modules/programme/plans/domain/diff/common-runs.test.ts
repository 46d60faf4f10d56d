import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { commonRuns } from './common-runs.ts'

const letters = fc.array(fc.constantFrom('甲', '乙', '丙', '丁'), { maxLength: 40 })

/** The length of the longest common subsequence by the textbook table. */
function longest(a: readonly string[], b: readonly string[]): number {
  let above = Array.from({ length: b.length + 1 }, () => 0)
  for (const x of a) {
    const row = [0]
    b.forEach((y, j) => row.push(x === y ? above[j]! + 1 : Math.max(above[j + 1]!, row[j]!)))
    above = row
  }
  return above[b.length]!
}

test('every run is shared by both sequences and runs keep their order', () =>
  fc.assert(
    fc.property(letters, letters, (a, b) => {
      let [i, j] = [0, 0]
      for (const run of commonRuns(a, b)) {
        expect(run.before).toBeGreaterThanOrEqual(i)
        expect(run.after).toBeGreaterThanOrEqual(j)
        expect(a.slice(run.before, run.before + run.length)).toEqual(b.slice(run.after, run.after + run.length))
        i = run.before + run.length
        j = run.after + run.length
      }
    }),
  ))

test('no longer common subsequence exists', () =>
  fc.assert(
    fc.property(letters, letters, (a, b) => {
      const found = commonRuns(a, b).reduce((sum, run) => sum + run.length, 0)
      expect(found).toBe(longest(a, b))
    }),
    { numRuns: 500 },
  ))

test('two long texts with nothing in common are given up quickly', () => {
  const a = Array.from({ length: 30_000 }, (_, i) => `a${i}`)
  const b = Array.from({ length: 30_000 }, (_, i) => `b${i}`)
  expect(commonRuns(a, b)).toEqual([])
})
