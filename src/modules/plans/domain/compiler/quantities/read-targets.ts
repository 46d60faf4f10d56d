import type { Diagnostic, PlanTarget } from '../../compiled-plan.ts'
import type { Clause, QuantityContext } from './context.ts'

export interface TargetsRead {
  targets: PlanTarget[]
  diagnostics: Diagnostic[]
}

/** The numeric targets a plan sets, and what is doubtful about them. */
export function readTargets(_clauses: readonly Clause[], _context: QuantityContext): TargetsRead {
  return { targets: [], diagnostics: [] }
}
