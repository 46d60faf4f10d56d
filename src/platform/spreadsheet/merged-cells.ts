import type { RawRow } from './raw-row.ts'

/** Cells shown as one; rows and columns from 0, ends included. */
export interface MergedCells {
  top: number
  left: number
  bottom: number
  right: number
}

/**
 * Gives a cell merged downwards its word in every row it covers: asked row by row, in their order. One merged sideways
 * says it in its first column only, so that columns stay under their titles.
 */
export function spreadMerged(merged: readonly MergedCells[]): (row: RawRow) => RawRow {
  const tall = merged.filter(({ top, bottom }) => bottom > top).sort((a, b) => a.top - b.top)
  const open: { range: MergedCells; value: unknown }[] = []
  let next = 0
  return (row) => {
    const { index, values } = row
    for (; (tall[next]?.top ?? Number.POSITIVE_INFINITY) <= index; next += 1) {
      const range = tall[next]
      if (range) open.push({ range, value: range.top === index ? values[range.left] : undefined })
    }
    for (let i = open.length - 1; i >= 0; i -= 1) if ((open[i]?.range.bottom ?? -1) < index) open.splice(i, 1)
    // A row that holds nothing itself is no row, whatever is merged over it.
    if (values.every(isNothing)) return row
    const filled = open.filter(({ range, value }) => range.top < index && !isNothing(value))
    if (filled.length === 0) return row
    const line = [...values]
    const fromAbove: number[] = []
    for (const { range, value } of filled) {
      while (line.length <= range.left) line.push(null)
      if (!isNothing(line[range.left])) continue
      line[range.left] = value
      fromAbove.push(range.left)
    }
    return { ...row, values: line, fromAbove }
  }
}

const isNothing = (value: unknown): boolean => value === null || value === undefined || value === ''

/** `B2:C5`; undefined for what is no range of cells. */
export function rangeOf(reference: string): MergedCells | undefined {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})$/i.exec(reference.trim())
  if (!found) return undefined
  const [, left = '', top = '', right = '', bottom = ''] = found
  return { left: columnOf(left), top: Number(top) - 1, right: columnOf(right), bottom: Number(bottom) - 1 }
}

/** Column letters → place from 0. */
export const columnOf = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
