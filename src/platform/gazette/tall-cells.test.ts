import { expect, test } from 'vitest'
import { tallCells } from './tall-cells.ts'

const room = { widths: [100, 200], height: 400, size: 12 }
const columns = [
  { title: '一级任务', width: 1 },
  { title: '内容', width: 2 },
]

test('a group that runs over half a page begins again, so that every page names it', () => {
  const rows = Array.from({ length: 20 }, () => ['甲行动', '内容'])
  const marks = tallCells({ columns, rows, merged: [0] }, room)[0]!
  const tall = Math.floor(400 / 2 / (12 * 1.4 + 4))
  expect(marks.indexOf('restart', 1)).toBe(tall)
})

test('an inner column never joins across two outer groups', () => {
  const rows = [
    ['甲', '同名'],
    ['乙', '同名'],
  ]
  expect(tallCells({ columns, rows, merged: [0, 1] }, room)[1]).toEqual(['restart', 'restart'])
})
