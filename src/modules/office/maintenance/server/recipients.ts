import { asc, eq, sql } from 'drizzle-orm'
import type { Db, Tx } from '#platform/database/tx.ts'
import { Recipient } from '../domain/recipient.ts'
import { recipients } from './tables.ts'

export async function loadRecipient(tx: Tx | Db, divisionCode: string): Promise<Recipient | null> {
  const [found] = await tx.select().from(recipients).where(eq(recipients.divisionCode, divisionCode))
  return found ? Recipient.parse(found) : null
}

/** Whom a backup is sealed to. It holds the whole database, so each county in it must be able to open it. */
export async function listRecipients(db: Db): Promise<string[]> {
  // A backup is made before an upgrade too, when the table is not there yet.
  const { rows } = await db.execute<{ found: boolean }>(
    sql`select to_regclass('keeping.recipient') is not null as found`,
  )
  if (!rows[0]?.found) return []
  const all = await db
    .selectDistinct({ recipient: recipients.recipient })
    .from(recipients)
    .orderBy(asc(recipients.recipient))
  return all.map(({ recipient }) => recipient)
}
