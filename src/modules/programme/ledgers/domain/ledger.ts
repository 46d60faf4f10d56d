import { z } from 'zod'
import { LeftOut } from '#kernel/left-out.ts'

export const LedgerKind = z.enum(['tasks', 'workbook'])
export type LedgerKind = z.infer<typeof LedgerKind>

export const ledgerTitles: Record<LedgerKind, string> = {
  tasks: '任务清单',
  workbook: '工作台账',
}

/** What taking a filled-in ledger would change or changed, cell by cell. */
export const LedgerImport = z.object({
  ledger: LedgerKind,
  dryRun: z.boolean(),
  changed: z.array(
    z.object({
      row: z.int(),
      name: z.string(),
      cells: z.array(z.object({ column: z.string(), before: z.string(), after: z.string() })),
    }),
  ),
  unchanged: z.int(),
  refused: z.array(z.object({ row: z.int(), reason: z.string() })),
  /** Cells of computed columns that differ: they stay as computed. */
  ignored: z.array(z.object({ row: z.int(), column: z.string(), text: z.string(), shown: z.string() })),
  ...LeftOut.shape,
})
export type LedgerImport = z.infer<typeof LedgerImport>

/** A cell as it is kept, or why it cannot be. */
export type ReadCell = { text: string } | { reason: string }

export interface LedgerColumn {
  key: string
  title: string
  /** In characters; a Chinese one takes two. */
  width: number
  kind?: 'text' | 'number'
  /** Other titles offices use for it. */
  aliases?: readonly string[]
  /** May come back filled in; how its text is read. Without it the column is computed. */
  read?: (text: string) => ReadCell
}

export interface LedgerRow {
  /** Of the task. */
  id: string
  /** By which a row is known when its mark is lost. */
  name: string
  cells: Readonly<Record<string, string>>
  /** Columns that are computed in this row although others may fill them in. */
  computed?: readonly string[]
}

/** Stands last, hidden, and says which record a row is. */
export const markColumn = { key: 'mark', title: '标识' } as const
