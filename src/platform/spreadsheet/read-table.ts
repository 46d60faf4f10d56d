import { cellOf, type ExpectedColumn, findHeader, normalTitle } from './match-columns.ts'
import type { SheetRow } from './read-rows.ts'

/** One record of a table: its texts by column, where the table has the column. */
export interface TableRow<K extends string = string> {
  /** As the spreadsheet numbers it, from 1. */
  row: number
  cells: ReadonlyMap<K, string>
  /** Why the row cannot be taken as it stands: sentences. */
  problems: string[]
}

export interface Table<K extends string = string> {
  rows: TableRow<K>[]
  /** Rows below the head that are no records: notes, sums, who filled it in; with their words. */
  skipped: { row: number; text: string }[]
}

/** How rows below a table begin that say something of it. */
const footers =
  /^(注|备注|说明|填表(人|单位|日期|说明)|填报(人|单位|日期|时间)|制表(人|单位|日期)?|编制(人|单位)|审核(人)?|审批(人)?|复核(人)?|经办(人)?|联系(人|电话|方式)|(单位|部门)?负责人|(单位)?(公章|盖章)|日期|打印(时间|日期))\s*[（(:：]|^(合计|总计|小计|共计|累计)(?=$|[\s（(:：\d])/

/** A sum or a signature fills few cells; a record that happens to begin like one fills more. */
const fewest = 3

/**
 * Reads the records of a sheet as offices keep it: the head is looked for under titles and notes, it may come again on
 * every printed page, and below the records stand notes and signatures. Cells without a value are told as problems of
 * their row. Throws where the head cannot be found.
 * @param nameKey the column without which a row is no record
 */
export function readTable<K extends string>(
  rows: readonly SheetRow[],
  columns: readonly ExpectedColumn<K>[],
  nameKey: K,
): Table<K> {
  const { places, titles, next } = findHeader(rows, columns)
  const table: Table<K> = { rows: [], skipped: [] }
  for (const row of rows.slice(next)) {
    if (isHeadAgain(row, titles)) continue
    const name = cellOf(row, places, nameKey)
    const text = row.cells.filter((cell) => cell !== '').join(' ')
    if (isFooter(row, name)) table.skipped.push({ row: row.row, text: text.slice(0, 80) })
    else {
      const cells = new Map([...places].map(([key, place]) => [key, row.cells[place] ?? '']))
      table.rows.push({ row: row.row, cells, problems: faults(row, places, columns) })
    }
  }
  return table
}

const isHeadAgain = ({ cells }: SheetRow, titles: readonly string[]): boolean =>
  titles.every((title, i) => normalTitle(cells[i] ?? '') === normalTitle(title))

function isFooter({ cells }: SheetRow, name: string): boolean {
  const filled = cells.filter((cell) => cell !== '')
  return (name === '' || name === filled[0]) && filled.length < fewest && footers.test(filled[0] ?? '')
}

function faults<K extends string>(
  row: SheetRow,
  places: ReadonlyMap<K, number>,
  columns: readonly ExpectedColumn<K>[],
): string[] {
  return columns.flatMap(({ key, title }) => {
    const fault = row.faults?.[places.get(key) ?? -1]
    if (fault === undefined) return []
    if (!fault.startsWith('#'))
      return [`“${title}”一格是${fault}，表格软件已经丢掉末几位。请把这一格设为文本后重新填写。`]
    return [`“${title}”一格的公式出错（${fault}）。请在表格里改好这一格再导入。`]
  })
}
