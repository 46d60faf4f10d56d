import { desc, eq } from 'drizzle-orm'
import type { Tx } from '#platform/database/tx.ts'
import { type AuditFact, genesisHash, hashEntry } from './chain.ts'
import { headLost } from './head-lost.ts'
import { entries, heads } from './tables.ts'

type End = typeof heads.$inferSelect

/** Adds the next link within the caller's transaction: the write and its trace stand or fall together. */
export async function appendEntry(tx: Tx, fact: Omit<AuditFact, 'sequence'>): Promise<void> {
  const end = (await lockHead(tx, fact.divisionCode)) ?? (await beginChain(tx, fact))
  await append(tx, end, fact)
}

async function append(tx: Tx, end: End, fact: Omit<AuditFact, 'sequence'>): Promise<End> {
  const { divisionCode, hash: previousHash } = end
  const next: AuditFact = { ...fact, sequence: end.sequence + 1 }
  const hash = hashEntry(next, previousHash)
  await tx.insert(entries).values({ ...next, previousHash, hash })
  await tx.update(heads).set({ sequence: next.sequence, hash }).where(eq(heads.divisionCode, divisionCode))
  return { divisionCode, sequence: next.sequence, hash }
}

async function lockHead(tx: Tx, divisionCode: string): Promise<End | undefined> {
  const [head] = await tx.select().from(heads).where(eq(heads.divisionCode, divisionCode)).for('update')
  return head
}

/**
 * A division's first entry has no head before it. Where there are entries and no head, somebody took it away: the chain goes
 * on from the last entry there is, so that the county can work, and says so in an entry of its own. Where both are gone the
 * database knows nothing; heads kept elsewhere do (`kept-heads.ts`).
 */
async function beginChain(tx: Tx, { divisionCode, at }: Pick<AuditFact, 'divisionCode' | 'at'>): Promise<End> {
  const ofDivision = eq(entries.divisionCode, divisionCode)
  const [last] = await tx.select().from(entries).where(ofDivision).orderBy(desc(entries.sequence)).limit(1)
  const from: End = { divisionCode, sequence: last?.sequence ?? 0, hash: last?.hash ?? genesisHash }
  const made = await tx.insert(heads).values(from).onConflictDoNothing().returning({ sequence: heads.sequence })
  const end = await lockHead(tx, divisionCode)
  if (!end) throw new Error('a head that was written is not there')
  // Another transaction may have begun the chain meanwhile.
  return made.length > 0 && last ? append(tx, end, headLost(end, at)) : end
}
