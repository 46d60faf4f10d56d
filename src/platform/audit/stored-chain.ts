import { and, asc, eq, gt } from 'drizzle-orm'
import type { Db, Tx } from '#platform/database/tx.ts'
import type { AuditEntry } from './chain.ts'
import { type Comparison, compareHead, formatHead, type Head, type StatedHead } from './head.ts'
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

/** Ends of all chains, to be written down outside the database: on paper, in a backup, in a file. */
export const listHeads = (tx: Tx | Db): Promise<Head[]> => tx.select().from(heads).orderBy(asc(heads.divisionCode))

/** The end of one chain; null before its first entry. */
export async function findHead(tx: Tx | Db, divisionCode: string): Promise<Head | null> {
  const [head] = await tx.select().from(heads).where(eq(heads.divisionCode, divisionCode))
  return head ?? null
}

/** The end of one chain as a paper carries it; undefined before the first entry. */
export async function headOnPaper(tx: Tx, divisionCode: string): Promise<string | undefined> {
  const head = await findHead(tx, divisionCode)
  return head ? `审计链 ${formatHead(head)}` : undefined
}

/**
 * Verifies what the database holds, and that it ends where it says it ends.
 * @param kept heads known from elsewhere; those of other divisions are passed over
 */
export async function verifyStoredChain(
  tx: Tx | Db,
  divisionCode: string,
  kept: readonly Head[] = [],
): Promise<ChainVerdict> {
  const head = await findHead(tx, divisionCode)
  const ofDivision = kept.filter((one) => one.divisionCode === divisionCode)
  return verifyChain(listStoredChain(tx, divisionCode), { head, kept: ofDivision })
}

/** Divisions that have entries or a head, and those a head kept elsewhere knows of: a chain that is gone is looked for. */
export async function listDivisionsWithTrail(tx: Tx | Db, kept: readonly Head[] = []): Promise<string[]> {
  const ofEntries = await tx.selectDistinct({ divisionCode: entries.divisionCode }).from(entries)
  const found = [...ofEntries, ...(await listHeads(tx)), ...kept].map(({ divisionCode }) => divisionCode)
  return [...new Set(found)].sort()
}

/** Holds a head somebody has against what the database has in its place. */
export async function compareStoredHead(tx: Tx | Db, divisionCode: string, stated: StatedHead): Promise<Comparison> {
  const there = and(eq(entries.divisionCode, divisionCode), eq(entries.sequence, stated.sequence))
  const [entry] = await tx.select({ hash: entries.hash }).from(entries).where(there)
  return compareHead(stated, entry?.hash)
}
