import type { CompiledPlan } from '#compiler/compiled-plan.ts'
import { pairIds } from '../diff/pair-ids.ts'
import type { Correction } from './correction.ts'

/**
 * What the earlier issue is assessed by and the words of the new one leave open again: nobody is to settle the same reading twice, nor
 * to see the lamps of a programme turn because it was not settled again.
 *
 * @returns corrections of the newer issue, one for each target whose reading was settled before; none where it was settled anew
 */
export function keepSettled(before: CompiledPlan, after: CompiledPlan): Correction[] {
  const earlier = new Map(before.targets.map((target) => [target.id, target]))
  const later = new Map(after.targets.map((target) => [target.id, target]))
  return pairIds(before, after).targets.flatMap((pair) => {
    const [was, is] = [earlier.get(pair.before), later.get(pair.after)]
    const accrual = was?.accrual
    if (!is?.accrualOther || !accrual || was.accrualOther != null || was.kind !== is.kind) return []
    return accrual === is.accrual || accrual === is.accrualOther
      ? [{ kind: 'settleAccrual', at: is.clause.span, figures: [is.valueSpan], accrual }]
      : []
  })
}
