import { and, eq, gt, like, notLike, or } from 'drizzle-orm'
import type { Tx } from '#platform/database/tx.ts'
import { entries, heads } from './tables.ts'

/** The end of a division's trail: whatever is written later gets a higher number. 0 before the first entry. */
export async function endOfTrail(tx: Tx, divisionCode: string): Promise<number> {
  const [head] = await tx.select({ sequence: heads.sequence }).from(heads).where(eq(heads.divisionCode, divisionCode))
  return head?.sequence ?? 0
}

/**
 * Whether an operation of the division has written since a place in the trail, for results that are kept as long as
 * nothing they rest on can have changed.
 * @param within beginnings of the names of the operations that matter: `statements.`
 * @param apart beginnings of those of them that do not
 */
export async function isWrittenSince(
  tx: Tx,
  { divisionCode, sequence }: { divisionCode: string; sequence: number },
  { within, apart }: { within: readonly string[]; apart: readonly string[] },
): Promise<boolean> {
  const later = and(
    eq(entries.divisionCode, divisionCode),
    gt(entries.sequence, sequence),
    eq(entries.outcome, 'done'),
    or(...within.map((beginning) => like(entries.operation, `${beginning}%`))),
    ...apart.map((beginning) => notLike(entries.operation, `${beginning}%`)),
  )
  const rows = await tx.select({ sequence: entries.sequence }).from(entries).where(later).limit(1)
  return rows.length > 0
}
