import { and, asc, eq, gt } from 'drizzle-orm'
import type { Db, Tx } from '#platform/database/tx.ts'
import type { AuditEntry } from './chain.ts'
import { entries, heads } from './tables.ts'
import { type ChainVerdict, verifyChain } from './verify-chain.ts'

const batch = 2000

/** A division's entries from the first on, a batch at a time: a trail of years need not fit in memory. */
export async function* listStoredChain(tx: Tx | Db, divisionCode: string): AsyncGenerator<AuditEntry> {
  let after = 0
  for (;;) {
    const rows = await tx
      .select()
      .from(entries)
      .where(and(eq(entries.divisionCode, divisionCode), gt(entries.sequence, after)))
      .orderBy(asc(entries.sequence))
      .limit(batch)
    yield* rows
    const last = rows.at(-1)
    if (!last || rows.length < batch) return
    after = last.sequence
  }
}

/** Verifies what the database holds, and that it ends where it says it ends. */
export async function verifyStoredChain(tx: Tx | Db, divisionCode: string): Promise<ChainVerdict> {
  const [head] = await tx.select().from(heads).where(eq(heads.divisionCode, divisionCode))
  return verifyChain(listStoredChain(tx, divisionCode), head)
}

export async function listDivisionsWithTrail(tx: Tx | Db): Promise<string[]> {
  const rows = await tx.select({ divisionCode: heads.divisionCode }).from(heads).orderBy(asc(heads.divisionCode))
  return rows.map((row) => row.divisionCode)
}
