import type { PlanView, Problem } from '../../contract.ts'
import { openNames } from '../names/name-words.ts'

/** Errors neither mended nor accepted. */
export const openErrors = ({ problems }: Pick<PlanView, 'problems'>): readonly Problem[] =>
  problems.filter(({ severity, accepted }) => severity === 'error' && accepted === null)

export type NextStep =
  | { kind: 'settle'; count: number }
  | { kind: 'mend'; count: number; first: Problem }
  | { kind: 'publish' }
  | { kind: 'programme' }
  | { kind: 'amend'; count: number }
  | { kind: 'none'; reason: string | null }

/** The one next step of a plan: names first, because each one mended takes an error with it. */
export function nextStepOf(view: PlanView): NextStep {
  if (view.can.amendPlan.allowed) return { kind: 'amend', count: view.proposed }
  if (view.state === 'published' && view.proposed === 0) return { kind: 'programme' }
  if (view.can.publishPlan.allowed) return { kind: 'publish' }
  if (!view.can.correctPlan.allowed) return { kind: 'none', reason: view.can.correctPlan.reason }
  const unsettled = openNames(view).length
  if (unsettled > 0) return { kind: 'settle', count: unsettled }
  const errors = openErrors(view)
  const [first] = errors
  return first
    ? { kind: 'mend', count: errors.length, first }
    : { kind: 'none', reason: (view.proposed > 0 ? view.can.amendPlan : view.can.publishPlan).reason }
}
