import type { CompiledPlan, PlanTarget } from '#compiler/compiled-plan.ts'
import { isJudged } from './target/meaning.ts'

/**
 * The targets a county answers for, each once: without money and favours offered to applicants, and without a target
 * of the goals that a task repeats (there it has an owner).
 */
export function listAims({ targets }: Pick<CompiledPlan, 'targets'>): PlanTarget[] {
  const taken = new Set(
    targets.flatMap(({ taskId, duplicateOf }) => (taskId !== null && duplicateOf !== null ? [duplicateOf] : [])),
  )
  return targets.filter((target) => isJudged(target) && !(target.taskId === null && taken.has(target.id)))
}
