import { implement } from '#platform/operation/implement.ts'
import { planContract } from '../contract.ts'
import { diffPlans } from '../domain/diff-plans.ts'
import { getPlanRow, openPlan } from './load-plan.ts'

export const comparePlans = implement(planContract.comparePlans, async ({ input, tx, actor }) => {
  const before = await openPlan(tx, await getPlanRow(tx, input.otherId, actor))
  const after = await openPlan(tx, await getPlanRow(tx, input.planId, actor))
  return { before: before.row, after: after.row, diff: diffPlans(before.plan, after.plan) }
})
