/** A task's schedule as other modules judge it. */
export interface ScheduleFact {
  taskId: string
  revisionId: string
  /** From the latest start of its first step to the latest finish of its last; null where no dates could be found. */
  startOn: string | null
  finishOn: string | null
  /** The last day it was planned towards. */
  deadlineOn: string | null
  steps: readonly { stepId: string; title: string; startOn: string; finishOn: string; doneOn: string | null }[]
}

interface OpenStep {
  revisionId: string
  stepId: string
  title: string
  finishOn: string
}

/** The steps of a task not yet done that were or are to be done by a day, the earliest first. */
export function listOpenSteps(schedule: ScheduleFact | undefined, by: string): OpenStep[] {
  if (!schedule) return []
  const { revisionId, steps } = schedule
  return steps
    .filter(({ doneOn, finishOn }) => doneOn === null && finishOn <= by)
    .map(({ stepId, title, finishOn }) => ({ revisionId, stepId, title, finishOn }))
    .sort((a, b) => (a.finishOn < b.finishOn ? -1 : 1))
}
