import type { Tx } from '#platform/database/tx.ts'
import { loadCurrent } from './load-schedules.ts'

/** A task's schedule as other modules judge it. */
export interface ScheduleFact {
  taskId: string
  revisionId: string
  /** From the latest start of its first step to the latest finish of its last. */
  startOn: string
  finishOn: string
  steps: { stepId: string; title: string; startOn: string; finishOn: string; doneOn: string | null }[]
}

/** Schedules of a programme, or of some of its tasks, as known at a moment; a task that could not be scheduled has none. */
export async function loadScheduleFacts(
  tx: Tx,
  programmeId: string,
  asOf: Date,
  taskIds?: readonly string[],
): Promise<Map<string, ScheduleFact>> {
  const current = await loadCurrent(tx, programmeId, asOf, taskIds)
  const facts = new Map<string, ScheduleFact>()
  for (const [taskId, { id, steps, dates }] of current) {
    const of = new Map(dates.map((one) => [one.stepId, one]))
    const dated = steps.flatMap(({ id: stepId, title, done }) => {
      const planned = of.get(stepId)
      return planned
        ? [{ stepId, title, startOn: planned.startOn, finishOn: planned.finishOn, doneOn: done?.on ?? null }]
        : []
    })
    if (dated.length === 0) continue
    const startOn = dated.reduce(
      (first, step) => (step.startOn < first ? step.startOn : first),
      dated[0]?.startOn ?? '',
    )
    const finishOn = dated.reduce((last, step) => (step.finishOn > last ? step.finishOn : last), '')
    facts.set(taskId, { taskId, revisionId: id, startOn, finishOn, steps: dated })
  }
  return facts
}
