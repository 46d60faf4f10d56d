import { Refusal } from './errors.ts'

interface Transition<S extends string> {
  /** The step as people say it: 销号. */
  title: string
  from: readonly S[]
  to: S
}

/** A procedure as a table: states, and the steps that lead from one to the next. */
export interface Workflow<S extends string, A extends string> {
  name: string
  /** The states as people read them. */
  titles: Record<S, string>
  steps: Record<A, Transition<S>>
  can(state: S, step: A): boolean
  /** The state after the step; a `conflict` refusal when the procedure does not allow it. */
  next(state: S, step: A): S
}

/**
 * `workflow('plans.plan', states, { publish: { from: ['draft'], to: 'published', title: '印发' } })`
 * @param titles the state names as people read them, used in the refusal
 */
export function workflow<S extends string, A extends string>(
  name: string,
  titles: Record<S, string>,
  steps: Record<A, Transition<S>>,
): Workflow<S, A> {
  const can = (state: S, step: A) => steps[step].from.includes(state)
  return {
    name,
    titles,
    steps,
    can,
    next(state, step) {
      if (can(state, step)) return steps[step].to
      const allowed = steps[step].from.map((s) => `“${titles[s]}”`).join('、')
      throw new Refusal(
        'conflict',
        `${name}.${step}`,
        `当前状态是“${titles[state]}”，不能${steps[step].title}；只有${allowed}时可以。请刷新后再看。`,
      )
    },
  }
}
