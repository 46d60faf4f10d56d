import { and, count, eq, isNotNull, isNull } from 'drizzle-orm'
import { refersTo } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { taskAgencies, tasks } from './tables.ts'

/** How many tasks in force each agency of a division leads. */
export async function countLeads(tx: Tx, divisionCode: string): Promise<Map<string, number>> {
  const rows = await tx
    .select({ agencyId: taskAgencies.agencyId, leads: count() })
    .from(taskAgencies)
    .innerJoin(tasks, refersTo(taskAgencies.taskId, tasks))
    .where(
      and(
        eq(taskAgencies.divisionCode, divisionCode),
        eq(taskAgencies.role, 'lead'),
        isNotNull(taskAgencies.agencyId),
        isNull(tasks.droppedIn),
      ),
    )
    .groupBy(taskAgencies.agencyId)
  return new Map(rows.flatMap(({ agencyId, leads }) => (agencyId === null ? [] : [[agencyId, leads] as const])))
}
