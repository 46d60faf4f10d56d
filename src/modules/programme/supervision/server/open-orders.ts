import { and, asc, inArray } from 'drizzle-orm'
import { type Owned, ofRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { isOverdue, type OrderFact, openStates } from '../domain/order.ts'
import { orders } from './tables.ts'

/** Cases issued and not yet closed, the soonest due first; for agendas, packs and marks on other pages. */
export async function listOpenOrders(tx: Tx, programme: Owned): Promise<OrderFact[]> {
  const rows = await tx
    .select()
    .from(orders)
    .where(and(ofRow(orders.programmeId, programme), inArray(orders.state, [...openStates])))
    .orderBy(asc(orders.dueOn), asc(orders.id))
  return rows.map(({ id, number, taskId, agencyId, level, standing, state, issuedOn, dueOn }) => ({
    id,
    number,
    taskId,
    agencyId,
    level,
    standing,
    state,
    issuedOn,
    dueOn,
    overdue: (today) => isOverdue({ state, dueOn }, today),
  }))
}
