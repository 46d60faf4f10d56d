import { attributeOf, type MarkupNode, tagOf } from './xml.ts'

/** Widest and longest stretch of equal cells or rows that is believed: programs fill a sheet's edge with them. */
const most = 60

const countOf = (node: MarkupNode, name: string): number =>
  Math.min(most, Math.max(1, Number.parseInt(attributeOf(node, name) ?? '1', 10) || 1))

/** The cells of a table, as `tableCells` gives those of Word's: merged ones stand in every row they cover. */
export function odtCells(table: MarkupNode): (MarkupNode | undefined)[][] {
  const above = new Map<number, { cell: MarkupNode; rows: number }>()
  return rowsOf(table).map((row) => {
    const line: (MarkupNode | undefined)[] = []
    for (const cell of (row.children ?? []).filter((each) => tagOf(each).endsWith('table-cell'))) {
      const times = countOf(cell, 'number-columns-repeated')
      for (let i = 0; i < times; i += 1) line.push(cellAt(cell, line.length, above))
    }
    return line
  })
}

type Above = Map<number, { cell: MarkupNode; rows: number }>

function cellAt(cell: MarkupNode, column: number, above: Above): MarkupNode | undefined {
  if (tagOf(cell) !== 'covered-table-cell') {
    const rows = countOf(cell, 'number-rows-spanned')
    if (rows > 1) above.set(column, { cell, rows: rows - 1 })
    else above.delete(column)
    return cell
  }
  const over = above.get(column)
  if (!over || over.rows === 0) return undefined
  above.set(column, { ...over, rows: over.rows - 1 })
  return over.cell
}

function rowsOf(node: MarkupNode): MarkupNode[] {
  return (node.children ?? []).flatMap((child) => {
    const tag = tagOf(child)
    if (tag === 'table-row') return Array.from({ length: countOf(child, 'number-rows-repeated') }, () => child)
    return ['table-header-rows', 'table-rows', 'table-row-group'].includes(tag) ? rowsOf(child) : []
  })
}
