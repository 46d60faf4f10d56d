import type { PlanTable } from './plan-table.ts'

const cell = (text: string): string =>
  text
    .trim()
    .replace(/\\/gu, '\\\\')
    .replace(/\|/gu, '\\|')
    .replace(/\s*\n\s*/gu, '<br>')
const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`

/** A table in Markdown (GitHub's flavour). */
export function markdownTable(table: Pick<PlanTable, 'columns' | 'rows'>): string {
  const rule = table.columns.map((column) => (column.align === 'centre' ? ':-:' : '---'))
  return [row(table.columns.map((column) => column.title)), `| ${rule.join(' | ')} |`, ...table.rows.map(row)].join(
    '\n',
  )
}

/** Text for one line of a Markdown document: its marks lose their meaning. */
export const markdownText = (text: string): string => text.replace(/\s+/gu, ' ').replace(/([\\`*_[\]<>~#|])/gu, '\\$1')
