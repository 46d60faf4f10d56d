import { and } from 'drizzle-orm'
import type { CompiledPlan } from '#compiler/compiled-plan.ts'
import { ofRow } from '#platform/database/same-row.ts'
import { implement } from '#platform/operation/implement.ts'
import { planContract, planPublished } from '../contract.ts'
import { sayGround } from '../domain/corrections/ground.ts'
import type { IdPair } from '../domain/diff/pair-ids.ts'
import { diffPlans } from '../domain/diff-plans.ts'
import { planErrors } from '../domain/errors.ts'
import { planFlow } from '../domain/plan.ts'
import { afterAmending, isProposed, lockPlan, openPlan, saveDocument } from './load-plan.ts'
import { refuseUnready } from './publish-plan.ts'
import { corrections } from './tables.ts'
import { viewPlan } from './view-plan.ts'

/** What was proposed of a plan in force begins to hold: the programme gets its next version from the same text. */
export const amendPlan = implement(planContract.amendPlan, async ({ input, tx, actor, now, emit, about }) => {
  const row = await lockPlan(tx, input, actor)
  planFlow.next(row.state, 'amend')
  const [before, after] = [await openPlan(tx, row, 'inForce'), await openPlan(tx, row)]
  const { ground } = input
  const proposed = and(ofRow(corrections.planId, row), isProposed(row))
  const stamped = await tx.update(corrections).set({ ground }).where(proposed).returning({ id: corrections.id })
  if (stamped.length === 0) throw planErrors.nothingToAmend({})
  await refuseUnready(tx, after)
  const saved = await saveDocument(tx, row, after.plan, afterAmending(row, new Date(now.getTime() + 1)))
  const diff = diffPlans(before.plan, after.plan)
  await emit(planPublished, {
    planId: row.id,
    previousPlanId: row.id,
    diff,
    kept: keptIds(before.plan, after.plan),
    ground,
  })
  about(`规划《${saved.title}》`, { amended: stamped.length, ground: sayGround(ground) })
  return viewPlan(tx, await openPlan(tx, saved), actor)
})

/** The text is the same: what still has its id is the same thing, however it is corrected. */
const keptIds = (before: CompiledPlan, after: CompiledPlan): { tasks: IdPair[]; targets: IdPair[] } => ({
  tasks: sameIds(before.tasks, after.tasks),
  targets: sameIds(before.targets, after.targets),
})

function sameIds(older: readonly { id: string }[], newer: readonly { id: string }[]): IdPair[] {
  const known = new Set(older.map(({ id }) => id))
  return newer.flatMap(({ id }) => (known.has(id) ? [{ before: id, after: id }] : []))
}
