import { z } from 'zod'

export const LedgerKind = z.enum(['tasks', 'projects', 'policies', 'workbook'])
export type LedgerKind = z.infer<typeof LedgerKind>

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
  added: z.array(z.object({ row: z.int(), name: z.string() })),
  unchanged: z.int(),
  refused: z.array(z.object({ row: z.int(), reason: z.string() })),
  /** Cells of computed columns that differ: they stay as computed. */
  ignored: z.array(z.object({ row: z.int(), column: z.string(), text: z.string(), shown: z.string() })),
})
export type LedgerImport = z.infer<typeof LedgerImport>
