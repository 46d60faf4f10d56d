import type { Addressed, Standing } from '#modules/office/organisations/contract.ts'
import { judgeStandings } from '#modules/office/organisations/server/index.ts'
import type { Owner } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import type { Issuing } from '../domain/issuing.ts'

/** How agencies stand to who signs today, and how papers address them. */
export const addressAgencies = (
  tx: Tx,
  agencyIds: readonly string[],
  { divisionCode, issuer, voice }: Owner & Pick<Issuing, 'issuer' | 'voice'>,
): Promise<ReadonlyMap<string, readonly [Addressed, ...Addressed[]]>> =>
  judgeStandings(tx, agencyIds, { divisionCode, issuer, voice })

export async function standingsOf(...asked: Parameters<typeof addressAgencies>): Promise<Map<string, Standing>> {
  const addressed = await addressAgencies(...asked)
  return new Map([...addressed].map(([id, [first]]) => [id, first.standing]))
}
