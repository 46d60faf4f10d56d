import type { CompiledPlan, PlanTarget, PlanTask } from '#compiler/compiled-plan.ts'
import type { Span } from '#kernel/span.ts'

/** How many characters two spans share; two equal empty spans share one, so that an anchor without length is found. */
const shared = (a: Span, b: Span): number =>
  a[0] === b[0] && a[1] === b[1] ? Math.max(1, a[1] - a[0]) : Math.min(a[1], b[1]) - Math.max(a[0], b[0])

function closest<T>(elements: readonly T[], spanOf: (element: T) => Span, at: Span): T | undefined {
  let best: T | undefined
  let most = 0
  for (const element of elements) {
    const overlap = shared(spanOf(element), at)
    if (overlap > most) [best, most] = [element, overlap]
  }
  return best
}

/** The task whose title stands at the anchor; undefined when the words there are no task's title any more. */
export const findTask = (plan: CompiledPlan, at: Span): PlanTask | undefined =>
  closest(plan.tasks, (task) => task.titleSpan, at)

/** The target whose figure stands at the anchor. */
export const findTarget = (plan: CompiledPlan, figure: Span): PlanTarget | undefined =>
  closest(plan.targets, (target) => target.valueSpan, figure)

/** Ids of added elements say where they stand, so the same correction gives the same id every time. */
export const addedId = (prefix: string, [start, end]: Span): string => `${prefix}@${start}-${end}`
