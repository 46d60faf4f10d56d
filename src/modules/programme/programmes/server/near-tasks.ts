import { and, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { type Owned, ofRow } from '#platform/database/same-row.ts'
import type { Tx } from '#platform/database/tx.ts'
import { reachNear } from '../domain/near.ts'
import { targets } from './tables.ts'

/** Some tasks, and what one figure ties to them. */
export interface NearTasks {
  taskIds: readonly string[]
  /** Targets of no task. */
  overall: readonly string[]
}

const { id, taskId, planTargetId, target } = targets
const word = (...path: readonly string[]) => sql<string>`${target} #>> ${`{${path.join(',')}}`}`
const duplicateOf = sql<string | null>`${target} ->> 'duplicateOf'`
const columns = {
  id,
  taskId,
  planTargetId,
  duplicateOf,
  indicator: word('indicator', 'text'),
  kind: word('kind'),
  unit: word('unit'),
}

/** These tasks with all that a repeated target ties to them; read from the repeats alone, of which a plan has few. */
export async function listNearTasks(tx: Tx, programme: Owned, from: NearTasks): Promise<NearTasks> {
  const here = and(ofRow(targets.programmeId, programme), isNull(targets.droppedIn))
  const tied = or(isNotNull(duplicateOf), isNull(taskId))
  const tying = await tx.select(columns).from(targets).where(and(here, tied))
  const repeated = [...new Set(tying.flatMap((one) => one.duplicateOf ?? []))]
  const others =
    repeated.length === 0
      ? []
      : await tx
          .select(columns)
          .from(targets)
          .where(and(here, inArray(planTargetId, repeated)))
  const known = new Map([...others, ...tying].map((one) => [one.id, one]))
  return reachNear([...known.values()], from)
}
