import type { CompiledPlan, Diagnostic } from '#compiler/compiled-plan.ts'
import { report } from '#compiler/plan/diagnostics/catalogue.ts'
import { checkAgencies } from '#compiler/plan/diagnostics/check-agencies.ts'
import { checkTargets } from '#compiler/plan/quantities/check-targets.ts'
import { linkTargets } from '#compiler/plan/quantities/compare-targets.ts'
import type { QuantityContext } from '#compiler/plan/quantities/context.ts'
import { overlapsAny } from '#kernel/span.ts'

/** What depends on tasks, agencies and targets alone, so it can be asked again once they are corrected. */
const asked = /^GT(?:105|13\d|20[1235-9])$/
/** What is mended by saying the year. */
const yearless = /^GT10[12]$/
const vague = 'GT204'
const past = 'GT206'

/**
 * The corrected plan with the diagnostics that hold for it: an owner that was added silences “no owner”, a changed
 * figure is compared anew. What the compiler said of the text itself (damage, numbering, annexes) stays.
 */
export function recheck(plan: CompiledPlan): CompiledPlan {
  const { targets, diagnostics: compared } = linkTargets(
    plan.targets.map((target) => ({ ...target, duplicateOf: null })),
  )
  const { period, issuedOn } = plan.document
  const context: QuantityContext = { period, issuedOn, titleYear: null, level: '', today: null }
  const again = [
    ...(plan.tasks.length === 0 ? [report('GT105', [0, 0])] : []),
    ...checkAgencies(plan.tasks),
    ...compared,
    ...checkTargets(targets, [], context),
  ]
  const kept = plan.diagnostics.filter(stillHolds(plan))
  return { ...plan, targets, diagnostics: [...kept, ...again].sort((a, b) => a.span[0] - b.span[0]) }
}

function stillHolds({ targets, document }: CompiledPlan): (found: Diagnostic) => boolean {
  const isOfValue = overlapsAny(targets.map(({ valueSpan }) => valueSpan))
  const isOfClause = overlapsAny(targets.map(({ clause }) => clause.span))
  return ({ code, span }) => {
    if (code === past) return isOfValue(span)
    if (code === vague) return !isOfClause(span)
    return yearless.test(code) ? document.period === null : !asked.test(code)
  }
}
