import type { MarkupNode } from './xml.ts'

/**
 * The lines of a table: one a row with tabs between the cells, a cell that stands in several rows read once. A table of
 * one column is a frame around paragraphs.
 */
export function gridLines(
  rows: readonly (readonly (MarkupNode | undefined)[])[],
  readCell: (cell: MarkupNode) => string[],
): string[] {
  const read = new Map<MarkupNode, string[]>()
  for (const cell of new Set(rows.flat())) if (cell) read.set(cell, readCell(cell))
  const linesOf = (cell: MarkupNode | undefined) => (cell && read.get(cell)) ?? []
  if (rows.every((row) => row.length <= 1)) return [...new Set(rows.flat())].flatMap(linesOf)
  return rows.map((row) => row.map((cell) => inOneLine(linesOf(cell))).join('\t'))
}

const inOneLine = (lines: readonly string[]): string =>
  lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ')
