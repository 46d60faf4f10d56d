/** A task's schedule as other modules judge it. */
export interface ScheduleFact {
  taskId: string
  revisionId: string
  /** From the latest start of its first step to the latest finish of its last. */
  startOn: string
  finishOn: string
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
