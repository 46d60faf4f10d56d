import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Tx } from '#platform/database/tx.ts'
import { isOverdue, type OrderFact, openStates } from '../domain/order.ts'
import { orders } from './tables.ts'

/** Matters issued and not yet closed, the soonest due first; for agendas, packs and marks on other pages. */
export async function listOpenOrders(tx: Tx, programmeId: string): Promise<OrderFact[]> {
  const rows = await tx
    .select()
    .from(orders)
    .where(and(eq(orders.programmeId, programmeId), inArray(orders.state, [...openStates])))
    .orderBy(asc(orders.dueOn), asc(orders.id))
  return rows.map(({ id, number, taskId, agencyId, level, state, issuedOn, dueOn }) => ({
    id,
    number,
    taskId,
    agencyId,
    level,
    state,
    issuedOn,
    dueOn,
    overdue: (today) => isOverdue({ state, dueOn }, today),
  }))
}
