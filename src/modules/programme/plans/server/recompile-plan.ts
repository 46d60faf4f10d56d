import type { CompiledPlan } from '#compiler/compiled-plan.ts'
import { ofRow } from '#platform/database/same-row.ts'
import { implementPrepared, type Preparing } from '#platform/operation/implement.ts'
import { planContract } from '../contract.ts'
import { planFlow } from '../domain/plan.ts'
import { compileOnThread } from './compile-on-thread.ts'
import { getPlanRow, lockPlan, openPlan, saveDocument } from './load-plan.ts'
import { compilations } from './tables.ts'
import { viewPlan } from './view-plan.ts'

type Recompiling = Preparing<{ planId: string; revision: number }>

/** Before the transaction: the text as it was read, which nothing changes, under the compiler of today. */
async function prepare({ input, actor, today, transaction }: Recompiling): Promise<CompiledPlan> {
  const { source } = await transaction(async (tx) => {
    const row = await getPlanRow(tx, input.planId, actor)
    planFlow.next(row.state, 'correct')
    return (await openPlan(tx, row)).compilation.compiled
  })
  return compileOnThread({ ...source, today })
}

/** The same text under the compiler of today; corrections stay and are laid over what it finds. */
export const recompilePlan = implementPrepared(
  planContract.recompilePlan,
  prepare,
  async ({ input, prepared: compiled, tx, actor, now, about }) => {
    const row = await lockPlan(tx, input, actor)
    planFlow.next(row.state, 'correct')
    await tx.update(compilations).set({ compiled, compiledAt: now }).where(ofRow(compilations.planId, row))
    const again = { ...row, compiler: compiled.compiler }
    const saved = await saveDocument(tx, again, (await openPlan(tx, again)).plan)
    about(`规划《${saved.title}》`, { from: row.compiler, to: compiled.compiler })
    return viewPlan(tx, await openPlan(tx, saved), actor)
  },
)
