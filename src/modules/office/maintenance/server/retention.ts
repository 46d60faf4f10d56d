import { eq } from 'drizzle-orm'
import type { Db, Tx } from '#platform/database/tx.ts'
import { firstRetention, Retention } from '../domain/retention.ts'
import { retentions } from './tables.ts'

/** How many backups the county keeps. */
export async function loadRetention(tx: Tx | Db, divisionCode: string): Promise<Retention> {
  const [found] = await tx.select().from(retentions).where(eq(retentions.divisionCode, divisionCode))
  return found ? Retention.parse(found) : firstRetention
}
