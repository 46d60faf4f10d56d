import type { Owner } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Agency } from '../domain/agency.ts'
import { type Addressed, addressedIn, type Writer } from '../domain/standing.ts'
import { listAbove } from './agencies-above.ts'
import { divisionLine } from './divisions.ts'
import { listDivisionAgencies } from './register.ts'

/** How these agencies stand to an issuing organ of the owner, and to whom its papers to them are addressed. */
export async function judgeStandings(
  tx: Tx,
  agencyIds: readonly string[],
  { divisionCode, ...writer }: Owner & Omit<Writer, 'divisions'>,
): Promise<ReadonlyMap<string, readonly [Addressed, ...Addressed[]]>> {
  const own = await listDivisionAgencies(tx, divisionCode)
  const byId = new Map(own.map((agency) => [agency.id, agency]))
  const others = [...new Set(agencyIds)].filter((id) => !byId.has(id))
  for (const above of others.length === 0 ? [] : await listAbove(tx, others, { divisionCode }))
    byId.set(above.id, above)
  const divisions = divisionLine(divisionCode)
  const judge = (agency: Agency) => addressedIn(agency, byId, { ...writer, divisions })
  return new Map(
    [...new Set(agencyIds)].flatMap((id) => {
      const agency = byId.get(id)
      return agency ? [[id, judge(agency)] as const] : []
    }),
  )
}
