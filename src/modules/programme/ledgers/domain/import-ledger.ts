import type { LeftOut } from '#kernel/left-out.ts'
import type { LedgerColumn, LedgerImport, LedgerRow } from './ledger.ts'
import { plainCell } from './ledger-cells.ts'

/** A row as read: its number in the sheet, the mark, and the texts by column; a column the sheet lacks is absent. */
export interface ReadRow {
  row: number
  mark: string
  cells: Readonly<Record<string, string>>
  /** Why the row cannot be taken whatever it says. */
  problems?: readonly string[]
}

export interface ReadLedger extends LeftOut {
  rows: ReadRow[]
}

export interface TakenRow {
  row: number
  id: string
  name: string
  /** Canonical texts of the columns that change. */
  cells: Record<string, string>
}

export interface LedgerOutcome extends Omit<LedgerImport, 'ledger' | 'dryRun' | keyof LeftOut> {
  taken: TakenRow[]
}

export interface Comparing {
  columns: readonly LedgerColumn[]
  shown: readonly LedgerRow[]
  read: readonly ReadRow[]
  /** The column a row is named by. */
  nameKey: string
}

/**
 * What a sheet would change: each row is known by its mark, else by its name; only the columns that may be filled in count.
 * Rows the sheet lacks stay. The same sheet taken twice changes nothing the second time.
 */
export function compareLedger(comparing: Comparing): LedgerOutcome {
  const outcome: LedgerOutcome = { changed: [], unchanged: 0, refused: [], ignored: [], taken: [] }
  const seen = new Set<string>()
  for (const row of comparing.read) {
    const known = findRow(row, comparing)
    if ('reason' in known) outcome.refused.push({ row: row.row, reason: known.reason })
    else {
      const { id, name } = known.found
      if (seen.has(id)) outcome.refused.push({ row: row.row, reason: `“${name}”在表中出现了两次，请只保留一行。` })
      else compareRow(row, known.found, comparing, outcome)
      seen.add(id)
    }
  }
  return outcome
}

type Found = { found: LedgerRow } | { reason: string }

function findRow({ mark, cells, problems }: ReadRow, { shown, nameKey }: Comparing): Found {
  const name = plainCell(cells[nameKey] ?? '')
  if (problems?.length && name === '') return { reason: problems.join('') }
  if (mark !== '') {
    const byMark = shown.find(({ id }) => id === mark)
    if (byMark) return { found: byMark }
    return { reason: '最后一列（隐藏）的标识在系统中找不到，可能已被移除。请使用系统导出的表格填写。' }
  }
  if (name === '') return { reason: '这一行没有名称，无法对应。请补上名称，或删去这一行。' }
  const named = shown.filter((row) => plainCell(row.name) === name)
  if (named.length > 1) return { reason: `有 ${named.length} 行都叫“${name}”，无法对应。请使用系统导出的表格填写。` }
  const [only] = named
  if (only) return { found: only }
  return { reason: `没有名为“${name}”的任务，请核对名称，或使用系统导出的表格填写。` }
}

function compareRow(
  row: ReadRow,
  found: LedgerRow,
  { columns }: Pick<Comparing, 'columns'>,
  outcome: LedgerOutcome,
): void {
  const reasons: string[] = [...(row.problems ?? [])]
  const cells: Record<string, string> = {}
  const changes: LedgerImport['changed'][number]['cells'] = []
  for (const { key, title, read } of columns) {
    const text = row.cells[key]
    if (text === undefined) continue
    const before = found.cells[key] ?? ''
    const isComputed = read === undefined || found.computed?.includes(key) === true
    if (isComputed) {
      if (plainCell(text) !== plainCell(before))
        outcome.ignored.push({ row: row.row, column: title, text: plainCell(text), shown: plainCell(before) })
      continue
    }
    const taken = read(text)
    if ('reason' in taken) reasons.push(taken.reason)
    else if (taken.text !== plainCell(before)) {
      cells[key] = taken.text
      changes.push({ column: title, before: plainCell(before), after: taken.text })
    }
  }
  const { id, name } = found
  if (reasons.length > 0) outcome.refused.push({ row: row.row, reason: reasons.join(' ') })
  else if (changes.length === 0) outcome.unchanged += 1
  else {
    outcome.changed.push({ row: row.row, name, cells: changes })
    outcome.taken.push({ row: row.row, id, name, cells })
  }
}
