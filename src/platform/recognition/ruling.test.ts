import { expect, test } from 'vitest'
import type { Pixels } from './pixels.ts'
import { findLines, withoutLines } from './ruling.ts'
import { dropSpecks } from './specks.ts'
import { leanOf, turnBack } from './straighten.ts'

function paper(
  width: number,
  height: number,
  dark: readonly (readonly [left: number, top: number, right: number, bottom: number])[],
): Pixels {
  const data = new Uint8Array(width * height).fill(255)
  for (const [left, top, right, bottom] of dark) {
    for (let y = top; y < bottom; y += 1) data.fill(0, y * width + left, y * width + right)
  }
  return { width, height, data }
}
const darkIn = ({ data }: Pixels): number => data.reduce((sum, value) => sum + (value < 150 ? 1 : 0), 0)

/** Two rows and two columns, and in the first cell the stroke of a large letter. */
const table = [
  [50, 50, 450, 52],
  [50, 150, 450, 152],
  [50, 250, 450, 252],
  [50, 50, 52, 252],
  [250, 50, 252, 252],
  [448, 50, 450, 252],
  [80, 98, 160, 103],
] as const

test('the lines of a table are found, a stroke of a letter is none', () => {
  const lines = findLines(paper(500, 300, table))
  expect(lines.filter(({ isAcross }) => isAcross)).toHaveLength(3)
  expect(lines.filter(({ isAcross }) => !isAcross)).toHaveLength(3)
})

test('a page without its lines keeps its letters', () => {
  const page = paper(500, 300, table)
  expect(darkIn(withoutLines(page, findLines(page)))).toBe(80 * 5)
})

test('a bar is no line, nor are the strokes of a title alone', () => {
  expect(findLines(paper(500, 300, [[50, 50, 450, 80]]))).toEqual([])
  expect(
    findLines(
      paper(500, 300, [
        [50, 50, 130, 54],
        [70, 40, 74, 100],
      ]),
    ),
  ).toEqual([])
})

test.each([-1.5, 0, 0.3, 1.5, 3])('a page that leans by %d degrees is set straight', (degrees) => {
  const rows = Array.from({ length: 12 }, (_, i) => [100, 60 + i * 60, 1100, 72 + i * 60] as const)
  const leaning = turnBack(paper(1200, 800, rows), -degrees)
  expect(Math.abs(leanOf(leaning) - degrees)).toBeLessThan(0.07)
})

test('specks are dropped, the point of a figure stays', () => {
  const page = paper(60, 60, [
    [10, 10, 12, 12],
    [30, 30, 34, 34],
  ])
  dropSpecks(page)
  expect(darkIn(page)).toBe(16)
})
