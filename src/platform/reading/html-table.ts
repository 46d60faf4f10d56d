import { descendants, type MarkupNode, wordsOf } from './xml.ts'

const rowsOf = (table: MarkupNode): MarkupNode[] => [...descendants(table, 'tr')]
const cellsOf = (row: MarkupNode): MarkupNode[] =>
  (row.children ?? []).filter(({ name }) => name === 'td' || name === 'th')

/** A cell longer than this holds a document, not a value. */
const longestCell = 1500
const widestSpan = 60

/** Whether a table is a table, and not the scaffolding old pages are laid out with. */
export function isGrid(table: MarkupNode): boolean {
  if (!descendants(table, 'table').next().done) return false
  const rows = rowsOf(table).map(cellsOf)
  const wide = rows.filter((cells) => cells.length > 1).length
  return wide > 0 && wide * 2 >= rows.length && rows.flat().every((cell) => wordsOf(cell).trim().length <= longestCell)
}

/**
 * One line per row, cells parted by tabs. A cell merged downwards says its words in every row it covers, one merged
 * sideways leaves its further columns empty, so that columns stay under their titles.
 */
export function tableLines(table: MarkupNode, textOf: (cell: MarkupNode) => string): string[] {
  const reserved = new Map<number, { rows: number; text: string }>()
  return rowsOf(table).map((row) => {
    const line: string[] = []
    const fillReserved = () => {
      for (let above = reserved.get(line.length); above && above.rows > 0; above = reserved.get(line.length)) {
        reserved.set(line.length, { ...above, rows: above.rows - 1 })
        line.push(above.text)
      }
    }
    for (const cell of cellsOf(row)) {
      fillReserved()
      const text = textOf(cell)
      const width = span(cell, 'colspan')
      const height = span(cell, 'rowspan')
      for (let i = 0; i < width; i += 1) {
        const shown = i === 0 ? text : ''
        if (height > 1) reserved.set(line.length, { rows: height - 1, text: shown })
        line.push(shown)
      }
    }
    fillReserved()
    return line.join('\t')
  })
}

const span = (cell: MarkupNode, name: string): number =>
  Math.min(widestSpan, Math.max(1, Number.parseInt(cell.attribs?.[name] ?? '1', 10) || 1))
