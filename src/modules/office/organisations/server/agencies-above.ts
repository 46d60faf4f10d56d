import { and, eq, inArray } from 'drizzle-orm'
import type { Reference } from '#platform/database/reference.ts'
import { type Owner, ofRows } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { divisionLine } from './divisions.ts'
import { agencies, agenciesAbove, agencyColumns } from './tables.ts'

/**
 * Keeps which agencies of divisions above the rows of an owner name from now on. Only here does an id lead to another owner's
 * row, by (division, id); whoever else stores the id of an agency names one of the own register or one kept here.
 */
export async function keepAbove(tx: Tx, agencyIds: readonly string[], { divisionCode }: Owner): Promise<void> {
  const codes = divisionLine(divisionCode)
    .slice(1)
    .map(({ code }) => code)
  if (codes.length === 0 || agencyIds.length === 0) return
  const rows = await tx
    .select({ agencyId: agencies.id, agencyDivision: agencies.divisionCode })
    .from(agencies)
    .where(and(inArray(agencies.divisionCode, codes), inArray(agencies.id, [...new Set(agencyIds)])))
  if (rows.length > 0)
    await tx
      .insert(agenciesAbove)
      .values(rows.map((row) => ({ ...row, divisionCode })))
      .onConflictDoNothing()
}

/** What is kept here leads to rows of other owners. */
export const namedAbove: Reference = {
  title: '方案、会议和督办引用的上级单位',
  division: agenciesAbove.agencyDivision,
  id: agenciesAbove.agencyId,
  to: agencies,
}

/** Those of these agencies that belong to divisions above and are kept a reference to. */
export const listAbove = (tx: Tx, agencyIds: readonly string[], owner: Owner) =>
  tx
    .select(agencyColumns)
    .from(agenciesAbove)
    .innerJoin(
      agencies,
      and(eq(agencies.divisionCode, agenciesAbove.agencyDivision), eq(agencies.id, agenciesAbove.agencyId)),
    )
    .where(ofRows(agenciesAbove.agencyId, agencyIds, owner))
