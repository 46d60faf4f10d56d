import { asc } from 'drizzle-orm'
import { type Owned, ofRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Correction } from '../domain/correction.ts'
import { corrections } from './tables.ts'

/** Every correction asked for in a programme, the oldest first. */
export const listCorrections = (tx: Tx, programme: Owned): Promise<Correction[]> =>
  tx
    .select()
    .from(corrections)
    .where(ofRow(corrections.programmeId, programme))
    .orderBy(asc(corrections.askedAt), asc(corrections.id))
