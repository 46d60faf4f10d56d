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

/** One line per row, cells parted by tabs; merged cells leave their further places empty, so columns stay under titles. */
export function tableLines(table: MarkupNode, textOf: (cell: MarkupNode) => string): string[] {
  const reserved = new Map<number, number>()
  return rowsOf(table).map((row) => {
    const line: string[] = []
    const skipReserved = () => {
      for (let rows = reserved.get(line.length); rows; rows = reserved.get(line.length)) {
        reserved.set(line.length, rows - 1)
        line.push('')
      }
    }
    for (const cell of cellsOf(row)) {
      skipReserved()
      const width = span(cell, 'colspan')
      const height = span(cell, 'rowspan')
      for (let i = 0; i < width; i += 1) {
        if (height > 1) reserved.set(line.length, height - 1)
        line.push(i === 0 ? textOf(cell) : '')
      }
    }
    skipReserved()
    return line.join('\t')
  })
}

const span = (cell: MarkupNode, name: string): number =>
  Math.min(widestSpan, Math.max(1, Number.parseInt(cell.attribs?.[name] ?? '1', 10) || 1))
