/** A task's schedule as other modules judge it. */
export interface ScheduleFact {
  taskId: string
  revisionId: string
  /** From the latest start of its first step to the latest finish of its last; null where no dates could be found. */
  startOn: string | null
  finishOn: string | null
  /** The last day it was planned towards. */
  deadlineOn: string | null
  steps: readonly {
    stepId: string
    title: string
    startOn: string
    finishOn: string
    doneOn: string | null
    /** Done by a signed figure: how far it is, is for those to judge who read figures. */
    byFigure?: boolean
  }[]
}

interface OpenStep {
  revisionId: string
  stepId: string
  title: string
  finishOn: string
}

/** The steps of a task not yet done that were or are to be done by a day, the earliest first; none that a figure makes done. */
export function listOpenSteps(schedule: ScheduleFact | undefined, by: string): OpenStep[] {
  if (!schedule) return []
  const { revisionId, steps } = schedule
  return steps
    .filter(({ doneOn, finishOn, byFigure = false }) => doneOn === null && finishOn <= by && !byFigure)
    .map(({ stepId, title, finishOn }) => ({ revisionId, stepId, title, finishOn }))
    .sort((a, b) => (a.finishOn < b.finishOn ? -1 : 1))
}
