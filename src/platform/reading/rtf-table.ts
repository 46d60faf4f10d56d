/** A cell as a row defines it ([MS RTF 1.9], Table Definitions): its right edge in twips, and how it is merged. */
export interface RtfCell {
  right: number
  /** Goes on with the cell above, or before. */
  isBelow: boolean
  isBeside: boolean
}

export interface RtfRow {
  cells: RtfCell[]
  words: string[]
}

/** Edges closer than this, in twips, are one. */
const touch = 40

/**
 * One line a row, tabs between the columns. A cell merged downwards says its words in every row it covers, one merged
 * sideways leaves its further columns empty. A table of one column is a frame around paragraphs.
 */
export function rtfTableLines(rows: readonly RtfRow[]): string[] {
  if (rows.every(({ words }) => words.length <= 1)) return rows.flatMap(({ words }) => words)
  const edges = rows.flatMap(({ cells }) => cells.map(({ right }) => right)).sort((a, b) => a - b)
  const columns = edges.filter((edge, i) => i === 0 || edge - (edges[i - 1] ?? 0) > touch)
  const above = new Map<number, string>()
  return rows.map(({ cells, words }) => {
    const line: string[] = []
    for (const [i, said] of words.entries()) {
      const cell = cells[i]
      const column = line.length
      const shown = cell?.isBeside ? '' : cell?.isBelow ? (above.get(column) ?? inOneLine(said)) : inOneLine(said)
      above.set(column, shown)
      const end = cell ? columns.findLastIndex((edge) => edge <= cell.right) + 1 : column + 1
      line.push(shown, ...Array.from({ length: Math.max(0, end - column - 1) }, () => ''))
    }
    return line.join('\t')
  })
}

const inOneLine = (words: string): string =>
  words
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' ')
