import { and, count, eq } from 'drizzle-orm'
import { type Actor, agencyStaff } from '#kernel/actor.ts'
import type { Todo } from '#kernel/todo.ts'
import type { Tx } from '#platform/database/tx.ts'
import { isHost } from '../domain/order-acts.ts'
import { todosOfHost, todosOfOffice } from '../domain/todos.ts'
import { countOpenRequests, listVisibleOrders, loadActing } from './load-order.ts'
import { proposals } from './tables.ts'

/** What a person has to do for the cases of a programme. */
export async function listTodos(tx: Tx, actor: Actor, programmeId: string, today: string): Promise<Todo[]> {
  if (agencyStaff.includes(actor.role)) {
    const acting = await loadActing(tx, actor)
    const mine = await listVisibleOrders(tx, programmeId, actor)
    return todosOfHost(
      mine.filter((order) => isHost(order, acting)),
      today,
    )
  }
  if (actor.role !== 'office') return []
  const orders = await listVisibleOrders(tx, programmeId, actor)
  const asking = await countOpenRequests(
    tx,
    orders.map(({ id }) => id),
    actor,
  )
  const here = and(eq(proposals.divisionCode, actor.divisionCode), eq(proposals.programmeId, programmeId))
  const [open] = await tx
    .select({ n: count() })
    .from(proposals)
    .where(and(here, eq(proposals.state, 'open')))
  return todosOfOffice({ programmeId, orders, asking, proposals: open?.n ?? 0 })
}
