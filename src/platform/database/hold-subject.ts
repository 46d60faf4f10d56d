import { sql } from 'drizzle-orm'
import type { Tx } from './tx.ts'

/**
 * Until the end of the transaction nobody else decides about this subject: for rules over rows that are not there yet,
 * which no row lock can guard. Ask it before the rows are read on which the decision stands.
 * @param subject an id, or a text that names it in the whole database
 */
export async function holdSubject(tx: Tx, subject: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${subject}, 0))`)
}
