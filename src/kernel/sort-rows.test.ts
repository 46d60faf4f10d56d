import { expect, test } from 'vitest'
import { sortRows } from './sort-rows.ts'

const by = (x: string | number | null) => x

test('figures inside words sort by value', () => {
  expect(sortRows(['任务10', '任务9', '任务1'], by, false)).toEqual(['任务1', '任务9', '任务10'])
})

test('Chinese sorts by pinyin', () => {
  expect(sortRows(['科技局', '财政局', '教育局'], by, false)).toEqual(['财政局', '教育局', '科技局'])
})

test('what is missing stands last in both directions', () => {
  expect(sortRows([null, 2, 0, 1], by, false)).toEqual([0, 1, 2, null])
  expect(sortRows([null, 2, 0, 1], by, true)).toEqual([2, 1, 0, null])
})

test('without an order the rows stay as they came', () => {
  const rows = [3, 1, 2]
  expect(sortRows(rows, undefined, true)).toBe(rows)
})
