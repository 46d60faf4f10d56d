import type { Period } from '../../compiled-plan.ts'
import type { Passage } from '../passage.ts'

/** What is known of the whole plan when its sentences are read. */
export interface QuantityContext {
  period: Period | null
  /** Day of issue, `YYYY-MM-DD`. */
  issuedOn: string | null
  titleYear: number | null
  /** Administrative level of the issuer: 省, 地级市, 县级市, 县, 园区… */
  level: string
  /** Today, `YYYY-MM-DD`; null when deadlines are not to be held against the calendar. */
  today: string | null
}

/** A run of the plan's own prose: a paragraph of the goals, a task, a safeguard. */
export interface Clause {
  passage: Passage
  taskId: string | null
  /** Headings from the top of the document down to here. */
  path: readonly string[]
  kind: 'goal' | 'task' | 'measure' | 'other'
  /** The day its task's bracket or column of deadlines sets, `YYYY-MM-DD`; it bounds figures that name no year themselves. */
  dueOn: string | null
}

/** The first year the plan speaks of; null when nothing in it or about it names one. */
export function planYear(context: QuantityContext): number | null {
  if (context.titleYear !== null) return context.titleYear
  // Neither title nor date of issue tells it: the last year the goals name bounds it from above.
  if (context.issuedOn === null && context.period !== null)
    return Math.min(Number(context.period.start.slice(0, 4)), Number(context.period.end.slice(0, 4)) - 1)
  const day = context.period?.start ?? context.issuedOn
  return day === null || day === undefined ? null : Number(day.slice(0, 4))
}
