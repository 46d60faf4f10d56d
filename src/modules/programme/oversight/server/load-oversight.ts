import { and, asc, eq, isNull } from 'drizzle-orm'
import { users } from '#modules/office/accounts/server/index.ts'
import type { Tx } from '#platform/database/tx.ts'
import { type Overseen, overseenByLeader } from '../domain/oversight.ts'
import { follows } from './tables.ts'

/** The leaders of a division with what each looks after, by name. */
export async function listLeaders(
  tx: Tx,
  divisionCode: string,
): Promise<(Overseen & { userId: string; name: string })[]> {
  const leaders = await tx
    .select({ userId: users.id, name: users.name })
    .from(users)
    .where(and(eq(users.divisionCode, divisionCode), eq(users.role, 'leader'), isNull(users.disabledReason)))
    .orderBy(asc(users.name), asc(users.id))
  const rows = await tx.select().from(follows).where(eq(follows.divisionCode, divisionCode))
  const byLeader = overseenByLeader(rows)
  return leaders.map((leader) => ({ ...leader, ...(byLeader.get(leader.userId) ?? { agencyIds: [], taskIds: [] }) }))
}
