import { and, eq, isNull } from 'drizzle-orm'
import type { AnyPgColumn as Column } from 'drizzle-orm/pg-core'
import { type Owned, type OwnedTable, type Owner, ownerOf } from './same-row.ts'
import type { Tx } from './tx.ts'

/**
 * Two columns that name a row of another owner. No foreign key holds them, because owners may lie in other partitions or on
 * other servers: a job looks whether they still lead somewhere.
 */
export interface Reference {
  /** What names what, in the words of the office: `方案、会议和督办引用的上级单位`. */
  title: string
  division: Column
  id: Column
  to: OwnedTable
}

/** The counties that hold one. */
export async function listHolders(tx: Tx, { id }: Reference): Promise<string[]> {
  const rows = await tx.selectDistinct({ divisionCode: ownerOf(id) }).from(id.table)
  return rows.map(({ divisionCode }) => String(divisionCode))
}

/** What an owner names that is not there. */
export async function listBroken(tx: Tx, { division, id, to }: Reference, owner: Owner): Promise<Owned[]> {
  const target = and(eq(to.divisionCode, division), eq(to.id, id))
  const rows = await tx
    .select({ divisionCode: division, id })
    .from(id.table)
    .leftJoin(to.id.table, target)
    .where(and(eq(ownerOf(id), owner.divisionCode), isNull(to.id)))
    .orderBy(division, id)
  return rows.map((row) => ({ divisionCode: String(row.divisionCode), id: String(row.id) }))
}
