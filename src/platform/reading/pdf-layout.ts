import type { Writing } from './pdf-characters.ts'
import { inColumns } from './pdf-columns.ts'
import type { PdfLine } from './pdf-lines.ts'
import { findTables, isWithin, tableLines } from './pdf-tables.ts'

/** The lines of a page in the order people read: tables where they stand, and between them the words, column by column. */
export function layOut({ characters, rules }: Writing): PdfLine[] {
  const block = { next: 0 }
  const tables = findTables(rules).sort((a, b) => a.top - b.top)
  const inTable = tables.map((table) => characters.filter((each) => isWithin(each, table)))
  const taken = new Set(inTable.flat())
  let free = characters.filter((each) => !taken.has(each))
  const lines: PdfLine[] = []
  for (const [i, table] of tables.entries()) {
    const above = free.filter((each) => each.y <= table.top + each.size * 0.35)
    free = free.filter((each) => each.y > table.top + each.size * 0.35)
    lines.push(...inColumns(above, block))
    block.next += 1
    lines.push(...tableLines(table, inTable[i] ?? [], block.next))
  }
  return [...lines, ...inColumns(free, block)]
}
