import { and, asc, lte } from 'drizzle-orm'
import { type Owned, ofRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { holdingOpenings, type Opening, type OpeningFact, openingFact } from '../domain/opening.ts'
import { openings } from './tables.ts'

/** What the office said of how things stood, as it holds at a moment. */
export async function listOpenings(tx: Tx, programme: Owned, asOf: Date): Promise<Opening[]> {
  const known = and(ofRow(openings.programmeId, programme), lte(openings.saidAt, asOf))
  const rows = await tx.select().from(openings).where(known).orderBy(asc(openings.saidAt), asc(openings.id))
  return holdingOpenings(rows, asOf)
}

/** The same as others judge by it. */
export const listOpeningFacts = async (tx: Tx, programme: Owned, asOf: Date): Promise<OpeningFact[]> =>
  (await listOpenings(tx, programme, asOf)).map(openingFact)
