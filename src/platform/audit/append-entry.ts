import { desc, eq } from 'drizzle-orm'
import type { Tx } from '#platform/database/tx.ts'
import { type AuditFact, genesisHash, hashEntry } from './chain.ts'
import { headLost } from './head-lost.ts'
import { entries, heads } from './tables.ts'

type End = typeof heads.$inferSelect
type NewFact = Omit<AuditFact, 'sequence'>

/**
 * Adds the next link within the caller's transaction: the write and its trace stand or fall together.
 *
 * A division's first entry has no head before it. Where there are entries and no head, or one that was set back, somebody
 * altered the database: the chain goes on from the last entry there is, so that the county can work, and says so in an entry
 * of its own. Where entries and head are gone the database knows nothing; heads kept elsewhere do (`kept-heads.ts`).
 */
export async function appendEntry(tx: Tx, fact: NewFact): Promise<void> {
  const { divisionCode, at } = fact
  const end = (await lockHead(tx, divisionCode)) ?? (await beginChain(tx, fact))
  if (await append(tx, end, fact)) return
  const last = await lastEntry(tx, divisionCode)
  const mended = last && (await append(tx, last, headLost(last, at)))
  if (!mended || !(await append(tx, mended, fact))) throw new Error('the chain has no end to go on from')
}

/** @returns the new end; undefined, with nothing written, when an entry stands there already */
async function append(tx: Tx, end: End, fact: NewFact): Promise<End | undefined> {
  const { divisionCode, hash: previousHash } = end
  const next: AuditFact = { ...fact, sequence: end.sequence + 1 }
  const hash = hashEntry(next, previousHash)
  const row = { ...next, previousHash, hash }
  const made = await tx.insert(entries).values(row).onConflictDoNothing().returning({ sequence: entries.sequence })
  if (made.length === 0) return undefined
  await tx.update(heads).set({ sequence: next.sequence, hash }).where(eq(heads.divisionCode, divisionCode))
  return { divisionCode, sequence: next.sequence, hash }
}

async function lockHead(tx: Tx, divisionCode: string): Promise<End | undefined> {
  const [head] = await tx.select().from(heads).where(eq(heads.divisionCode, divisionCode)).for('update')
  return head
}

async function lastEntry(tx: Tx, divisionCode: string): Promise<End | undefined> {
  const { sequence, hash } = entries
  const ofDivision = eq(entries.divisionCode, divisionCode)
  const [last] = await tx.select({ sequence, hash }).from(entries).where(ofDivision).orderBy(desc(sequence)).limit(1)
  return last && { divisionCode, ...last }
}

/** Makes the head that is not there, as before a first entry; where there are entries the next one then finds its place taken. */
async function beginChain(tx: Tx, { divisionCode }: NewFact): Promise<End> {
  await tx.insert(heads).values({ divisionCode, sequence: 0, hash: genesisHash }).onConflictDoNothing()
  // Another transaction may have begun the chain meanwhile.
  const head = await lockHead(tx, divisionCode)
  if (!head) throw new Error('a head that was written is not there')
  return head
}
