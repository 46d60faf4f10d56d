import { groupBy } from '#kernel/group-by.ts'

/** A target as far as it ties tasks together. */
export interface LinkedTarget {
  id: string
  taskId: string | null
  planTargetId: string
  /** What it repeats, by its id in the plan. */
  duplicateOf: string | null
  indicator: string
  kind: string
  unit: string
}

/** A task, or targets of no task that speak of one thing. */
const placeOf = ({ taskId, indicator, kind, unit }: LinkedTarget): string =>
  taskId ?? JSON.stringify([indicator, kind, unit])

/**
 * The tasks, and targets of no task, that one figure ties to some of them: a target that repeats another is answered by the same figure, wherever it
 * stands. Of every other target nothing is known to its task alone.
 * @param targets all that repeat or are repeated, and all of no task
 */
export function reachNear(
  targets: readonly LinkedTarget[],
  from: { taskIds: readonly string[]; overall: readonly string[] },
): { taskIds: string[]; overall: string[] } {
  const byPlanId = new Map(targets.map((target) => [target.planTargetId, target]))
  const ties = targets.flatMap((target) => {
    const repeated = target.duplicateOf === null ? undefined : byPlanId.get(target.duplicateOf)
    if (!repeated) return []
    const [one, other] = [placeOf(target), placeOf(repeated)]
    return [
      { from: one, to: other },
      { from: other, to: one },
    ]
  })
  const tiesFrom = groupBy(ties, ({ from }) => from)
  const begun = new Set(from.overall)
  const reached = new Set([...from.taskIds, ...targets.filter(({ id }) => begun.has(id)).map(placeOf)])
  // A set that grows while it is walked through: what is added is walked through too.
  for (const place of reached) for (const { to } of tiesFrom.get(place) ?? []) reached.add(to)
  const overall = targets.filter((target) => target.taskId === null && reached.has(placeOf(target)))
  const ofPlan = new Set(overall.map(placeOf))
  return { taskIds: [...reached].filter((place) => !ofPlan.has(place)), overall: overall.map(({ id }) => id) }
}
