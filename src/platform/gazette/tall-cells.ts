import type { SheetTable } from './gazette.ts'
import { textWidth } from './text-width.ts'

export type Merge = 'restart' | 'continue'

interface Room {
  /** Width of each column and height of the page, in points. */
  widths: readonly number[]
  height: number
  size: number
}

/**
 * For each merged column which cells begin a tall cell and which belong to the one above. A tall cell is kept under half
 * a page, so that its words are seen on every page a long group runs over.
 */
export function tallCells({ rows, merged = [] }: SheetTable, room: Room): Record<number, Merge[]> {
  const heights = rows.map((row) => rowHeight(row, room))
  const marks: Record<number, Merge[]> = {}
  merged.forEach((column, depth) => {
    const within = merged.slice(0, depth + 1)
    let tall = 0
    marks[column] = rows.map((row, r) => {
      const height = heights[r] ?? 0
      const continues = r > 0 && within.every((c) => row[c] === rows[r - 1]?.[c]) && tall + height <= room.height / 2
      tall = continues ? tall + height : height
      return continues ? 'continue' : 'restart'
    })
  })
  return marks
}

const rowHeight = (row: readonly string[], { widths, size }: Room): number =>
  Math.max(...row.map((text, c) => lines(text, ((widths[c] ?? 0) - 8) / size))) * size * 1.4 + 4

const lines = (text: string, perLine: number): number =>
  text
    .split('\n')
    .reduce((sum, part) => sum + Math.max(1, Math.ceil(textWidth(part) / Math.max(1, Math.floor(perLine)))), 0)
