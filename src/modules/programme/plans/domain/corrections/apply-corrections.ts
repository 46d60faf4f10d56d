import type { CompiledPlan } from '#compiler/compiled-plan.ts'
import { addAgency, changeRole, dropAgency, renameAgency } from './correct-agencies.ts'
import { addTarget, changeTarget, dropTarget, settleAccrual } from './correct-targets.ts'
import { addTask, changeDue, changeTaskKind, dropTask, mergeTasks, retitleTask, splitTask } from './correct-tasks.ts'
import type { Correction } from './correction.ts'

export interface Corrected<C extends Correction> {
  plan: CompiledPlan
  /** Those that found nothing to change: the words they point at hold something else under this compiler. */
  lost: C[]
}

/**
 * The plan as the office wants it: what was compiled, with every correction applied in the order it was made.
 * Nothing is written back, so the same corrections can be laid over what a newer compiler makes of the same text.
 */
export function applyCorrections<C extends Correction>(
  compiled: CompiledPlan,
  corrections: readonly C[],
): Corrected<C> {
  let plan = compiled
  const lost: C[] = []
  for (const correction of corrections) {
    const next = applyCorrection(plan, correction)
    if (next) plan = next
    else lost.push(correction)
  }
  return { plan, lost }
}

/** Applies one correction; undefined when it finds nothing to change. */
export function applyCorrection(plan: CompiledPlan, correction: Correction): CompiledPlan | undefined {
  switch (correction.kind) {
    case 'retitleTask': return retitleTask(plan, correction)
    case 'mergeTasks': return mergeTasks(plan, correction)
    case 'splitTask': return splitTask(plan, correction)
    case 'addTask': return addTask(plan, correction)
    case 'dropTask': return dropTask(plan, correction)
    case 'changeTaskKind': return changeTaskKind(plan, correction)
    case 'addAgency': return addAgency(plan, correction)
    case 'dropAgency': return dropAgency(plan, correction)
    case 'renameAgency': return renameAgency(plan, correction)
    case 'changeRole': return changeRole(plan, correction)
    case 'changeDue': return changeDue(plan, correction)
    case 'addTarget': return addTarget(plan, correction)
    case 'changeTarget': return changeTarget(plan, correction)
    case 'dropTarget': return dropTarget(plan, correction)
    case 'settleAccrual': return settleAccrual(plan, correction)
    case 'changeDocument': return { ...plan, document: { ...plan.document, ...correction.document } }
  }
} // biome-ignore format: one line per kind
