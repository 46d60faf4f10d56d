import { eq } from 'drizzle-orm'
import { listHolders } from '#modules/office/accounts/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { type Overseen, overseenByLeader } from '../domain/oversight.ts'
import { oversights } from './tables.ts'

/** The leaders of a division with what each looks after, by name. */
export async function listLeaders(
  tx: Tx,
  divisionCode: string,
): Promise<(Overseen & { userId: string; name: string })[]> {
  const holders = await listHolders(tx, divisionCode, { roles: ['leader'] })
  // The database puts names in the order of its bytes, and so do we.
  const leaders = holders
    .map(({ userId, name }) => ({ userId, name }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.userId < b.userId ? -1 : 1))
  const rows = await tx.select().from(oversights).where(eq(oversights.divisionCode, divisionCode))
  const byLeader = overseenByLeader(rows)
  return leaders.map((leader) => ({ ...leader, ...(byLeader.get(leader.userId) ?? { agencyIds: [], taskIds: [] }) }))
}
