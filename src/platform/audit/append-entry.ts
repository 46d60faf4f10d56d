import { eq } from 'drizzle-orm'
import type { Tx } from '#platform/database/tx.ts'
import { type AuditFact, genesisHash, hashEntry } from './chain.ts'
import { entries, heads } from './tables.ts'

/** Adds the next link within the caller's transaction: the write and its trace stand or fall together. */
export async function appendEntry(tx: Tx, fact: Omit<AuditFact, 'sequence'>): Promise<void> {
  const { divisionCode } = fact
  await tx.insert(heads).values({ divisionCode, sequence: 0, hash: genesisHash }).onConflictDoNothing()
  const [head] = await tx.select().from(heads).where(eq(heads.divisionCode, divisionCode)).for('update')
  const previousHash = head?.hash ?? genesisHash
  const next: AuditFact = { ...fact, sequence: (head?.sequence ?? 0) + 1 }
  const hash = hashEntry(next, previousHash)
  await tx.insert(entries).values({ ...next, previousHash, hash })
  await tx.update(heads).set({ sequence: next.sequence, hash }).where(eq(heads.divisionCode, divisionCode))
}
