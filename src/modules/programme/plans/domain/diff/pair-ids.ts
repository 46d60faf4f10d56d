import type { CompiledPlan } from '#compiler/compiled-plan.ts'
import { matchPlans } from './match-plans.ts'

export interface IdPair {
  before: string
  after: string
}

/** Which task and which target of the newer issue is which of the older one, as the comparison pairs them. */
export function pairIds(before: CompiledPlan, after: CompiledPlan): { tasks: IdPair[]; targets: IdPair[] } {
  const pairs = matchPlans(before, after)
  return {
    tasks: idsOf(pairs.tasks, before.tasks, after.tasks),
    targets: idsOf(pairs.targets, before.targets, after.targets),
  }
}

function idsOf(
  pairs: readonly (readonly [number, number])[],
  before: readonly { id: string }[],
  after: readonly { id: string }[],
): IdPair[] {
  return pairs.flatMap(([i, j]) => {
    const [left, right] = [before[i], after[j]]
    return left && right ? [{ before: left.id, after: right.id }] : []
  })
}
