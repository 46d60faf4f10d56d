import { calledHere, getAgencyNames, listDivisionAgencies } from '#modules/office/organisations/server/index.ts'
import type { Owner } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'

/** What an agency is called on screens and in lists; numbered papers and the trail name it in full. */
export type CallAgency = (agencyId: string) => string

const gone = '已撤并的单位'

/**
 * How agencies are called here: by the short name where there is one. Within a task an agency bears the name the plan gives it.
 * @param agencyIds those that may belong to divisions above
 */
export async function callAgencies(tx: Tx, owner: Owner, agencyIds: readonly string[]): Promise<CallAgency> {
  const own = new Map((await listDivisionAgencies(tx, owner.divisionCode)).map((one) => [one.id, calledHere(one)]))
  const others = [...new Set(agencyIds)].filter((id) => !own.has(id))
  const above = await getAgencyNames(tx, others, owner)
  return (agencyId) => own.get(agencyId) ?? above.get(agencyId) ?? gone
}
