import type { Writing } from './page-characters.ts'
import { inColumns } from './page-columns.ts'
import type { PageLine } from './page-lines.ts'
import { findTables, isWithin, tableLines } from './page-tables.ts'

/** The lines of a page in the order people read: tables where they stand, and between them the words, column by column. */
export function layOut({ characters, rules }: Writing): PageLine[] {
  const block = { next: 0 }
  const tables = findTables(rules).sort((a, b) => a.top - b.top)
  const inTable = tables.map((table) => characters.filter((each) => isWithin(each, table)))
  const taken = new Set(inTable.flat())
  let free = characters.filter((each) => !taken.has(each))
  const lines: PageLine[] = []
  for (const [i, table] of tables.entries()) {
    const above = free.filter((each) => each.y <= table.top + each.size * 0.35)
    free = free.filter((each) => each.y > table.top + each.size * 0.35)
    lines.push(...inColumns(above, block))
    block.next += 1
    lines.push(...tableLines(table, inTable[i] ?? [], block.next))
  }
  return [...lines, ...inColumns(free, block)]
}
