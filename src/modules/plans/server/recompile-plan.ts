import { eq } from 'drizzle-orm'
import { implement } from '#platform/operation/implement.ts'
import { planContract } from '../contract.ts'
import { compilePlan } from '../domain/compiler/compile-plan.ts'
import { planFlow } from '../domain/plan.ts'
import { lockPlan, openPlan, saveDocument } from './load-plan.ts'
import { compilations } from './tables.ts'
import { viewPlan } from './view-plan.ts'

/** The same text under the compiler of today; corrections stay and are laid over what it finds. */
export const recompilePlan = implement(planContract.recompilePlan, async ({ input, tx, actor, now, today, about }) => {
  const row = await lockPlan(tx, input, actor)
  planFlow.next(row.state, 'correct')
  const { compilation } = await openPlan(tx, row)
  const compiled = compilePlan({ ...compilation.compiled.source, today })
  await tx.update(compilations).set({ compiled, compiledAt: now }).where(eq(compilations.planId, row.id))
  const again = { ...row, compiler: compiled.compiler }
  const saved = await saveDocument(tx, again, (await openPlan(tx, again)).plan)
  about(`规划《${saved.title}》`, { from: row.compiler, to: compiled.compiler })
  return viewPlan(tx, await openPlan(tx, saved), actor)
})
