import { attributeOf, childAt, childrenOf, type MarkupNode, numberAt, tagOf } from './xml.ts'

/** Widest table Word makes. */
const widest = 63

interface Cell {
  node: MarkupNode
  /** Place of its first column. */
  column: number
  width: number
}

/**
 * The cells of a table, row by row and column by column. A cell merged downwards stands in every row it covers; one
 * merged sideways stands in its first column and leaves the others undefined, so that columns stay under their titles.
 */
export function tableCells(table: MarkupNode, isDeleted: (node: MarkupNode) => boolean): (MarkupNode | undefined)[][] {
  const above = new Map<number, MarkupNode>()
  return unwrapped(table, 'tr')
    .filter((row) => !isDeleted(row))
    .map((row) => {
      const line: (MarkupNode | undefined)[] = []
      for (const { node, column, width } of cellsOf(row, isDeleted)) {
        const merge = childAt(node, 'tcPr', 'vMerge')
        const continues = merge !== undefined && attributeOf(merge, 'val') !== 'restart'
        const shown = continues ? (above.get(column) ?? node) : node
        if (merge) above.set(column, shown)
        else above.delete(column)
        while (line.length < column) line.push(undefined)
        line.push(shown, ...Array.from({ length: width - 1 }, () => undefined))
      }
      return line
    })
}

function cellsOf(row: MarkupNode, isDeleted: (node: MarkupNode) => boolean): Cell[] {
  let column = Math.min(widest, numberAt(row, 'trPr', 'gridBefore') ?? 0)
  return unwrapped(row, 'tc')
    .filter((cell) => !isDeleted(cell))
    .map((node) => {
      const width = Math.min(widest, Math.max(1, numberAt(node, 'tcPr', 'gridSpan') ?? 1))
      const cell = { node, column, width }
      column += width
      return cell
    })
}

/** Whether a row or a cell was taken out under revision. */
export const isDeletedPart = (node: MarkupNode): boolean =>
  childrenOf(childAt(node, 'trPr'), 'del').length > 0 || childAt(node, 'tcPr', 'cellDel') !== undefined

const unwrapped = (node: MarkupNode, tag: string): MarkupNode[] =>
  (node.children ?? []).flatMap((child) => {
    if (tagOf(child) === tag) return [child]
    return ['sdt', 'sdtContent', 'customXml', 'ins', 'moveTo'].includes(tagOf(child)) ? unwrapped(child, tag) : []
  })
